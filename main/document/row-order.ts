import type { DatabaseSync } from 'node:sqlite';

/** The distance between neighbours in a table that was never reordered: room for 20 halvings. */
const GAP = 1n << 20n;

/** Far from both ends of what a column holds: ranks that are made from these fit in. */
const MOST_RANK = 1n << 60n;

export type OrderedTable = 'lines' | 'sources' | 'allocations';

/**
 * Ranks for rows put between two others, so that no other row is written. `isTight` says that there was no room and
 * the table must be ranked anew.
 */
export function ranksBetween(
  before: bigint | null,
  after: bigint | null,
  count: number,
): { readonly ranks: readonly bigint[]; readonly isTight: boolean } {
  const low = before ?? (after === null ? 0n : after - GAP * BigInt(count + 1));
  const step = after === null ? GAP : (after - low) / BigInt(count + 1);
  const ranks = Array.from({ length: count }, (_, index) => low + step * BigInt(index + 1));
  return { ranks, isTight: step === 0n };
}

/** Whether a file can say this of a row. */
export function isRank(value: unknown): boolean {
  return typeof value === 'bigint' && value >= -MOST_RANK && value <= MOST_RANK;
}

/** Writes the rank of every row anew, with full gaps. */
export function rankAnew(db: DatabaseSync, table: OrderedTable, ids: readonly string[]): void {
  const put = db.prepare(`UPDATE ${table} SET rank = ? WHERE id = ?`);
  for (const [index, id] of ids.entries()) put.run(BigInt(index + 1) * GAP, id);
}

import type { Placed, Table } from '../table.ts';

/** What is wrong with rows that are to be put into a table, and the first row that has it. */
export type PlacedProblem<Row> = {
  readonly problem: 'empty-id' | 'duplicate' | 'position';
  readonly row: Row;
};

/** Looks for ids that are empty or taken and for positions that do not ascend or that lie beyond the end. */
export function findPlacedProblem<Row extends { readonly id: string }>(
  table: Table<Row>,
  placed: readonly Placed<Row>[],
): PlacedProblem<Row> | null {
  const seen = new Set<string>();
  let last = -1;
  for (const [index, { at, row }] of placed.entries()) {
    if (row.id === '') return { problem: 'empty-id', row };
    if (table.at.has(row.id) || seen.has(row.id)) return { problem: 'duplicate', row };
    if (!Number.isInteger(at) || at <= last || at > table.rows.length + index)
      return { problem: 'position', row };
    seen.add(row.id);
    last = at;
  }
  return null;
}

/** The rows with these ids and where they stand, in table order; expects that each is there. */
export function placedRows<Row extends { readonly id: string }>(
  table: Table<Row>,
  ids: ReadonlySet<string>,
): Placed<Row>[] {
  return table.rows.flatMap((row, at) => (ids.has(row.id) ? [{ at, row }] : []));
}

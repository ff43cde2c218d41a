import { createOpenItems } from './open-items.ts';
import type { AmountVector, OpenItems, SumMatch } from './open-items.ts';
import type { RowWord } from './row-words.ts';

/** A row with amounts, as the search for sums sees it. */
export type SumCandidate = {
  readonly amounts: AmountVector;
  readonly word: RowWord;
  /** A bare `Total` or `Grand total`. */
  readonly claimsEverything: boolean;
  /** What besides arithmetic speaks for a sum: 3 for a word or formula, 2 for bold among plain rows, 1 for indent. */
  readonly evidence: number;
  /** A blank row or a heading stands before it. */
  readonly startsGroup: boolean;
};

type FoundSum = {
  readonly row: number;
  /** The rows whose figures it sums directly; among them other sums. */
  readonly parts: readonly number[];
  /** Proven by figures, or only claimed by words. */
  readonly proof: 'figures' | 'words';
};

export type SumSearch = {
  readonly sums: readonly FoundSum[];
  /** Rows that restate or subtract others and are in no sum: `of which`, surplus. */
  readonly asides: readonly number[];
  /** Rows kept as data although their figures equal the sum of rows before them. */
  readonly doubtful: readonly number[];
  /** Sums claimed by words that no run of rows explains, or that restate another sum. */
  readonly unexplained: readonly number[];
  /** Rows that no other row sums up. */
  readonly open: readonly number[];
};

export type SumRules = {
  readonly quanta: readonly bigint[];
  /** How many items back an arbitrary run may start; natural runs are always tried. */
  readonly reach: number;
  /** What digits and evidence must add up to: lenient rules count on a grand total to confirm them. */
  readonly threshold: number;
};

/** A difference is looked for among so many open rows. */
const PAIRS_REACH = 8;

/** Finds rows that sum the rows before them. For sums that stand before their parts, pass the rows in reverse. */
export function findSums(rows: readonly SumCandidate[], rules: SumRules): SumSearch {
  const items = createOpenItems(rules.quanta);
  const sums = new Map<number, FoundSum>();
  const asides: number[] = [];
  const doubtful: number[] = [];
  const early: number[] = [];
  const unproven: number[] = [];
  let groupStart = 0;
  // Open items after the last sum: counted along, because looking back would cost the whole table for each row.
  let sinceSum = 0;
  rows.forEach((row, index) => {
    if (row.startsGroup) groupStart = items.size();
    if (row.word === 'memo') return void asides.push(index);
    if (row.word === 'total' && items.size() === 0) return void early.push(index);
    const found = findRun(row, items, { sums, groupStart, sinceSum, rules, rows });
    if (found?.accepted) {
      const parts = items.pop(found.match.count);
      groupStart = Math.min(groupStart, items.size());
      sums.set(index, { row: index, parts, proof: 'figures' });
    } else if (row.word === 'balance') {
      if (!isDifference(row, items, rows)) unproven.push(index);
      return void asides.push(index);
    } else if (row.word === 'total' || row.word === 'subtotal') {
      const memo = findMemo(row, items, { sums, groupStart, sinceSum, rules, rows });
      if (memo !== null) {
        asides.push(memo.row);
        const parts = items.pop(memo.count).filter((part) => part !== memo.row);
        sums.set(index, { row: index, parts, proof: 'figures' });
        items.push(index, row.amounts);
        sinceSum = 0;
        return;
      }
      const parts = claimedParts(row, items, { groupStart, sinceSum });
      sums.set(index, { row: index, parts, proof: 'words' });
      items.push(index, sumOf(parts, rows));
      sinceSum = 0;
      return;
    } else if (found) {
      doubtful.push(index);
    }
    items.push(index, row.amounts);
    sinceSum = found?.accepted ? 0 : sinceSum + 1;
  });
  return conclude({ rows, items, sums, asides, doubtful, early, unproven });
}

type Context = {
  readonly sums: ReadonlyMap<number, FoundSum>;
  readonly groupStart: number;
  readonly sinceSum: number;
  readonly rules: SumRules;
  readonly rows: readonly SumCandidate[];
};
type Run = { readonly match: SumMatch; readonly accepted: boolean };

/** Runs that a sum would naturally cover come first: its group, what follows the last sum, everything. */
function findRun(row: SumCandidate, items: OpenItems, context: Context): Run | null {
  const size = items.size();
  if (size === 0 || row.amounts.every((value) => value === null)) return null;
  const natural = [size - context.groupStart, context.sinceSum, size];
  const ordered = row.claimsEverything ? natural.toReversed() : natural;
  let rejected: Run | null = null;
  for (const count of ordered) {
    const run = tryRun(row, items, count, context.rules.threshold);
    if (run?.accepted) return run;
    rejected ??= run;
  }
  const reach = Math.min(size, context.rules.reach);
  const searched = String(reach).length;
  for (let count = 2; count <= reach; count += 1) {
    const run = tryRun(row, items, count, context.rules.threshold + 2 + searched);
    if (run?.accepted) return run;
    // Of many runs some fit by chance: only those are doubtful that fit better than the best of so many would.
    if (run !== null && run.match.digits > searched) rejected ??= run;
  }
  return rejected;
}

function tryRun(row: SumCandidate, items: OpenItems, count: number, threshold: number): Run | null {
  if (count < 1 || count > items.size()) return null;
  const match = items.match(row.amounts, count);
  if (match === null) return null;
  // One row repeated below itself is common in data; only a row that looks like a sum may sum a single row.
  if (count === 1) return row.evidence >= 2 && match.exact ? { match, accepted: true } : null;
  const accepted = match.digits + 2 * row.evidence >= threshold && (match.digits > 0 || row.evidence >= 3);
  return match.digits > 0 || accepted ? { match, accepted } : null;
}

/**
 * A row among the parts of a stated sum that is not in it: without that one row the sum is exact. It repeats a part of the
 * others, as `of which committed` does in other words.
 */
function findMemo(
  row: SumCandidate,
  items: OpenItems,
  context: Context,
): { row: number; count: number } | null {
  const size = items.size();
  for (const count of [size - context.groupStart, context.sinceSum, size]) {
    if (count < 2 || count > size) continue;
    const excess = items.excess(row.amounts, count);
    if (excess.every((value) => value === 0n)) continue;
    for (let at = size - 1; at >= size - count; at -= 1) {
      const part = items.at(at);
      const amounts = amountsOf(context.rows, part);
      if (!context.sums.has(part) && excess.every((value, column) => value === (amounts[column] ?? 0n))) {
        return { row: part, count };
      }
    }
  }
  return null;
}

/** A surplus, shortfall or variance restates other rows; where its figures prove nothing it is told as unexplained. */
function isDifference(row: SumCandidate, items: OpenItems, rows: readonly SumCandidate[]): boolean {
  const last = Math.max(0, items.size() - PAIRS_REACH);
  for (let one = items.size() - 1; one >= last; one -= 1) {
    for (let two = one - 1; two >= last; two -= 1) {
      if (isPairDifference(row.amounts, amountsOf(rows, items.at(one)), amountsOf(rows, items.at(two))))
        return true;
    }
  }
  return false;
}

function amountsOf(rows: readonly SumCandidate[], index: number): AmountVector {
  return rows[index]?.amounts ?? [];
}

function isPairDifference(stated: AmountVector, one: AmountVector, two: AmountVector): boolean {
  const sizes = stated.map((value, column) => {
    const difference = (one[column] ?? 0n) - (two[column] ?? 0n);
    return { stated: value ?? 0n, difference };
  });
  return (
    sizes.every(({ stated: value, difference }) => value === difference) ||
    sizes.every(({ stated: value, difference }) => value === -difference)
  );
}

function claimedParts(
  row: SumCandidate,
  items: OpenItems,
  context: Pick<Context, 'groupStart' | 'sinceSum'>,
): number[] {
  const group = items.size() - context.groupStart;
  const since = context.sinceSum;
  const count = row.claimsEverything ? items.size() : [group, since, items.size()].find((size) => size > 0);
  return items.pop(count ?? 0);
}

/** What a wrong total stands for further up is the sum of its parts, so that one error is not reported twice. */
function sumOf(parts: readonly number[], rows: readonly SumCandidate[]): AmountVector {
  const width = rows[0]?.amounts.length ?? 0;
  return Array.from({ length: width }, (_, column) =>
    parts.reduce<bigint | null>((sum, part) => {
      const value = rows[part]?.amounts[column] ?? null;
      return value === null ? sum : (sum ?? 0n) + value;
    }, null),
  );
}

type Ending = {
  readonly rows: readonly SumCandidate[];
  readonly items: OpenItems;
  readonly sums: Map<number, FoundSum>;
  readonly asides: readonly number[];
  readonly doubtful: readonly number[];
  readonly early: readonly number[];
  readonly unproven: readonly number[];
};

/** Totals that stand before everything they sum are compared once all rows are known. */
function conclude({ rows, items, sums, asides, doubtful, early, unproven }: Ending): SumSearch {
  const open = Array.from({ length: items.size() }, (_, index) => items.at(index));
  for (const row of early) {
    const matched = items.match(rows[row]?.amounts ?? [], items.size());
    sums.set(row, { row, parts: open, proof: matched === null ? 'words' : 'figures' });
  }
  const found = [...sums.values()];
  const words = found.filter(({ proof }) => proof === 'words').map(({ row }) => row);
  return {
    sums: found,
    asides,
    doubtful,
    unexplained: [...words, ...unproven, ...findRestated(rows, open, sums)],
    open,
  };
}

/** Two open sums with the same figures: what is spent and how it is paid for, never to be added. */
function findRestated(
  rows: readonly SumCandidate[],
  open: readonly number[],
  sums: ReadonlyMap<number, FoundSum>,
): number[] {
  const seen = new Set<string>();
  return open.filter((row) => {
    const amounts = rows[row]?.amounts ?? [];
    if (!sums.has(row) || amounts.every((value) => value === null || value === 0n)) return false;
    const key = amounts.join(' ');
    const known = seen.has(key);
    seen.add(key);
    return known;
  });
}

import type { Table } from '../plan/table.ts';

type Identified = { readonly id: string };

/**
 * The rows of both tables that keep their order among one another: as many as can be, so that a single row that was
 * dragged elsewhere is the only one left out. Only rows that `counts` are looked at.
 */
export function rowsInOrder<Row extends Identified>(
  before: Table<Row>,
  after: Table<Row>,
  counts: (id: string) => boolean = () => true,
): ReadonlySet<string> {
  const ids = after.rows.flatMap(({ id }) => (before.at.has(id) && counts(id) ? [id] : []));
  const places = ids.map((id) => before.at.get(id) ?? 0);
  return new Set(longestAscending(places).map((index) => ids[index] ?? ''));
}

/** The indexes of a longest ascending part of different numbers, found in n log n steps (patience sorting). */
function longestAscending(values: readonly number[]): readonly number[] {
  // ends[n] is the index at which the part of n + 1 values with the smallest last value ends.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    const length = firstNotBelow(ends, values, value);
    previous.push(ends[length - 1] ?? -1);
    ends[length] = index;
  }
  const found: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) found.push(index);
  return found.toReversed();
}

function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { Series } from './series.ts';
import { makeTable, type Table } from './table.ts';

/** Money of one source given to one line; `matchFor` names the source whose match requirement this money meets. */
export type Allocation = {
  /** Made by `allocationId`. */
  readonly id: string;
  readonly line: string;
  readonly source: string;
  readonly matchFor: string | null;
  readonly amounts: Series;
};

/** The allocations of a plan with the ids of those that belong to a line and to a source. */
export type AllocationTable = Table<Allocation> & {
  readonly byLine: ReadonlyMap<string, readonly string[]>;
  readonly bySource: ReadonlyMap<string, readonly string[]>;
};

/** An allocation has no name of its own: it is the only one for its line, source and match. */
export function allocationId(line: string, source: string, matchFor: string | null): string {
  return JSON.stringify([line, source, matchFor]);
}

/** Makes the table with its groups; group order is row order. */
export function makeAllocationTable(rows: readonly Allocation[]): AllocationTable {
  return {
    ...makeTable(rows),
    byLine: groupIds(rows, (row) => row.line),
    bySource: groupIds(rows, (row) => row.source),
  };
}

function groupIds(
  rows: readonly Allocation[],
  key: (row: Allocation) => string,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row.id);
    else groups.set(key(row), [row.id]);
  }
  return groups;
}

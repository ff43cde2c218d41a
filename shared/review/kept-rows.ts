import type { Plan } from '../plan/plan.ts';
import { findRow, type Table } from '../plan/table.ts';
import { rowsInOrder } from './row-order.ts';

/**
 * The ids of the rows that stay in a plan while it is restored. Every other row is taken out, and put in again if it is
 * to be there.
 */
export type KeptRows = Readonly<Record<'lines' | 'sources' | 'allocations', ReadonlySet<string>>>;

const NONE: ReadonlySet<string> = new Set();

/**
 * Chooses the rows that stay: as many as keep their order. An allocation goes out with its line or source. All rows go
 * where the currency changes, since a plan that holds amounts refuses another one.
 */
export function chooseKeptRows(now: Plan, then: Plan): KeptRows {
  if (now.currency !== then.currency) return { lines: NONE, sources: NONE, allocations: NONE };
  const lines = rowsInOrder(now.lines, then.lines);
  const sources = rowsInOrder(now.sources, then.sources);
  const allocations = rowsInOrder(now.allocations, then.allocations, (id) => {
    const row = findRow(now.allocations, id);
    return (
      row !== undefined &&
      lines.has(row.line) &&
      sources.has(row.source) &&
      (row.matchFor === null || sources.has(row.matchFor))
    );
  });
  return { lines, sources, allocations };
}

/** The rows that stay, as each was and is to be, in the order of the plan. */
export function keptPairs<Row extends { readonly id: string }>(
  now: Table<Row>,
  then: Table<Row>,
  kept: ReadonlySet<string>,
): readonly { readonly was: Row; readonly is: Row }[] {
  return now.rows.flatMap((row) => {
    const other = kept.has(row.id) ? findRow(then, row.id) : undefined;
    return other === undefined ? [] : [{ was: row, is: other }];
  });
}

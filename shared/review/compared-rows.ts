import type { PeriodKey } from '../plan/axis.ts';
import type { Plan } from '../plan/plan.ts';
import { findRow, type Table } from '../plan/table.ts';

/** A period of one plan or both, and where it stands in the series of each; -1 where it has none. */
export type ComparedPeriod = { readonly period: PeriodKey; readonly before: number; readonly after: number };

/** A row as both plans have it; null where it is not there. */
export type ComparedRow<Row> =
  | { readonly before: Row; readonly after: Row }
  | { readonly before: Row; readonly after: null }
  | { readonly before: null; readonly after: Row };

/** The periods of two plans together, in the order of an axis. */
export function comparedPeriods(before: Plan, after: Plan): readonly ComparedPeriod[] {
  const either = new Set([...before.axis.periods, ...after.axis.periods]);
  const years = [...either].filter((period) => period !== 'before' && period !== 'later').sort();
  const buckets = (bucket: PeriodKey) => (either.has(bucket) ? [bucket] : []);
  return [...buckets('before'), ...years, ...buckets('later')].map((period) => ({
    period,
    before: before.axis.periods.indexOf(period),
    after: after.axis.periods.indexOf(period),
  }));
}

/**
 * The rows that may differ, in the order of the later plan with those that are gone at the end. A row that both plans
 * share is the same object and is left out, without a look inside.
 */
export function comparedRows<Row extends { readonly id: string }>(
  before: Table<Row>,
  after: Table<Row>,
): readonly ComparedRow<Row>[] {
  if (before.rows === after.rows) return [];
  // Tables that share the lookup have the same rows in the same places.
  if (before.at === after.at) {
    return after.rows.flatMap((row, index) => {
      const old = before.rows[index];
      return old === undefined || old === row ? [] : [{ before: old, after: row }];
    });
  }
  return [
    ...after.rows.flatMap((row): ComparedRow<Row>[] => {
      const old = findRow(before, row.id);
      if (old === row) return [];
      return [old === undefined ? { before: null, after: row } : { before: old, after: row }];
    }),
    ...before.rows.flatMap((row) => (after.at.has(row.id) ? [] : [{ before: row, after: null }])),
  ];
}

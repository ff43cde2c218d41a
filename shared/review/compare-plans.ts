import type { Allocation } from '../plan/allocation.ts';
import type { Plan } from '../plan/plan.ts';
import { lineName, sourceName } from '../plan/row-names.ts';
import type { Table } from '../plan/table.ts';
import {
  allocationAmountChanges,
  certaintyChangesOf,
  lineAmountChanges,
  sourceAmountChanges,
} from './compared-amounts.ts';
import { comparedPeriods, comparedRows, type ComparedRow } from './compared-rows.ts';
import { LINE_FIELDS, PLAN_FIELDS, SOURCE_FIELDS } from './detail-fields.ts';
import { measureTotals } from './measure-totals.ts';
import type { MeasureTotals, PlanChange } from './plan-change.ts';
import { rowsInOrder } from './row-order.ts';
import { isSameValue } from './same-value.ts';

export type PlanComparison = {
  readonly changes: readonly PlanChange[];
  readonly totals: readonly MeasureTotals[];
  /** The currency of both; null when they differ, and then amounts are neither compared nor summed. */
  readonly currency: string | null;
};

/**
 * Two plans cell by cell, in the order and by the rules of `changesOf`. Lines, sources and allocations are matched by
 * their ids and periods by their keys. Of rows in another order the fewest that explain it were moved. The plans may
 * share rows, and what they share is not looked into. Comments, acceptances and sign-offs have no part in it.
 */
export function comparePlans(before: Plan, after: Plan): PlanComparison {
  const periods = comparedPeriods(before, after);
  const lines = comparedRows(before.lines, after.lines);
  const sources = comparedRows(before.sources, after.sources);
  const allocations = comparedRows(before.allocations, after.allocations);
  const currency = before.currency === after.currency ? before.currency : null;
  const amounts =
    currency === null
      ? []
      : [
          ...lineAmountChanges(lines, periods),
          ...sourceAmountChanges(sources, periods),
          ...allocationAmountChanges(allocations, periods),
        ];
  const changes = [
    ...frameChanges(before, after),
    ...tableChanges('line', before.lines, after.lines, (id) =>
      lineName(after.lines.at.has(id) ? after : before, id),
    ),
    ...tableChanges('source', before.sources, after.sources, (id) =>
      sourceName(after.sources.at.has(id) ? after : before, id),
    ),
    ...allocations.flatMap(allocationChange),
    ...fieldChanges(lines, LINE_FIELDS, (id, change) => ({ kind: 'line-field', line: id, ...change })),
    ...fieldChanges(sources, SOURCE_FIELDS, (id, change) => ({
      kind: 'source-field',
      source: id,
      ...change,
    })),
    ...certaintyChangesOf(sources, periods),
    ...amounts,
  ];
  return { changes, totals: currency === null ? [] : measureTotals(before, amounts, periods), currency };
}

/** The years and what is known of the plan itself. */
function frameChanges(before: Plan, after: Plan): PlanChange[] {
  const [was, is] = [before.axis.periods, after.axis.periods];
  return [
    ...(isSameValue(was, is) ? [] : [{ kind: 'years', before: was, after: is } as const]),
    ...PLAN_FIELDS.filter((field) => !isSameValue(before[field], after[field])).map((field): PlanChange => ({
      kind: 'plan-field',
      field,
      before: before[field],
      after: after[field],
    })),
  ];
}

function tableChanges<Row extends { readonly id: string }>(
  of: 'line' | 'source',
  before: Table<Row>,
  after: Table<Row>,
  nameOf: (id: string) => string,
): PlanChange[] {
  // Edits that neither add nor remove rows share the lookup.
  if (before.at === after.at) return [];
  const inOrder = rowsInOrder(before, after);
  const row = (id: string, change: 'added' | 'removed' | 'moved'): PlanChange => ({
    kind: 'row',
    of,
    id,
    name: nameOf(id),
    change,
  });
  return [
    ...after.rows.flatMap(({ id }) => {
      if (!before.at.has(id)) return [row(id, 'added')];
      return inOrder.has(id) ? [] : [row(id, 'moved')];
    }),
    ...before.rows.flatMap(({ id }) => (after.at.has(id) ? [] : [row(id, 'removed')])),
  ];
}

function allocationChange({ before, after }: ComparedRow<Allocation>): PlanChange[] {
  if (before !== null && after !== null) return [];
  const { line, source, matchFor } = after ?? before;
  return [{ kind: 'allocation', line, source, matchFor, change: after === null ? 'removed' : 'added' }];
}

type FieldChange<Field> = { readonly field: Field; readonly before: unknown; readonly after: unknown };

function fieldChanges<Field extends string>(
  rows: readonly ComparedRow<{ readonly id: string } & Readonly<Record<Field, unknown>>>[],
  fields: readonly Field[],
  make: (id: string, change: FieldChange<Field>) => PlanChange,
): PlanChange[] {
  return rows.flatMap(({ before, after }) => {
    if (before === null || after === null) return [];
    return fields
      .filter((field) => !isSameValue(before[field], after[field]))
      .map((field) => make(after.id, { field, before: before[field], after: after[field] }));
  });
}

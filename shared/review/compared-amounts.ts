import type { Allocation } from '../plan/allocation.ts';
import type { SeriesRef } from '../plan/edit.ts';
import { LINE_MEASURES, type Line } from '../plan/line.ts';
import type { Series } from '../plan/series.ts';
import { SOURCE_MEASURES, type Source } from '../plan/source.ts';
import type { ComparedPeriod, ComparedRow } from './compared-rows.ts';
import type { AmountChange, PlanChange } from './plan-change.ts';

type Pair = { readonly before: Series | undefined; readonly after: Series | undefined };

/** The amounts of lines that differ. */
export function lineAmountChanges(
  rows: readonly ComparedRow<Line>[],
  periods: readonly ComparedPeriod[],
): AmountChange[] {
  const found: AmountChange[] = [];
  for (const { before, after } of rows) {
    const line = (after ?? before).id;
    for (const measure of LINE_MEASURES) {
      const pair = { before: before?.[measure], after: after?.[measure] };
      collectChanges(found, { of: 'line', measure, line }, pair, periods);
    }
  }
  return found;
}

/** The amounts of sources that differ. */
export function sourceAmountChanges(
  rows: readonly ComparedRow<Source>[],
  periods: readonly ComparedPeriod[],
): AmountChange[] {
  const found: AmountChange[] = [];
  for (const { before, after } of rows) {
    const source = (after ?? before).id;
    for (const measure of SOURCE_MEASURES) {
      const pair = { before: before?.[measure], after: after?.[measure] };
      collectChanges(found, { of: 'source', measure, source }, pair, periods);
    }
  }
  return found;
}

/** The amounts of allocations that differ. */
export function allocationAmountChanges(
  rows: readonly ComparedRow<Allocation>[],
  periods: readonly ComparedPeriod[],
): AmountChange[] {
  const found: AmountChange[] = [];
  for (const { before, after } of rows) {
    const { line, source, matchFor } = after ?? before;
    const pair = { before: before?.amounts, after: after?.amounts };
    collectChanges(found, { of: 'allocation', line, source, matchFor }, pair, periods);
  }
  return found;
}

/** How certain awards are, where it differs. */
export function certaintyChangesOf(
  rows: readonly ComparedRow<Source>[],
  periods: readonly ComparedPeriod[],
): PlanChange[] {
  return rows.flatMap(({ before, after }) => {
    if (before?.certainty === after?.certainty) return [];
    return periods.flatMap(({ period, before: was, after: is }): PlanChange[] => {
      const values = { before: before?.certainty[was] ?? null, after: after?.certainty[is] ?? null };
      if (values.before === values.after) return [];
      return [{ kind: 'certainty', source: (after ?? before).id, period, ...values }];
    });
  });
}

function collectChanges(
  found: AmountChange[],
  ref: SeriesRef,
  { before, after }: Pair,
  periods: readonly ComparedPeriod[],
): void {
  if (before === after) return;
  for (const { period, before: was, after: is } of periods) {
    const old = before?.minor[was] ?? null;
    const now = after?.minor[is] ?? null;
    if (old === now) continue;
    found.push({
      kind: 'amount',
      ref,
      period,
      before: old,
      after: now,
      beforeOrigin: before?.origin[was] ?? 0,
      afterOrigin: after?.origin[is] ?? 0,
    });
  }
}

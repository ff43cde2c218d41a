import type { Minor } from '#shared/money/amount.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { findRow } from '#shared/plan/table.ts';

/** An amount with its origin number, 0 where none is known. */
export type CellValue = { readonly minor: Minor | null; readonly origin: number };

/** What stands in a cell now; null when the plan has no such cell, or not any more. */
export function cellValue(plan: Plan, ref: SeriesRef, period: PeriodKey): CellValue | null {
  const index = plan.axis.periods.indexOf(period);
  const series = findSeries(plan, ref);
  if (series === undefined || index < 0) return null;
  return { minor: series.minor[index] ?? null, origin: series.origin[index] ?? 0 };
}

function findSeries(plan: Plan, ref: SeriesRef): Series | undefined {
  switch (ref.of) {
    case 'line':
      return findRow(plan.lines, ref.line)?.[ref.measure];
    case 'source':
      return findRow(plan.sources, ref.source)?.[ref.measure];
    case 'allocation':
      return findRow(plan.allocations, allocationId(ref.line, ref.source, ref.matchFor))?.amounts;
  }
}

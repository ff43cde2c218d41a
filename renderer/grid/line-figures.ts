import type { Allocation } from '#shared/plan/allocation.ts';
import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import type { GridMeasure } from '#renderer/store/view-store.ts';
import { addFigures, gapFigures, seriesFigures } from './figures.ts';
import type { RowFigures } from './grid-row.ts';

/** The allocations of a line in their order. */
export function allocationsOf(plan: Plan, line: string): readonly Allocation[] {
  const ids = plan.allocations.byLine.get(line) ?? [];
  return ids.flatMap((id) => findRow(plan.allocations, id) ?? []);
}

/** What a line shows in a measure. Need is what is needed with both parts of contingency, as the checks count it, where there are any. */
export function lineFigures(
  line: Line,
  allocations: readonly Allocation[],
  measure: GridMeasure,
): RowFigures {
  const periods = line.need.minor.length;
  switch (measure) {
    case 'need':
      return seriesFigures(line.need);
    case 'funding':
      return fundingFigures(allocations, periods);
    case 'gap':
      return gapFigures(grossFigures(line, periods), fundingFigures(allocations, periods));
  }
}

/** The whole cost of a line: its need and both parts of its contingency. */
function grossFigures(line: Line, periods: number): RowFigures {
  return addFigures([line.need, line.risk, line.bias].map(seriesFigures), periods);
}

function fundingFigures(allocations: readonly Allocation[], periods: number): RowFigures {
  return addFigures(
    allocations.map(({ amounts }) => seriesFigures(amounts)),
    periods,
  );
}

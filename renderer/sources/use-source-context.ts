import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useMemo } from 'react';
import { usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { type CellFormat, cellFormat } from '#renderer/grid/amount-texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { currencyDecimals, unitsPerMajor } from '#shared/money/currency.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { SourceContext } from './source-columns.ts';
import { sourceMarks } from './source-marks.ts';
import type { SourceRow } from './source-rows.ts';

/** What the cells of the sources read. The object stays the same; the cells are drawn anew when its contents change. */
export function useSourceContext(grid: RefObject<GridApi<SourceRow> | null>): SourceContext {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const scale = useViewState((view) => view.scale);
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const check = useViewState((view) => view.check);
  const result = usePlanState(({ checks }) => checks?.results.find(({ id }) => id === check));
  const current = useMemo(
    () => ({ format: sourceFormat(plan, scale), isReadOnly, marks: sourceMarks(result) }),
    [plan, scale, isReadOnly, result],
  );
  const latest = useLatest(current);
  useEffect(() => {
    grid.current?.refreshCells({ force: true, suppressFlash: true });
  }, [current, grid]);
  return useMemo(() => ({ now: () => latest.current }), [latest]);
}

/** The format of the plan's grid, with the currency's decimals when an award needs them. */
export function sourceFormat(plan: Plan, scale: number): CellFormat {
  const format = cellFormat(plan, scale);
  const units = unitsPerMajor(plan.currency);
  const isWhole = plan.sources.rows.every(({ award }) =>
    award.minor.every((minor) => minor === null || minor % units === 0n),
  );
  return isWhole || scale !== 1 ? format : { ...format, decimals: currencyDecimals(plan.currency) };
}

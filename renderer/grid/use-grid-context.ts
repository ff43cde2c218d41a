import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { cellFormat } from './amount-texts.ts';
import type { CellLook, GridContext } from './grid-context.ts';
import { evidenceMarks } from './evidence-marks.ts';
import type { GridRow } from './grid-row.ts';
import type { ShownVersion } from './shown-version.ts';

/**
 * What every cell reads: the format of figures and the marks of the chosen check. The object stays the same and what
 * it reads changes, so that the grid need not build its columns again; the cells are drawn anew when it does.
 */
export function useGridContext(
  grid: RefObject<GridApi<GridRow> | null>,
  versions: readonly ShownVersion[],
): GridContext {
  const look = useCellLook(versions);
  const latest = useLatest(look);
  useEffect(() => {
    grid.current?.refreshCells({ force: true, suppressFlash: true });
  }, [look, grid]);
  return useMemo(() => ({ look: () => latest.current }), [latest]);
}

function useCellLook(versions: readonly ShownVersion[]): CellLook {
  const format = usePlanState(({ replica }) => visiblePlan(replica));
  const scale = useViewState((view) => view.scale);
  const isReadOnly = usePlanState((state) => state.opened.readOnly !== null);
  const shownFormat = useStable(cellFormat(format, scale));
  const marks = useMarks();
  const { periods } = format.axis;
  return useMemo(
    () => ({ format: shownFormat, isReadOnly, marks, versions, periods }),
    [shownFormat, isReadOnly, marks, versions, periods],
  );
}

function useMarks() {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const check = useViewState((view) => view.check);
  const result = usePlanState(({ checks }) => checks?.results.find(({ id }) => id === check));
  const structure = useStable({ lines: plan.lines.at, allocations: plan.allocations.at });
  // Figures move no mark: only other rows, or another result, do.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => evidenceMarks(plan, result), [structure, result]);
}

/** The object of the last time when all its members are the same. */
function useStable<T extends object>(value: T): T {
  return useShallow((next: T) => next)(value);
}

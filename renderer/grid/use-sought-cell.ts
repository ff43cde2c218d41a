import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { CellAbout } from '#renderer/store/view-store.ts';
import type { GridRows } from './build-rows.ts';
import { columnOfPeriod, TITLE_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import { findSoughtRow, foldsOver } from './sought-row.ts';

/** Brings the cell that someone asked to see into view and puts the focus on it, once what folds it up is open. */
export function useSoughtCell(
  grid: RefObject<GridApi<GridRow> | null>,
  { rows }: GridRows,
  isReady: boolean,
): void {
  const { session, view } = useOpenPlan();
  const sought = useViewState((state) => state.sought);
  useEffect(() => {
    const api = grid.current;
    if (sought === null || !isInPlan(sought) || api === null || !isReady) return;
    const folded = new Set(view.getState().folded);
    const isCovered = foldsOver(visiblePlan(session.store.getState().replica), sought).filter((id) =>
      folded.delete(id),
    );
    // The rows come anew without the folds, and with them this effect.
    if (isCovered.length > 0) return view.setState({ folded });
    view.setState({ sought: null });
    const column = sought.period === null ? TITLE_COLUMN : columnOfPeriod(sought.period);
    api.ensureColumnVisible(column);
    if (sought.line === null) return api.setFocusedCell(0, column, 'bottom');
    const index = findSoughtRow(rows, sought);
    if (index < 0) return;
    api.ensureIndexVisible(index, 'middle');
    api.setFocusedCell(index, column);
  }, [grid, isReady, rows, session, sought, view]);
}

/** A source alone stands among the sources; a period alone is that of the whole plan, in the total at the foot. */
function isInPlan({ line, source }: CellAbout): boolean {
  return line !== null || source === null;
}

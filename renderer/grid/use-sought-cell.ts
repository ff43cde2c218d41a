import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { GridRows } from './build-rows.ts';
import { columnOfPeriod, TITLE_COLUMN } from './columns.ts';
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
    if (sought?.line == null || api === null || !isReady) return;
    const folded = new Set(view.getState().folded);
    const isCovered = foldsOver(visiblePlan(session.store.getState().replica), sought).filter((id) =>
      folded.delete(id),
    );
    // The rows come anew without the folds, and with them this effect.
    if (isCovered.length > 0) return view.setState({ folded });
    view.setState({ sought: null });
    const index = findSoughtRow(rows, sought);
    if (index < 0) return;
    const column = sought.period === null ? TITLE_COLUMN : columnOfPeriod(sought.period);
    api.ensureIndexVisible(index, 'middle');
    api.ensureColumnVisible(column);
    api.setFocusedCell(index, column);
  }, [grid, isReady, rows, session, sought, view]);
}

import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { periodOfColumn } from './column-names.ts';

/**
 * Home goes to the first year of a row and End to its last column; with Ctrl (Cmd on a Mac) they go to the first figure
 * of the grid and to the total of all, as in Excel. The grid has other meanings for them.
 */
export function useEdgeKeys<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
): void {
  useEffect(() => {
    const element = frame.current;
    const onKey = (event: KeyboardEvent) => {
      const api = grid.current;
      if (api === null || !isEdgeKey(event) || api.getEditingCells().length > 0) return;
      event.preventDefault();
      event.stopPropagation();
      goToEdge(api, event.key === 'Home', event.ctrlKey || event.metaKey);
    };
    element?.addEventListener('keydown', onKey, true);
    return () => element?.removeEventListener('keydown', onKey, true);
  }, [frame, grid]);
}

function isEdgeKey({ key, shiftKey, altKey }: KeyboardEvent): boolean {
  return (key === 'Home' || key === 'End') && !shiftKey && !altKey;
}

function goToEdge<Row>(api: GridApi<Row>, isStart: boolean, isWholeGrid: boolean): void {
  const focused = api.getFocusedCell();
  const shown = api.getAllDisplayedColumns();
  const column = isStart ? shown.find((each) => periodOfColumn(each.getColId()) !== null) : shown.at(-1);
  if (focused === null || column === undefined) return;
  api.ensureColumnVisible(column);
  if (!isWholeGrid) return api.setFocusedCell(focused.rowIndex, column, focused.rowPinned);
  if (!isStart) return api.setFocusedCell(0, column, 'bottom');
  api.ensureIndexVisible(0);
  api.setFocusedCell(0, column);
}

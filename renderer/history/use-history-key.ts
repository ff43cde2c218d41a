import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useLatest } from '#renderer/app/use-latest.ts';
import { rowAt } from '#renderer/grid/row-at.ts';

/** Ctrl+Shift+H (Cmd+Shift+H on a Mac), which Excel leaves free, asks for the history of the cell in focus. */
export function useHistoryKey<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
  onAsk: (row: Row, column: string) => void,
): void {
  const latest = useLatest(onAsk);
  useEffect(() => {
    const element = frame.current;
    const onKey = (event: KeyboardEvent) => {
      const api = grid.current;
      if (api === null || !isHistoryKey(event) || api.getEditingCells().length > 0) return;
      event.preventDefault();
      event.stopPropagation();
      const focused = api.getFocusedCell();
      const row = focused === null ? null : rowAt(api, focused.rowIndex, focused.rowPinned);
      if (focused !== null && row !== null) latest.current(row, focused.column.getColId());
    };
    element?.addEventListener('keydown', onKey, true);
    return () => element?.removeEventListener('keydown', onKey, true);
  }, [frame, grid, latest]);
}

function isHistoryKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'h' && (ctrlKey || metaKey) && shiftKey && !altKey;
}

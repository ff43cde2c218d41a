import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useLatest } from '#renderer/app/use-latest.ts';
import { rowAt } from './row-at.ts';

type FocusedCell<Row> = { readonly row: Row; readonly column: string };

export type ClipboardPorts<Row> = {
  /** What is copied from a cell. */
  readonly copyText: (cell: FocusedCell<Row>) => string;
  readonly paste: (cell: FocusedCell<Row>, text: string) => void;
};

/** Copies the cell in focus as text and pastes one figure into it. While a cell is edited its editor has the clipboard. */
export function useClipboard<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
  ports: ClipboardPorts<Row>,
): void {
  const latest = useLatest(ports);
  useEffect(() => {
    const element = frame.current;
    const copy = (event: ClipboardEvent) => {
      const cell = focusedCell(grid.current);
      if (cell === null) return;
      event.clipboardData?.setData('text/plain', latest.current.copyText(cell));
      event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => {
      const cell = focusedCell(grid.current);
      if (cell === null) return;
      latest.current.paste(cell, event.clipboardData?.getData('text/plain') ?? '');
      event.preventDefault();
    };
    element?.addEventListener('copy', copy);
    element?.addEventListener('paste', paste);
    return () => {
      element?.removeEventListener('copy', copy);
      element?.removeEventListener('paste', paste);
    };
  }, [frame, grid, latest]);
}

function focusedCell<Row>(api: GridApi<Row> | null): FocusedCell<Row> | null {
  const focused = api?.getFocusedCell() ?? null;
  if (api === null || focused === null || api.getEditingCells().length > 0) return null;
  const row = rowAt(api, focused.rowIndex, focused.rowPinned);
  return row === null ? null : { row, column: focused.column.getColId() };
}

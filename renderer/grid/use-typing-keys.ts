import type { CellEditingStartedEvent, GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useMemo, useRef } from 'react';

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * While a figure is being typed over a cell, an arrow key takes it and moves on, as in Excel; after F2 or a double
 * click the arrows move within the text. The grid itself knows only the second way.
 */
export function useTypingKeys<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
) {
  const isTypingOver = useRef(false);
  useEffect(() => {
    const element = frame.current;
    const onKey = (event: KeyboardEvent) => {
      const move = ARROWS[event.key];
      const api = grid.current;
      if (move === undefined || api === null || !isTypingOver.current || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      takeAndMove(api, move);
    };
    element?.addEventListener('keydown', onKey, true);
    return () => element?.removeEventListener('keydown', onKey, true);
  }, [frame, grid]);
  return useMemo(
    () => ({
      onStarted: ({ event }: CellEditingStartedEvent<Row>) => {
        isTypingOver.current = event instanceof KeyboardEvent && event.key.length === 1;
      },
      onStopped: () => {
        isTypingOver.current = false;
      },
    }),
    [],
  );
}

function takeAndMove<Row>(api: GridApi<Row>, [rows, columns]: readonly [number, number]): void {
  const focused = api.getFocusedCell();
  api.stopEditing();
  // A refused text keeps the editor open: then nothing moves.
  if (focused === null || api.getEditingCells().length > 0) return;
  const shown = api.getAllDisplayedColumns();
  const column = shown[shown.indexOf(focused.column) + columns] ?? focused.column;
  const row = Math.min(Math.max(focused.rowIndex + rows, 0), api.getDisplayedRowCount() - 1);
  api.ensureIndexVisible(row);
  api.ensureColumnVisible(column);
  api.setFocusedCell(row, column);
}

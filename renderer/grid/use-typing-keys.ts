import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useRef } from 'react';

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * While a figure is being typed over a cell, an arrow key takes it and moves on, as in Excel; after F2 or a double
 * click the arrows move within the text. The grid itself knows only the second way. Which of the two it is, is noted at
 * the key that opens the editor: the grid tells of an open editor only later, when a quick arrow has already come.
 */
export function useTypingKeys<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
): void {
  const isTypingOver = useRef(false);
  useEffect(() => {
    const element = frame.current;
    const onKey = (event: KeyboardEvent) => {
      const api = grid.current;
      if (api === null) return;
      if (api.getEditingCells().length === 0) {
        isTypingOver.current = isTyped(event);
        return;
      }
      const move = ARROWS[event.key];
      if (move === undefined || !isTypingOver.current || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      takeAndMove(api, move);
    };
    const onDoubleClick = () => {
      isTypingOver.current = false;
    };
    element?.addEventListener('keydown', onKey, true);
    element?.addEventListener('dblclick', onDoubleClick, true);
    return () => {
      element?.removeEventListener('keydown', onKey, true);
      element?.removeEventListener('dblclick', onDoubleClick, true);
    };
  }, [frame, grid]);
}

/** Whether a key types a character, and is no command. */
function isTyped({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey;
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

import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect, useState } from 'react';
import { useLatest } from '#renderer/app/use-latest.ts';
import { periodOfColumn } from './column-names.ts';

/** A sentence at a cell, and where the cell stands in the grid's frame. */
export type Refusal = { readonly text: string; readonly top: number; readonly left: number };

/** Keys after which the editor may have closed, or may have been held open. */
const LEAVING_KEYS: ReadonlySet<string> = new Set([
  'Enter',
  'Tab',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Escape',
]);

/**
 * Why the text in the editor cannot be taken, from the moment a person tries to leave the cell until they type on.
 * The grid keeps such an editor open with its text but says why only to a mouse that rests on it. What was refused
 * under one measure is not told of under another.
 */
export function useRefusal<Row>(
  frame: RefObject<HTMLElement | null>,
  grid: RefObject<GridApi<Row> | null>,
  explain: (text: string) => string | null,
  measure?: string,
): Refusal | null {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const latest = useLatest(explain);
  useEffect(() => {
    const element = frame.current;
    const look = () => setTimeout(() => setRefusal(findRefusal(element, grid.current, latest.current)), 0);
    const onKey = (event: KeyboardEvent) => {
      if (LEAVING_KEYS.has(event.key)) look();
    };
    const clear = () => setRefusal(null);
    element?.addEventListener('keydown', onKey, true);
    element?.addEventListener('focusout', look);
    element?.addEventListener('input', clear);
    return () => {
      element?.removeEventListener('keydown', onKey, true);
      element?.removeEventListener('focusout', look);
      element?.removeEventListener('input', clear);
    };
  }, [frame, grid, latest]);
  useEffect(() => {
    const timer = setTimeout(() => setRefusal(null), 0);
    return () => clearTimeout(timer);
  }, [measure]);
  return refusal;
}

function findRefusal<Row>(
  frame: HTMLElement | null,
  api: GridApi<Row> | null,
  explain: (text: string) => string | null,
): Refusal | null {
  const input = frame?.querySelector<HTMLInputElement>('.ag-cell-inline-editing input');
  if (frame === null || input == null || api === null) return null;
  const place = input.closest('.ag-cell');
  if (place === null || periodOfColumn(place.getAttribute('col-id') ?? '') === null) return null;
  const text = explain(input.value);
  if (text === null) return null;
  const cell = place.getBoundingClientRect();
  const origin = frame.getBoundingClientRect();
  return { text, top: cell.bottom - origin.top, left: cell.left - origin.left };
}

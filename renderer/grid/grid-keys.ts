import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import { TITLE_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';

/** What an arrow key means on the first column of a tree, as file trees have it. */
export type TreeStep = { readonly kind: 'toggle'; readonly id: string } | { readonly kind: 'to-parent' };

/** The step that a key asks for on a row's title, or null when the key keeps its usual meaning. */
export function treeStep(key: string, row: GridRow): TreeStep | null {
  if (key === 'ArrowRight' && row.isOpen === false) return { kind: 'toggle', id: row.id };
  if (key !== 'ArrowLeft') return null;
  if (row.isOpen === true) return { kind: 'toggle', id: row.id };
  return row.level > 0 ? { kind: 'to-parent' } : null;
}

/** The nearest row above that stands a level higher; -1 when there is none. */
export function parentIndex(rows: readonly GridRow[], index: number): number {
  const level = rows[index]?.level ?? 0;
  return rows.slice(0, Math.max(index, 0)).findLastIndex((row) => row.level < level);
}

/** Carries out tree keys before the grid sees them; answers whether the grid must leave the key alone. */
export function handleTreeKey(
  { event, editing, node, column, api }: SuppressKeyboardEventParams<GridRow>,
  rows: readonly GridRow[],
  toggle: (id: string) => void,
): boolean {
  const row = node.data;
  if (editing || row === undefined || column.getColId() !== TITLE_COLUMN || event.type !== 'keydown')
    return false;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
  const step = treeStep(event.key, row);
  if (step === null) return false;
  event.preventDefault();
  if (step.kind === 'toggle') toggle(step.id);
  else moveTo(parentIndex(rows, rows.indexOf(row)), (index) => api.setFocusedCell(index, TITLE_COLUMN));
  return true;
}

function moveTo(index: number, focus: (index: number) => void): void {
  if (index >= 0) focus(index);
}

import type { GridApi, ProcessRowParams } from 'ag-grid-community';
import type { GridRow } from './grid-row.ts';

/** Says of a new row how deep it stands and whether it is open; the grid itself knows only flat rows. */
export function labelTreeRow({
  eRow,
  ePinnedLeftRow,
  ePinnedRightRow,
  node,
}: ProcessRowParams<GridRow>): void {
  for (const element of [eRow, ePinnedLeftRow, ePinnedRightRow]) {
    if (element !== undefined && node.data !== undefined) label(element, node.data);
  }
}

/** Says it again for the rows on screen, after some were opened or folded up. */
export function relabelTree(frame: HTMLElement, api: GridApi<GridRow>): void {
  for (const element of frame.querySelectorAll<HTMLElement>('.ag-row[row-id]')) {
    const row = api.getRowNode(element.getAttribute('row-id') ?? '')?.data;
    if (row !== undefined) label(element, row);
  }
}

/** Names the grid and makes it a tree for those who hear it. */
export function labelGrid(frame: HTMLElement, name: string): void {
  const grid = frame.querySelector('[role="grid"], [role="treegrid"]');
  grid?.setAttribute('role', 'treegrid');
  grid?.setAttribute('aria-label', name);
}

function label(element: HTMLElement, row: GridRow): void {
  element.setAttribute('aria-level', String(row.level + 1));
  if (row.isOpen === null) element.removeAttribute('aria-expanded');
  else element.setAttribute('aria-expanded', String(row.isOpen));
}

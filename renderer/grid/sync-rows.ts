import type { GridApi } from 'ag-grid-community';
import type { GridRow } from './grid-row.ts';

/** What the grid must be told to show other rows: only those that changed, or all of them when the order or number is another. */
export type RowChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'update'; readonly changed: GridRow[] }
  | { readonly kind: 'replace' };

/** Compares what the grid shows with what it should show; a row that is the same object is not looked at. */
export function compareRows(shown: readonly GridRow[], wanted: readonly GridRow[]): RowChange {
  if (shown.length !== wanted.length) return { kind: 'replace' };
  const changed: GridRow[] = [];
  for (const [index, row] of wanted.entries()) {
    const before = shown[index];
    if (before === row) continue;
    if (before?.id !== row.id) return { kind: 'replace' };
    changed.push(row);
  }
  return changed.length === 0 ? { kind: 'none' } : { kind: 'update', changed };
}

/** Brings the grid from the rows it shows to those wanted. */
export function showRows(api: GridApi<GridRow>, shown: readonly GridRow[], wanted: readonly GridRow[]): void {
  const change = compareRows(shown, wanted);
  if (change.kind === 'update') api.applyTransaction({ update: change.changed });
  else if (change.kind === 'replace') api.setGridOption('rowData', [...wanted]);
}

import type { GridApi, RowDataTransaction } from 'ag-grid-community';
import type { GridRow } from './grid-row.ts';

/** What the grid must be told to show other rows: a few that changed, came or went together, or all of them. */
export type RowChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly transaction: RowDataTransaction<GridRow> }
  | { readonly kind: 'replace' };

/** Compares what the grid shows with what it should show; a row that is the same object is not looked at. */
export function compareRows(shown: readonly GridRow[], wanted: readonly GridRow[]): RowChange {
  const head = countSame(shown, wanted, (rows, index) => rows[index]);
  const rest = Math.min(shown.length, wanted.length) - head;
  const tail = Math.min(
    rest,
    countSame(shown, wanted, (rows, index) => rows[rows.length - 1 - index]),
  );
  const remove = shown.slice(head, shown.length - tail);
  const add = wanted.slice(head, wanted.length - tail);
  const gone = new Set(remove.map(({ id }) => id));
  // Rows that moved: the grid cannot be told so by a transaction.
  if (add.some(({ id }) => gone.has(id))) return { kind: 'replace' };
  const shift = wanted.length - shown.length;
  const update = wanted.filter((row, index) => {
    if (index < head) return row !== shown[index];
    return index >= wanted.length - tail && row !== shown[index - shift];
  });
  if (remove.length + add.length + update.length === 0) return { kind: 'none' };
  return { kind: 'some', transaction: { remove, add, addIndex: head, update } };
}

/** Brings the grid from the rows it shows to those wanted. */
export function showRows(api: GridApi<GridRow>, shown: readonly GridRow[], wanted: readonly GridRow[]): void {
  const change = compareRows(shown, wanted);
  if (change.kind === 'some') api.applyTransaction(change.transaction);
  else if (change.kind === 'replace') api.setGridOption('rowData', [...wanted]);
}

/** How many rows from one end on are the same by their ids. */
function countSame(
  a: readonly GridRow[],
  b: readonly GridRow[],
  pick: (rows: readonly GridRow[], index: number) => GridRow | undefined,
): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && pick(a, count)?.id === pick(b, count)?.id) count += 1;
  return count;
}

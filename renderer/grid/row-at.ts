import type { GridApi, IRowNode, RowPinnedType } from 'ag-grid-community';

/** The row at an index, among those that scroll or those pinned to the foot. */
export function rowAt<Row>(api: GridApi<Row>, index: number, pinned: RowPinnedType): Row | null {
  // The grid's own type says `any` here for what is the grid's row.
  const node: IRowNode<Row> | undefined =
    pinned === 'bottom' ? api.getPinnedBottomRow(index) : api.getDisplayedRowAtIndex(index);
  return node?.data ?? null;
}

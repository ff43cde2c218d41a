/** How a cell looks; each name is one style of the workbook (see `cell-styles.ts`). */
export type CellLook =
  | 'title'
  | 'subtitle'
  | 'text'
  | 'wrapped'
  | 'strong'
  | 'header'
  | 'headerRight'
  | 'heading'
  | 'amount'
  | 'subtotalText'
  | 'subtotal'
  | 'totalText'
  | 'total'
  | 'share'
  | 'totalShare'
  | 'number'
  | 'integer';

/** A cell: a constant, or a live formula with the result that it has. A null value is an empty cell with a look. */
export type CellSpec = {
  readonly value: string | number | null;
  readonly formula?: string;
  readonly look: CellLook;
};

/** A row of cells from the first column on; undefined leaves a cell out. `level` groups rows that can be folded away. */
export type RowSpec = {
  readonly cells: readonly (CellSpec | undefined)[];
  readonly level?: number;
};

/** A sheet as data: the writer turns it into the file, row by row, so that a large one never stands whole in memory. */
export type SheetSpec = {
  readonly name: string;
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The row that is repeated on each printed page. */
  readonly headerRow: number;
  readonly landscape: boolean;
  readonly rows: Iterable<RowSpec>;
};

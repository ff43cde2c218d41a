/** What a cell holds. A formula's cell has the kind of its cached result. */
export type CellKind = 'blank' | 'number' | 'text' | 'date' | 'boolean' | 'error';

/** One cell as the file holds it. Blank stays blank: it never becomes zero or an empty text. */
export type RawCell = {
  readonly kind: CellKind;
  /** The text of the value exactly as in the file: decimal text of a number, serial or ISO text of a date, 0 or 1. */
  readonly raw: string;
  /** The text for people: rich text joined, dates as ISO, TRUE or FALSE, the error code; a number as its raw text. */
  readonly text: string;
  /** The formula without its leading `=`; empty when the file marks a formula and does not hold it; else null. */
  readonly formula: string | null;
  /** False only for a formula whose result the file does not hold. */
  readonly hasCachedValue: boolean;
  /** The number format code (`General` when the file gives none). */
  readonly format: string;
};

/** A merged range; all four edges belong to it, zero-based. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** The parts of a cell's style that tell headings and subtotals from data. */
export type CellStyle = { readonly bold: boolean; readonly indent: number };

/** One worksheet. All row and column numbers are zero-based. */
export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** One more than the last row that holds something, whatever dimension the file declares. */
  readonly rows: number;
  /** One more than the last column that holds something. */
  readonly columns: number;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The cell at this place; blank where the file holds nothing. */
  readonly cell: (row: number, column: number) => RawCell;
  /** The kind alone, without building the cell: for scanning large sheets. */
  readonly kind: (row: number, column: number) => CellKind;
  readonly style: (row: number, column: number) => CellStyle;
  /** The columns of one row that hold something, in ascending order. */
  readonly rowCells: (row: number) => readonly number[];
};

/** A name that the workbook gives to a range or formula. */
export type DefinedName = {
  readonly name: string;
  /** The sheet to which the name belongs; null for the whole workbook. */
  readonly sheet: string | null;
  readonly refersTo: string;
};

/** How the bytes of a csv file were understood: both are judged from the content, so both are told. */
export type TextFormat = {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter: string;
};

export type Workbook = {
  readonly sheets: readonly Sheet[];
  /** True when serial 0 of its dates is 1 January 1904. */
  readonly date1904: boolean;
  readonly definedNames: readonly DefinedName[];
  /** Set for csv and tsv files, null for workbooks. */
  readonly textFormat: TextFormat | null;
};

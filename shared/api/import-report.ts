import type { Message } from '../messages/message.ts';

/** What reading a file found, in the shape that scripts rely on. Amounts are decimal text in whole currency units after scale. */
export type SheetSummary = {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
};

export type YearColumn = {
  /** Column letters; for a table with its years in rows, the column that holds the amounts. */
  readonly column: string;
  readonly header: string;
  readonly label: string;
  readonly start: string;
  readonly end: string;
  /** What the column holds: `need`, `allocation`, `award`, `actual`, or the file's own word such as `Proposed`. */
  readonly measure: string;
  readonly total: string;
};

export const ROW_ROLES = ['data', 'heading', 'subtotal', 'total', 'memo', 'note'] as const;
export type RowRole = (typeof ROW_ROLES)[number];

export type StatedTotalReport = {
  readonly cell: string;
  readonly stated: string;
  readonly computed: string;
  readonly difference: string;
};

export type TableReport = {
  readonly sheet: string;
  readonly range: string;
  readonly block: string | null;
  readonly orientation: 'columns' | 'rows';
  /** One-based row numbers, as a spreadsheet shows them. */
  readonly headerRows: readonly number[];
  readonly measure: string;
  readonly currency: string | null;
  readonly scale: string;
  /** 0 to 1 as decimal text. */
  readonly confidence: string;
  readonly yearColumns: readonly YearColumn[];
  readonly rows: Readonly<Record<RowRole, number>>;
  readonly statedTotals: readonly StatedTotalReport[];
};

export type FindingSeverity = 'error' | 'warning' | 'info';

/** Something in a file that a person should know of, with its sheet and cell. */
export type Finding = {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly raw: string | null;
  readonly message: Message;
};

export type ImportReport = {
  readonly file: string;
  readonly sha256: string;
  readonly sheets: readonly SheetSummary[];
  readonly tables: readonly TableReport[];
  readonly findings: readonly Finding[];
  readonly plan: { readonly lines: number; readonly sources: number; readonly years: number } | null;
};

import type { Sheet } from '#main/excel/read/sheet.ts';
import type { ImportReport } from '#shared/api/import-report.ts';
import type { ImportTable } from './detect/import-table.ts';

/** The file that is imported, as every figure's origin names it. */
export type ImportFile = { readonly name: string; readonly sha256: string };

/** What an import needs of a sheet once its tables are found. */
export type ImportSheet = Pick<Sheet, 'name' | 'hidden' | 'rows' | 'columns' | 'cell' | 'kind' | 'rowCells'>;

/** A workbook that was read for import: its sheets, the tables found, and the report on them. */
export type ImportState = {
  readonly file: ImportFile;
  readonly locale: string;
  /** The start of the fiscal year, by the file's words or the locale. */
  readonly startMonth: number;
  readonly sheets: readonly ImportSheet[];
  readonly tables: readonly ImportTable[];
  /** Tables that state the same year totals as an earlier, more detailed one: index of the other by index. */
  readonly repeats: ReadonlyMap<number, number>;
  readonly report: ImportReport;
};

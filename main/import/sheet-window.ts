import { decimalText } from '#main/excel/read/decimal-text.ts';
import type { RawCell } from '#main/excel/read/sheet.ts';
import type { SheetCell, SheetCells } from '#shared/api/api.ts';
import type { ImportSheet, ImportState } from './import-state.ts';

/** One window shows at most so many rows and columns, and so much of a cell's text. */
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 300;
const MOST_CHARACTERS = 300;

/** The cells of some rows of a sheet with the roles of its rows; rows and columns are zero-based. */
export function sheetCells(state: ImportState, name: string, firstRow: number, rows: number): SheetCells {
  const index = state.sheets.findIndex((sheet) => sheet.name === name);
  const sheet = state.sheets[index];
  if (sheet === undefined) return { firstRow, rows: 0, columns: 0, cells: [], roles: [] };
  const from = Math.max(0, Math.floor(firstRow));
  const to = Math.min(sheet.rows, from + Math.min(MOST_ROWS, Math.max(0, Math.floor(rows))));
  const isShown = (row: number): boolean => row >= from && row < to;
  const roles: SheetCells['roles'][number][] = [];
  state.tables.forEach((table, number) => {
    if (table.sheet !== index) return;
    for (const row of table.headerRows) if (isShown(row)) roles.push({ row, role: 'header', table: number });
    for (const { row, role } of table.rows) if (isShown(row)) roles.push({ row, role, table: number });
  });
  return {
    firstRow: from,
    rows: Math.max(0, to - from),
    columns: Math.min(sheet.columns, MOST_COLUMNS),
    cells: Array.from({ length: Math.max(0, to - from) }, (_, at) => rowCells(sheet, from + at)).flat(),
    roles,
  };
}

function rowCells(sheet: ImportSheet, row: number): SheetCell[] {
  return sheet.rowCells(row).flatMap((column) => {
    const cell = sheet.cell(row, column);
    if (cell.kind === 'blank' || column >= MOST_COLUMNS) return [];
    return [{ row, column, text: shownText(cell), number: cell.kind === 'number' }];
  });
}

function shownText(cell: RawCell): string {
  return (decimalText(cell) ?? cell.text).slice(0, MOST_CHARACTERS);
}

import type ExcelJS from 'exceljs';
import type { Style } from 'exceljs';
import type { CellLook, CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';
import { forgetFormulas, untilZipped } from './streamed-sheet.ts';

type SheetOptions = {
  readonly styles: Readonly<Record<CellLook, Partial<Style>>>;
  readonly footer: string;
  readonly signal?: AbortSignal;
};

/** The height of a line of text, in points. */
const LINE_POINTS = 13.5;
/** Words do not fill a line to its end: the share of a column's width that text takes, on the safe side. */
const CHARACTERS_OF_WIDTH = 1.05;
const WRAPPED: ReadonlySet<CellLook> = new Set(['wrapped', 'header', 'headerRight']);

/** Rows between two breaths: what was written can leave memory, and a cancel is heard. */
const ROWS_BETWEEN_PAUSES = 100;

/** Writes one sheet, row by row. */
export async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  spec: SheetSpec,
  options: SheetOptions,
): Promise<void> {
  const sheet = workbook.addWorksheet(spec.name, {
    views: [viewOf(spec)],
    properties: { outlineLevelRow: 1 },
    pageSetup: {
      paperSize: 9,
      orientation: spec.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(spec.headerRow > 0 ? { printTitlesRow: `${spec.headerRow}:${spec.headerRow}` } : {}),
    },
    headerFooter: { oddFooter: options.footer },
  });
  sheet.columns = spec.widths.map((width) => ({ width }));
  let number = 0;
  for (const row of spec.rows) {
    number += 1;
    writeRow(sheet, number, row, options, spec.widths);
    if (number % ROWS_BETWEEN_PAUSES === 0) {
      forgetFormulas(sheet);
      await untilZipped(sheet);
      options.signal?.throwIfAborted();
    }
  }
  sheet.commit();
}

function viewOf(spec: SheetSpec): Partial<ExcelJS.WorksheetView> {
  if (spec.frozenRows === 0 && spec.frozenColumns === 0) return { state: 'normal', showGridLines: false };
  return { state: 'frozen', xSplit: spec.frozenColumns, ySplit: spec.frozenRows, showGridLines: false };
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  number: number,
  spec: RowSpec,
  options: SheetOptions,
  widths: readonly number[],
): void {
  const row = sheet.getRow(number);
  const lines = linesOf(spec, widths);
  if (lines > 1) row.height = lines * LINE_POINTS;
  if (spec.level !== undefined) row.outlineLevel = spec.level;
  for (const [index, cell] of spec.cells.entries()) {
    if (cell === undefined) continue;
    const target = row.getCell(index + 1);
    target.value = cellValue(cell);
    target.style = options.styles[cell.look];
  }
  row.commit();
}

/** How many lines the longest wrapped text of a row takes: a file says how high a row is, only a screen could measure it. */
function linesOf(spec: RowSpec, widths: readonly number[]): number {
  const counts = spec.cells.map((cell, index) => {
    if (cell === undefined || !WRAPPED.has(cell.look) || typeof cell.value !== 'string') return 1;
    const width = (widths[index] ?? 10) * CHARACTERS_OF_WIDTH;
    return cell.value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.max(1, ...counts);
}

function cellValue(cell: CellSpec): ExcelJS.CellValue {
  if (cell.formula === undefined) return cell.value;
  return { formula: cell.formula, result: cell.value ?? 0 };
}

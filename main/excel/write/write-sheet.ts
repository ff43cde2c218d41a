import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { Style } from 'exceljs';
import type { CellLook, CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';

type SheetOptions = {
  readonly styles: Readonly<Record<CellLook, Partial<Style>>>;
  readonly footer: string;
  readonly signal?: AbortSignal;
};

/** Rows between two breaths: what was written can leave memory, and a cancel is heard. */
const ROWS_BETWEEN_PAUSES = 200;

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
    writeRow(sheet, number, row, options);
    if (number % ROWS_BETWEEN_PAUSES === 0) {
      await setImmediate();
      options.signal?.throwIfAborted();
    }
  }
  sheet.commit();
}

function viewOf(spec: SheetSpec): Partial<ExcelJS.WorksheetView> {
  if (spec.frozenRows === 0 && spec.frozenColumns === 0) return { state: 'normal', showGridLines: false };
  return { state: 'frozen', xSplit: spec.frozenColumns, ySplit: spec.frozenRows, showGridLines: false };
}

function writeRow(sheet: ExcelJS.Worksheet, number: number, spec: RowSpec, options: SheetOptions): void {
  const row = sheet.getRow(number);
  if (spec.level !== undefined) row.outlineLevel = spec.level;
  for (const [index, cell] of spec.cells.entries()) {
    if (cell === undefined) continue;
    const target = row.getCell(index + 1);
    target.value = cellValue(cell);
    target.style = options.styles[cell.look];
  }
  row.commit();
}

function cellValue(cell: CellSpec): ExcelJS.CellValue {
  if (cell.formula === undefined) return cell.value;
  return { formula: cell.formula, result: cell.value ?? 0 };
}

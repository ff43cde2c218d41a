import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect } from '@playwright/test';
import { parseAddress } from '#main/excel/read/a1.ts';
import { decimalText } from '#main/excel/read/decimal-text.ts';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import type { Workbook } from '#main/excel/read/sheet.ts';

type ShownCell = { readonly value: string; readonly formula: string | null };

export type ExportedWorkbook = {
  /** A cell as both readers have it: its figure or text, and its formula. */
  readonly show: (sheet: string, address: string) => ShownCell;
  /** The row, as a spreadsheet counts, whose first cell has this text. */
  readonly findRow: (sheet: string, title: string) => number;
};

/** An exported workbook by two readers that share no code, the program's own and exceljs; they must agree on each cell. */
export async function readExport(path: string): Promise<ExportedWorkbook> {
  const own = await readWorkbook(path);
  if (!own.ok) throw new Error(own.code);
  const other = new ExcelJS.Workbook();
  // exceljs's types know only the Buffer of older Node versions.
  await other.xlsx.load(readFileSync(path) as unknown as ExcelJS.Buffer);
  return {
    show: (sheet, address) => {
      const cell = ownCell(own.value, sheet, address);
      expect(otherCell(other, sheet, address), `${sheet} ${address} by another reader`).toEqual(cell);
      return cell;
    },
    findRow: (name, title) => {
      const sheet = sheetOf(own.value, name);
      for (let row = 0; row < sheet.rows; row += 1) if (sheet.cell(row, 0).text === title) return row + 1;
      throw new Error(`${name} has no row ${title}`);
    },
  };
}

function sheetOf({ sheets }: Workbook, name: string) {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

function ownCell(workbook: Workbook, name: string, address: string): ShownCell {
  const place = parseAddress(address);
  if (place === null) throw new Error(address);
  const cell = sheetOf(workbook, name).cell(place.row, place.column);
  return { value: cell.kind === 'number' ? String(decimalText(cell)) : cell.text, formula: cell.formula };
}

function otherCell(workbook: ExcelJS.Workbook, name: string, address: string): ShownCell {
  const cell = workbook.getWorksheet(name)?.getCell(address);
  if (cell === undefined) throw new Error(`There is no sheet ${name}`);
  const value = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  const isPlain = typeof value === 'number' || typeof value === 'string';
  return {
    value: isPlain ? String(value) : '',
    formula: cell.type === ExcelJS.ValueType.Formula ? cell.formula : null,
  };
}

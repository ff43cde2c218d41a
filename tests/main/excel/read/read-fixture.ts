import { assert } from 'vitest';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import type { ReadOptions } from '#main/excel/read/read-workbook.ts';
import type { ReadRefusal } from '#main/excel/read/refusal.ts';
import type { Sheet, Workbook } from '#main/excel/read/sheet.ts';
import type { SheetXml, WorkbookXml } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { workbookBytes } from '#tests/fixtures/xlsx/workbook-parts.ts';

/** Reads bytes that must open. */
export async function readBytes(bytes: Uint8Array, options: ReadOptions = {}): Promise<Workbook> {
  const result = await readWorkbook(bytes, { fileName: 'plan.xlsx', ...options });
  assert(result.ok, result.ok ? '' : `refused: ${result.code} ${JSON.stringify(result.details)}`);
  return result.value;
}

/** Reads bytes that must be refused. */
export async function refuseBytes(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadRefusal> {
  const result = await readWorkbook(bytes, { fileName: 'plan.xlsx', ...options });
  assert(!result.ok, 'was not refused');
  return result;
}

/** Builds a workbook of one sheet and reads the sheet back. */
export async function readSheet(sheet: SheetXml, rest: Omit<WorkbookXml, 'sheets'> = {}): Promise<Sheet> {
  const { sheets } = await readBytes(await workbookBytes({ ...rest, sheets: [sheet] }));
  const [first] = sheets;
  assert(first !== undefined);
  return first;
}

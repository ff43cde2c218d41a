import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decimalText } from '#main/excel/read/decimal-text.ts';
import { parseAddress } from '#main/excel/read/a1.ts';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import type { Sheet, Workbook } from '#main/excel/read/sheet.ts';
import { writeWorkbookFile } from '#main/excel/write/write-workbook.ts';
import { planDigest } from '#shared/review/digest.ts';
import { exportToFolder, planToExport } from '#tests/fixtures/exported-plan.ts';

let workbook: Workbook;
let path: string;

beforeAll(async () => {
  path = await exportToFolder(planToExport());
  const read = await readWorkbook(path);
  if (!read.ok) throw new Error(read.code);
  workbook = read.value;
});

function sheetOf(name: string): Sheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** What a cell shows and, behind a bar, its formula. */
function show(sheet: Sheet, address: string): string {
  const place = parseAddress(address);
  if (!place) throw new Error(address);
  const cell = sheet.cell(place.row, place.column);
  const text = cell.kind === 'number' ? decimalText(cell) : cell.text;
  return cell.formula === null ? String(text) : `${text} | ${cell.formula}`;
}

function findRow(sheet: Sheet, title: string, from = 0): number {
  for (let row = from; row < sheet.rows; row += 1) if (sheet.cell(row, 0).text === title) return row + 1;
  throw new Error(`No row ${title}`);
}

describe('the exported workbook', () => {
  it('has the five sheets in reading order', () => {
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Plan',
      'Funding',
      'Sources',
      'Checks',
    ]);
  });

  it('shows the need of each line, blank as blank and nil as nil, with live sums', () => {
    const plan = sheetOf('Plan');
    expect(['D4', 'E4', 'F4', 'G4', 'H4'].map((address) => show(plan, address))).toEqual([
      'Before',
      '2026/27',
      '2027/28',
      '2028/29',
      'Total',
    ]);
    expect(['A7', 'B7', 'C7', 'D7', 'E7', 'F7', 'G7', 'H7'].map((address) => show(plan, address))).toEqual([
      'Retrofit',
      '00123',
      'Capital',
      '5.05',
      '1000000.1',
      '0',
      '',
      '1000005.15 | ROUND(SUM(D7:G7),2)',
    ]);
    expect(plan.kind(6, 6)).toBe('blank');
    expect(show(plan, 'E9')).toBe('1050000.1 | ROUND(SUM(E7:E8),2)');
    expect(show(plan, 'A10')).toBe('Without a programme');
    expect(show(plan, 'H13')).toBe('1324756.13 | ROUND(SUM(H7:H8,H11),2)');
  });

  it('adds funding on the Funding sheet and works the gap out from need, contingency and funding', () => {
    const plan = sheetOf('Plan');
    const funding = findRow(plan, 'Funding');
    const gap = findRow(plan, 'Gap (need and contingency over funding)');
    expect(show(plan, `E${funding + 2}`)).toBe("750001 | ROUND(SUM('Funding'!G5:G6),2)");
    expect(show(plan, `E${gap + 2}`)).toBe(`349999.1 | MAX(0,ROUND(E7+E17-E${funding + 2},2))`);
    expect(show(plan, `G${gap + 3}`)).toBe(`0 | MAX(0,ROUND(G8+G18-G${funding + 3},2))`);
  });

  it('lists each allocation with its total, and what each source has left', () => {
    expect(show(sheetOf('Funding'), 'J5')).toBe('700000.99 | ROUND(SUM(F5:I5),2)');
    expect(show(sheetOf('Funding'), 'J8')).toBe('875002.33 | ROUND(SUM(J5:J7),2)');
    const sources = sheetOf('Sources');
    expect(['M6', 'N6', 'O6'].map((address) => show(sources, address))).toEqual([
      '300001 | ROUND(SUM(I6:L6),2)',
      "175001.34 | ROUND(SUMIF('Funding'!$D$5:$D$7,A6,'Funding'!$J$5:$J$7),2)",
      '124999.66 | ROUND(M6-N6,2)',
    ]);
  });

  it('prints each check with its state, figure, threshold, basis and sentence', () => {
    const checks = sheetOf('Checks');
    const row = findRow(checks, 'SC-1');
    expect(show(checks, `B${row}`)).toBe('Scale');
    expect(show(checks, `D${row}`)).toBe('Fail');
    expect(show(checks, `E${row}`)).toMatch(/^0\.\d{1,6}$/);
    expect(show(checks, `G${row}`)).toContain('pass: at least 100%');
    expect(show(checks, `H${row}`)).toContain('House default');
    const evidence = findRow(checks, 'Evidence: the cells that drive each check, largest first');
    expect(evidence).toBeGreaterThan(row);
  });

  it('sums up on the first sheet, linked to the others', () => {
    const summary = sheetOf('Summary');
    const row = findRow(summary, 'Total');
    expect(show(summary, `B${row}`)).toBe(`1324756.13 | ROUND(SUM(B${row - 4}:B${row - 1}),2)`);
    expect(show(summary, `B${row - 3}`)).toBe("1125000.43 | 'Plan'!E13");
    expect(show(summary, `D${findRow(summary, 'Scale')}`)).toMatch(/^[012] \| COUNTIFS\('Checks'/);
  });

  it('never turns text into a formula, and keeps codes as text', () => {
    const plan = sheetOf('Plan');
    const cell = plan.cell(7, 0);
    expect([cell.kind, cell.text, cell.formula]).toEqual(['text', '=SUM(A1)', null]);
    expect(plan.kind(6, 1)).toBe('text');
    const errors = workbook.sheets.flatMap((sheet) =>
      Array.from({ length: sheet.rows }, (_, row) =>
        sheet.rowCells(row).map((column) => sheet.kind(row, column)),
      ),
    );
    expect(errors.flat().filter((kind) => kind === 'error')).toEqual([]);
  });

  it('freezes panes, repeats headings on each page, fits pages to width and formats amounts', async () => {
    const written = new ExcelJS.Workbook();
    await written.xlsx.readFile(path);
    const plan = written.getWorksheet('Plan');
    expect(plan?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
    expect(plan?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    expect(plan?.pageSetup.printTitlesRow).toBe('4:4');
    expect(plan?.getCell('E7').numFmt).toBe('#,##0.00_);(#,##0.00);"-"_)');
    expect(plan?.getColumn(1).width).toBe(38);
    expect(plan?.headerFooter.oddFooter).toContain('Homes && growth');
  });
});

describe('writing the workbook', () => {
  it('leaves nothing behind when it is cancelled, and not the older file harmed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'perennial-cancel-'));
    const target = join(folder, 'Plan.xlsx');
    await writeFile(target, 'older');
    const plan = planToExport();
    const input = {
      plan,
      results: [],
      digest: planDigest(plan),
      sequence: 0,
      exportedAt: '2026-11-22T13:05:00.000Z',
      appVersion: '0.1.0',
    };
    const signal = AbortSignal.abort();
    await expect(writeWorkbookFile(input, target, { signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(folder)).toEqual(['Plan.xlsx']);
    await expect(writeWorkbookFile(input, join(folder, 'absent', 'Plan.xlsx'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await readdir(dirname(target))).toEqual(['Plan.xlsx']);
  });

  it('writes yen without decimals', async () => {
    const plan = { ...planToExport(), currency: 'JPY' };
    const read = await readWorkbook(await exportToFolder(plan));
    if (!read.ok) throw new Error(read.code);
    const sheet = read.value.sheets[1];
    expect(sheet?.cell(6, 4).raw).toBe('100000010');
    expect(sheet?.cell(6, 4).format).toBe('#,##0_);(#,##0);"-"_)');
    expect(sheet?.cell(6, 7).formula).toBe('ROUND(SUM(D7:G7),0)');
  });
});

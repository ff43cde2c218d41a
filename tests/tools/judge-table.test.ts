import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeTable } from '#tools/workbooks/judge-table.ts';
import { readTruth } from '#tools/workbooks/read-truth.ts';
import type { TrueTable } from '#tools/workbooks/read-truth.ts';
import { readRows } from '#tests/fixtures/workbooks/read-sheets.ts';

const { report } = readRows([
  ['Line £000', '2025/26', '2026/27'],
  ['A', 1.5, 2],
  ['B', 3, 4],
]);
const TRUTH: TrueTable = {
  file: 'plan.xlsx',
  sheet: 'Sheet1',
  title: '',
  rows: [2, 3],
  lastRow: 3,
  scale: '1000.0',
  sums: new Map([
    ['B', '4.5'],
    ['C', '6'],
  ]),
};

it('calls a table exact only when every sum is', () => {
  expect(judgeTable(report, TRUTH)).toEqual({ kind: 'exact', why: '' });
  const sums = new Map([...TRUTH.sums, ['C', '6.001']]);
  expect(judgeTable(report, { ...TRUTH, sums })).toMatchObject({ kind: 'wrong' });
});

it('lets a table ask that is not found, not sure, or of an assumed scale', () => {
  expect(judgeTable(report, { ...TRUTH, sheet: 'Other' }).kind).toBe('asked');
  const unsure = { ...report, tables: report.tables.map((table) => ({ ...table, confidence: '0.5' })) };
  expect(judgeTable(unsure, { ...TRUTH, scale: '1' }).kind).toBe('asked');
  const assumed = readRows([
    ['Line', '2025/26', '2026/27'],
    ['A', 1.5, 2],
    ['B', 3, 4],
  ]).report;
  expect(judgeTable(assumed, TRUTH).kind).toBe('asked');
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perennial-truth-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads sums as the digits that stand in the file', async () => {
  const path = join(folder, 'truth.json');
  const csv = { file: 'b.csv', header: ['a', '2025'], header_line: 1, data_lines: 2, scale_multiplier: 1 };
  const sums = '"sums": {"B": 1224433806.99, "C": 123456789012345678}';
  const table = `{"file": "a.xlsx", "sheet": "S", "first_data_row": 2, "last_data_row": 9, "scale_multiplier": 1.0, ${sums}}`;
  writeFileSync(
    path,
    `{"workbooks": [${table}], "csv": [${JSON.stringify({ ...csv, sums: { '2025': 3 } })}]}`,
  );
  const truth = await readTruth(path);
  if (typeof truth === 'string') throw new Error(truth);
  expect(truth.map(({ file, rows, sums: known }) => [file, rows, [...known]])).toEqual([
    [
      'a.xlsx',
      [2, 9],
      [
        ['B', '1224433806.99'],
        ['C', '123456789012345678'],
      ],
    ],
    ['b.csv', [2, 3], [['B', '3']]],
  ]);
  expect(await readTruth(join(folder, 'none.json'))).toContain('cannot be read');
});

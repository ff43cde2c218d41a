import { expect, it } from 'vitest';
import { sheetCells, unpackImport } from '#main/import/import-service.ts';
import { packImport } from '#main/import/packed-import.ts';
import { readSheets } from '#tests/fixtures/workbooks/read-sheets.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import { CITY_SPENDING } from '#tests/fixtures/workbooks/town-tables.ts';

const state = readSheets([
  sheetOf(CITY_SPENDING, { name: 'Spending' }),
  sheetOf([['事業', null, 0.58]], { name: '計画' }),
]);

it('crosses a process boundary and shows the same cells behind it', () => {
  const crossed = unpackImport(structuredClone(packImport(state)));
  expect(crossed.report).toEqual(state.report);
  for (const name of ['Spending', '計画']) {
    expect(sheetCells(crossed, name, 0, 40)).toEqual(sheetCells(state, name, 0, 40));
  }
  expect(crossed.sheets[0]?.cell(4, 2)).toMatchObject({ kind: 'number', raw: '170226896' });
  expect(crossed.sheets[0]?.kind(0, 0)).toBe('blank');
});

it('answers a window of a sheet with the roles of its rows', () => {
  const cells = sheetCells(state, 'Spending', 2, 6);
  expect(cells).toMatchObject({ firstRow: 2, rows: 6, columns: 6 });
  expect(cells.roles).toEqual([
    { row: 2, role: 'header', table: 0 },
    { row: 4, role: 'data', table: 0 },
    { row: 5, role: 'data', table: 0 },
    { row: 6, role: 'data', table: 0 },
    { row: 7, role: 'subtotal', table: 0 },
  ]);
  expect(cells.cells[0]).toEqual({ row: 2, column: 1, text: 'Expenditure Categories', number: false });
  expect(cells.cells.find(({ row, column }) => row === 4 && column === 2)).toEqual({
    row: 4,
    column: 2,
    text: '170226896',
    number: true,
  });
});

it('answers nothing for a sheet that is not there, and stops at the last row', () => {
  expect(sheetCells(state, 'Other', 0, 10)).toEqual({
    firstRow: 0,
    rows: 0,
    columns: 0,
    cells: [],
    roles: [],
  });
  expect(sheetCells(state, 'Spending', 30, 100).rows).toBe(1);
});

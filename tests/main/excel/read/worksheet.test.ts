import { expect, test } from 'vitest';
import { decimalText } from '#main/excel/read/decimal-text.ts';
import { numberFormatStyles, workbookBytes } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { readSheet, refuseBytes } from './read-fixture.ts';

const MISSING = { kind: 'blank', raw: '', text: '', formula: null, hasCachedValue: true, format: 'General' };

test('every type of cell has its kind, its raw text and its text for people', async () => {
  const sheet = await readSheet(
    {
      rows: `<row r="1">
        <c r="A1"><v>0.57999999999999996</v></c>
        <c r="B1" t="n"><v>1.5E-2</v></c>
        <c r="C1" t="s"><v>0</v></c>
        <c r="D1" t="str"><v>typed</v></c>
        <c r="E1" t="inlineStr"><is><t>in line</t></is></c>
        <c r="F1" t="b"><v>1</v></c>
        <c r="G1" t="b"><v>0</v></c>
        <c r="H1" t="e"><v>#REF!</v></c>
        <c r="I1" t="d"><v>2024-03-31T00:00:00</v></c>
        <c r="J1" t="d"><v>next spring</v></c>
        <c r="K1"><v>1,234</v></c>
        <c r="L1"><v> 12 </v></c>
      </row>`,
    },
    { sharedStrings: '<si><t>shared</t></si>' },
  );
  const read = sheet.rowCells(0).map((column) => {
    const { kind, raw, text } = sheet.cell(0, column);
    return [kind, raw, text];
  });
  expect(read).toEqual([
    ['number', '0.57999999999999996', '0.57999999999999996'],
    ['number', '1.5E-2', '1.5E-2'],
    ['text', 'shared', 'shared'],
    ['text', 'typed', 'typed'],
    ['text', 'in line', 'in line'],
    ['boolean', '1', 'TRUE'],
    ['boolean', '0', 'FALSE'],
    ['error', '#REF!', '#REF!'],
    ['date', '2024-03-31T00:00:00', '2024-03-31'],
    ['text', 'next spring', 'next spring'],
    ['text', '1,234', '1,234'],
    ['number', '12', '12'],
  ]);
  expect(decimalText(sheet.cell(0, 0))).toBe('0.58');
  expect(decimalText(sheet.cell(0, 1))).toBe('0.015');
});

test('blank stays blank: cells with a format alone, empty texts, places without a cell', async () => {
  const sheet = await readSheet(
    {
      rows: `<row r="1"><c r="A1" s="1"/><c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t/></is></c>
        <c r="D1" t="str"><v></v></c><c r="E1"><v/></c><c r="F1"><v>0</v></c></row>`,
    },
    { sharedStrings: '<si><t/></si>', styles: numberFormatStyles(['0.00']) },
  );
  expect(sheet.rowCells(0)).toEqual([5]);
  expect(sheet.cell(0, 0)).toEqual(MISSING);
  expect(sheet.cell(0, 5)).toMatchObject({ kind: 'number', raw: '0' });
  expect(sheet.cell(7, 7)).toEqual(MISSING);
  expect(sheet.kind(7, 7)).toBe('blank');
  expect(sheet.rowCells(7)).toEqual([]);
});

test('rows and cells without addresses stand after the ones before', async () => {
  const sheet = await readSheet({
    rows: `<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`,
  });
  expect([0, 3, 4].map((row) => sheet.rowCells(row))).toEqual([[0, 1], [2, 3], [0]]);
  expect(sheet.cell(3, 3).raw).toBe('4');
  expect(sheet.cell(4, 0).raw).toBe('5');
});

test('rows and cells out of order are put in order, and the last of two at one place counts', async () => {
  const sheet = await readSheet({
    rows: `<row r="3"><c r="B3"><v>32</v></c><c r="A3"><v>31</v></c></row><row r="1"><c r="A1"><v>11</v></c></row>
      <row r="3"><c r="A3"><v>33</v></c></row>`,
  });
  expect(sheet.rows).toBe(3);
  expect(sheet.rowCells(2)).toEqual([0, 1]);
  expect(sheet.cell(2, 0).raw).toBe('33');
  expect(sheet.cell(0, 0).raw).toBe('11');
});

test('a declared dimension far beyond the data does not count', async () => {
  const sheet = await readSheet({
    before: '<dimension ref="A1:XFD1048576"/>',
    rows: '<row r="2"><c r="C2"><v>1</v></c></row><row r="1048576"/>',
  });
  expect([sheet.rows, sheet.columns]).toEqual([2, 3]);
});

test.each([
  ['<row r="1"><c r="XFE1"><v>1</v></c></row>', 'XFE1'],
  ['<row r="1048577"><c><v>1</v></c></row>', 'A1048577'],
  ['<row r="99999999999999999999"/>', 'A99999999999999999999'],
  ['<row r="-3"/>', 'A-3'],
  ['<row r="1"><c r="nonsense"><v>1</v></c></row>', 'nonsense'],
  ['<row r="1048576"/><row/>', 'A1048577'],
])('a cell that no worksheet has is refused: %s', async (rows, address) => {
  const refusal = await refuseBytes(await workbookBytes({ sheets: [{ rows }] }));
  expect(refusal).toMatchObject({ code: 'cell-outside-sheet', details: { sheet: 'Sheet1' } });
  expect(refusal.details).toHaveProperty('address', address.slice(0, 20));
});

test('a pointer to a shared text that is not there is refused with its cell', async () => {
  const rows = '<row r="2"><c r="B2" t="s"><v>1</v></c></row>';
  const bytes = await workbookBytes({ sheets: [{ rows }], sharedStrings: '<si><t>only</t></si>' });
  expect(await refuseBytes(bytes)).toMatchObject({
    code: 'shared-text-missing',
    details: { file: 'plan.xlsx', sheet: 'Sheet1', cell: 'B2' },
  });
});

test('hidden rows and columns and merged ranges are told', async () => {
  const sheet = await readSheet({
    before:
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="true"/><col min="7" max="7"/></cols>',
    rows: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" hidden="true"/><row r="4" ht="0"/>`,
    after:
      '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="B5"/><mergeCell ref="junk"/></mergeCells>',
  });
  expect([...sheet.hiddenRows]).toEqual([1, 2, 3]);
  expect([...sheet.hiddenColumns]).toEqual([1, 2, 4]);
  expect(sheet.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 2 },
    { top: 4, left: 1, bottom: 4, right: 1 },
  ]);
});

test('hidden columns named a hundred thousand times over cost no time', async () => {
  const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(20_000);
  const sheet = await readSheet({ before: `<cols>${columns}</cols>`, rows: '<row><c><v>1</v></c></row>' });
  expect(sheet.hiddenColumns.size).toBe(16_384);
});

test('cells outside the rows, and elements of other vocabularies within them, are not data', async () => {
  const sheet = await readSheet({
    rows: `<row r="1"><c r="A1"><v>1</v><extLst><ext xmlns:z="urn:other"><z:v>9</z:v></ext></extLst></c></row>`,
    after: `<scenarios><c r="B1"><v>8</v></c></scenarios>`,
  });
  expect(sheet.cell(0, 0).raw).toBe('1');
  expect(sheet.columns).toBe(1);
});

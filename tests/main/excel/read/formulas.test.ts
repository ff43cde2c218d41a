import { expect, test } from 'vitest';
import { readSheet } from './read-fixture.ts';

test('a formula keeps its cached result, zero included', async () => {
  const sheet = await readSheet({
    rows: `<row r="1"><c r="A1"><f>B1-B1</f><v>0</v></c><c r="B1" t="str"><f>""</f><v></v></c>
      <c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c></row>`,
  });
  expect(sheet.cell(0, 0)).toMatchObject({
    kind: 'number',
    raw: '0',
    formula: 'B1-B1',
    hasCachedValue: true,
  });
  expect(sheet.cell(0, 1)).toMatchObject({ kind: 'text', text: '', formula: '""', hasCachedValue: true });
  expect(sheet.cell(0, 2)).toMatchObject({ kind: 'error', text: '#DIV/0!', formula: '1/0' });
  expect(sheet.cell(0, 3)).toMatchObject({ kind: 'boolean', text: 'TRUE' });
});

test('a formula without a cached result is blank and says so', async () => {
  const sheet = await readSheet({
    rows: '<row r="1"><c r="A1"><f>SUM(B1:C1)</f></c><c r="B1"><f>1+1</f><v></v></c><c r="C1"><v>5</v></c></row>',
  });
  expect(sheet.cell(0, 0)).toMatchObject({ kind: 'blank', formula: 'SUM(B1:C1)', hasCachedValue: false });
  expect(sheet.cell(0, 1)).toMatchObject({ kind: 'blank', formula: '1+1', hasCachedValue: false });
  expect(sheet.cell(0, 2)).toMatchObject({ formula: null, hasCachedValue: true });
  expect(sheet.rowCells(0)).toEqual([0, 1, 2]);
});

test('a shared formula reads in each cell as it stands there', async () => {
  const sheet = await readSheet({
    rows: `<row r="2"><c r="D2"><f t="shared" ref="D2:D4" si="0">SUM(B2:C2)*$A$1</f><v>1</v></c></row>
      <row r="3"><c r="D3"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="4"><c r="D4"><f t="shared" si="0"/><v>3</v></c><c r="E4"><f t="shared" si="0"/><v>4</v></c></row>`,
  });
  expect(sheet.cell(1, 3).formula).toBe('SUM(B2:C2)*$A$1');
  expect(sheet.cell(2, 3).formula).toBe('SUM(B3:C3)*$A$1');
  expect(sheet.cell(3, 4).formula).toBe('SUM(C4:D4)*$A$1');
});

test('shared formulas that refer to themselves or to nothing end all the same', async () => {
  const sheet = await readSheet({
    rows: `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="4294967295">A2</f><v>1</v></c></row>
      <row r="2"><c r="A2"><f t="shared" si="4294967295">A1</f><v>1</v></c><c r="B2"><f t="shared" si="7"/><v>3</v></c></row>
      <row r="3"><c r="A3"><f t="shared" si="4294967295"/></c></row>`,
  });
  expect(sheet.cell(0, 0).formula).toBe('A2');
  expect(sheet.cell(1, 0).formula).toBe('A1');
  expect(sheet.cell(1, 1)).toMatchObject({ formula: '', raw: '3', hasCachedValue: true });
  expect(sheet.cell(2, 0)).toMatchObject({ formula: 'A2', hasCachedValue: false });
});

test('array and data table formulas are formulas', async () => {
  const sheet = await readSheet({
    rows: `<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="B1"><f t="dataTable" ref="B1:B2" r1="C1"/><v>4</v></c></row>`,
  });
  expect(sheet.cell(0, 0).formula).toBe('B1:B2*2');
  expect(sheet.cell(0, 1).formula).toBe('');
});

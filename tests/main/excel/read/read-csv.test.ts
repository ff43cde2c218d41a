import { expect, test } from 'vitest';
import { findDelimiter } from '#main/excel/read/delimiter.ts';
import { readBytes, refuseBytes } from './read-fixture.ts';

async function readRows(text: string | Buffer): Promise<string[][]> {
  const { sheets } = await readBytes(Buffer.from(text), { fileName: 'plan.csv' });
  const [sheet] = sheets;
  if (sheet === undefined) return [];
  return Array.from({ length: sheet.rows }, (_, row) =>
    Array.from({ length: sheet.columns }, (_cell, column) => sheet.cell(row, column).raw),
  );
}

test('every field stays the text that it is', async () => {
  const rows = await readRows('Code,Amount,Date\n00123,"1,234.50",01/04/2026\n1E5,-,  spaced  ');
  expect(rows).toEqual([
    ['Code', 'Amount', 'Date'],
    ['00123', '1,234.50', '01/04/2026'],
    ['1E5', '-', '  spaced  '],
  ]);
});

test('the sheet is named after the file, its cells are texts, and empty fields are blank', async () => {
  const { sheets } = await readBytes(Buffer.from('a,,c\n,,\n\nx\n'), { fileName: 'Capital plan.2026.csv' });
  expect(sheets).toHaveLength(1);
  expect(sheets[0]).toMatchObject({ name: 'Capital plan.2026', hidden: false, rows: 4, columns: 3 });
  expect(sheets[0]?.cell(0, 0)).toEqual({
    kind: 'text',
    raw: 'a',
    text: 'a',
    formula: null,
    hasCachedValue: true,
    format: 'General',
  });
  expect(sheets[0]?.cell(0, 1).kind).toBe('blank');
  expect([0, 1, 2, 3].map((row) => sheets[0]?.rowCells(row))).toEqual([[0, 2], [], [], [0]]);
});

test('fields may hold quotation marks, delimiters and line ends; line ends may be of any kind', async () => {
  const quoted = ['a,b', '"say ""yes""","two\nlines"', '5" pipe,x', ''].join('\r\n');
  expect(await readRows(quoted)).toEqual([
    ['a', 'b'],
    ['say "yes"', 'two\nlines'],
    ['5" pipe', 'x'],
  ]);
  expect(await readRows('a,b\rc,d\r')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test.each([
  ['utf-8', Buffer.from('Straße;£\nü;1')],
  ['utf-8', Buffer.from('\ufeffStraße;£\nü;1')],
  ['utf-16le', Buffer.from('\ufeffStraße;£\nü;1', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffStraße;£\nü;1', 'utf16le').swap16()],
  ['utf-16le', Buffer.from('Straße;£\nü;1', 'utf16le')],
  ['utf-16be', Buffer.from('Straße;£\nü;1', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('Straße;£\nü;1', 'latin1')],
])('%s is decoded', async (encoding, bytes) => {
  expect(await readRows(bytes)).toEqual([
    ['Straße', '£'],
    ['ü', '1'],
  ]);
  expect((await readBytes(bytes)).textFormat).toEqual({ encoding, delimiter: ';' });
});

test('the euro sign and dashes of Windows are decoded', async () => {
  expect(await readRows(Buffer.from([0x80, 0x35, 0x20, 0x96, 0x2c, 0x85]))).toEqual([['€5 –', '…']]);
});

test.each([
  ['comma', 'a,b,c\n1,2,3\n', ','],
  ['semicolon with decimal commas', 'Maßnahme;2025;2026\nA;1,5;2,5\nB;3,5;4,5\n', ';'],
  ['semicolon with decimal commas in every row', '1,5;2,5\n3,5;4,5\n', ';'],
  ['tab with commas in the texts', 'Line\t2025\nParks, lakes\t1,000\nRoads, paths\t2,000\n', '\t'],
  ['pipe', 'a|b|c\n1|2|3\n', '|'],
  ['comma with a semicolon in some text', 'a,b,c\nx; y,2,3\nz,4,5\nw,6,7\n', ','],
  ['comma inside quotation marks only', '"a,b";c\n"d,e";f\n', ';'],
  ['comma below a title and a blank line', 'Capital programme\n\na,b,c\n1,2,3\n4,5,6\n', ','],
  ['one column', 'a\nb\nc\n', ','],
])('delimiter: %s', (_, text, delimiter) => {
  expect(findDelimiter(text)).toEqual({ delimiter, body: text });
});

test('a first line that says the delimiter is believed and is not part of the table', async () => {
  expect(await readRows('sep=;\r\na,b;c\r\nd,e;f')).toEqual([
    ['a,b', 'c'],
    ['d,e', 'f'],
  ]);
  expect(await readRows('\ufeffSEP=,\na,b')).toEqual([['a', 'b']]);
});

test('a quotation mark that is not closed is refused with its line', async () => {
  expect(await refuseBytes(Buffer.from('a,b\n1,2\n"3,4\n5,6\n'), { fileName: 'plan.csv' })).toMatchObject({
    code: 'open-quote',
    details: { file: 'plan.csv' },
  });
});

test('a row longer than the limit is refused', async () => {
  const bytes = Buffer.from(`a,b\n"${'x,y\n'.repeat(5000)}`);
  expect(await refuseBytes(bytes, { limits: { csvRowCharacters: 10_000 } })).toMatchObject({
    code: 'row-too-long',
    details: { limit: 10_000 },
  });
});

test('more cells than the limit, and more columns than a sheet has, are refused', async () => {
  expect((await refuseBytes(Buffer.from('a,b\nc,d'), { limits: { cells: 3 } })).code).toBe('too-many-cells');
  expect(await refuseBytes(Buffer.from(`a\n${','.repeat(16_384)}x`))).toMatchObject({
    code: 'cell-outside-sheet',
    details: { address: 'XFE2' },
  });
});

test('zeros in the middle of a text make it no text', async () => {
  expect((await refuseBytes(Buffer.from(`${'a,b\n'.repeat(50)}\0\0\0`))).code).toBe('unknown-format');
});

test('a large table is read whole', async () => {
  const line = Array.from({ length: 30 }, (_, column) => `r${column}`).join(',');
  const rows = await readRows(`${line}\n`.repeat(20_000));
  expect(rows).toHaveLength(20_000);
  expect(rows[19_999]?.[29]).toBe('r29');
});

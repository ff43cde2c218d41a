import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanCells } from '#main/excel/read/cell-scanner.ts';
import { DEFAULT_LIMITS } from '#main/excel/read/limits.ts';
import { RefusalError } from '#main/excel/read/refusal.ts';
import type { Sheet } from '#main/excel/read/sheet.ts';
import { createTextStore } from '#main/excel/read/text-store.ts';
import { walkWorksheet } from '#main/excel/read/walk-worksheet.ts';
import { createWorksheetReader } from '#main/excel/read/worksheet.ts';
import { walkXml } from '#main/excel/read/xml.ts';
import { worksheetXml } from '#tests/fixtures/xlsx/workbook-parts.ts';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

function toText(sheet: Sheet): string {
  const lines = Array.from({ length: sheet.rows }, (_, row) =>
    sheet.rowCells(row).map((column) => `${row},${column} ${JSON.stringify(sheet.cell(row, column))}`),
  );
  return lines.flat().join('\n');
}

/** Reads a worksheet part with the scan of plain cells or by the parser alone: its cells, or the code of its refusal. */
async function readPart(xml: string, pieceSize: number, isScanned: boolean): Promise<string> {
  const texts = createTextStore(DEFAULT_LIMITS.textBytes);
  ['zero', '', 'two'].forEach((text) => texts.add(text));
  const plain = { code: 'General', dateParts: 'none', style: { bold: false, indent: 0 } } as const;
  const reader = createWorksheetReader({
    name: 'Plan',
    hidden: false,
    shared: { count: 3, empty: new Set([1]) },
    context: { texts, formats: [plain, { ...plain, code: 'yyyy', dateParts: 'date' }], date1904: false },
    mergeLimit: 10,
    countCell: () => undefined,
  });
  const pieces = inPieces(Buffer.from(xml), pieceSize);
  try {
    if (isScanned) await walkWorksheet(pieces, 'part.xml', reader.handlers, reader.takeCell);
    else await walkXml(pieces, 'part.xml', reader.handlers);
    return toText(reader.sheet());
  } catch (error) {
    if (error instanceof RefusalError) return error.code;
    throw error;
  }
}

const anyValue = fc.constantFrom(
  '0',
  '1',
  '2',
  '9',
  '45382',
  '-1.5',
  '0.57999999999999996',
  '1E-2',
  '',
  ' 7 ',
  'abc',
  '.',
  'a_x0041_b',
  '&amp;',
  '£',
  '<!-- <c r="B1"> -->3',
  '<![CDATA[4]]>',
);
const anyAttribute = fc.constantFrom(
  ' r="B2"',
  ' r="C1"',
  " r='A1'",
  ' r="$A$1"',
  ' r="XFE1"',
  ' s="1"',
  ' s="0"',
  ' s="99999"',
  ' t="s"',
  ' t="n"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="x"',
  ' cm="1"',
  ' x14ac:y="1"',
  ' xmlns="urn:other"',
  '  ',
  '\n',
);
const anyContent = fc.oneof(
  anyValue.map((value) => `<v>${value}</v>`),
  anyValue.map((value) => `<f>A1+1</f><v>${value}</v>`),
  anyValue.map((value) => `<is><t>${value}</t></is>`),
  anyValue.map((value) => `<v>${value}</v><f t="shared" si="0" ref="A1:B2">A1</f>`),
  fc.constantFrom(
    '',
    '<f>A1</f>',
    '<v/>',
    '<f t="shared" si="0"/><v>1</v>',
    '<is><r><t>a</t></r><r><t>b</t></r></is>',
    '<extLst><c r="A9"/></extLst>',
  ),
);
const anyCell = fc
  .tuple(
    fc.uniqueArray(anyAttribute, { maxLength: 4, selector: (text) => text.trim().split('=')[0] }),
    anyContent,
    fc.boolean(),
  )
  .map(([attributes, content, isEmpty]) =>
    isEmpty ? `<c${attributes.join('')}/>` : `<c${attributes.join('')}>${content}</c>`,
  );
const plainCell = fc
  .tuple(fc.nat(25), fc.nat(8), fc.nat(99_999))
  .map(([column, row, value]) => `<c r="${String.fromCharCode(65 + column)}${row + 1}"><v>${value}</v></c>`);
const anyRow = fc
  .tuple(
    fc.constantFrom(
      '<row>',
      '<row r="3">',
      '<row r="5" spans="1:3" hidden="1">',
      '<row xmlns="urn:other">',
      '<!-- <c r="A1"><v>1</v></c> --><row>',
      '\n <row>\n',
    ),
    fc.array(
      fc.oneof(
        anyCell,
        plainCell,
        plainCell,
        fc.constantFrom('\n', ' ', '<!-- x><c r="A1"><v>8</v></c> -->'),
      ),
      { maxLength: 6 },
    ),
  )
  .map(([start, cells]) => `${start}${cells.join('')}</row>`);
const anySheet = fc
  .array(anyRow, { maxLength: 5 })
  .map((rows) => worksheetXml({ rows: rows.join(''), before: '<!-- <sheetData><row> --><cols/>' }));

test('the scan reads every sheet as the parser alone reads it, wherever the pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(anySheet, fc.integer({ min: 1, max: 300 }), async (xml, size) => {
      expect(await readPart(xml, size, true)).toBe(await readPart(xml, 1_000_000, false));
    }),
    { numRuns: 1500 },
  );
});

test('every prefix of a sheet that is cut off is refused', async () => {
  const xml = worksheetXml({
    rows: '<row r="1"><c r="A1" s="1" t="str"><f>B1</f><v>x</v></c><c r="B1"><v>1</v></c></row>',
  });
  for (let length = 1; length < xml.length; length += 1) {
    expect(await readPart(xml.slice(0, length), 7, true)).toBe('damaged-part');
  }
});

test('plain cells are taken by the scan, so that the parser need not read them', () => {
  const cells =
    '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1"/><c s="2"><f>A1</f><v>-1.5</v></c><c t="inlineStr" r="XFD1048576"><is><t>x</t></is></c>';
  const taken: string[] = [];
  const scan = scanCells(Buffer.from(`${cells}</row>`), 0, ({ row, column, style, type }) => {
    taken.push([row, column, style, type].join(' '));
  });
  expect(taken).toEqual(['0 0 1 s', '0 1 0 n', '-1 -1 2 n', '1048575 16383 0 inlineStr']);
  expect(scan).toEqual({ end: cells.length, isCutOff: false });
});

test('a cell longer than a piece is read', async () => {
  const text = 'long text '.repeat(30_000);
  const xml = worksheetXml({
    rows: `<row><c r="A1" t="inlineStr"><is><t>${text}</t></is></c><c><v>1</v></c></row>`,
  });
  expect(await readPart(xml, 16_384, true)).toBe(await readPart(xml, 1_000_000, false));
});

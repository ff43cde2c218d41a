import { expect, test } from 'vitest';
import {
  MAIN,
  RELATIONSHIPS,
  STRICT_MAIN,
  STRICT_RELATIONSHIPS,
  relationshipsXml,
  workbookBytes,
  workbookParts,
  worksheetXml,
} from '#tests/fixtures/xlsx/workbook-parts.ts';
import { zipBytes } from '#tests/fixtures/xlsx/zip-bytes.ts';
import { readBytes, refuseBytes } from './read-fixture.ts';

const ROWS = '<row r="1"><c r="A1"><v>42</v></c></row>';

test('sheets come in the order of the workbook, with their names and whether they are hidden', async () => {
  const { sheets } = await readBytes(
    await workbookBytes({
      sheets: [
        { name: 'Übersicht &amp; Plan', rows: ROWS },
        { name: 'Lists', rows: '', entry: 'state="hidden"' },
        { name: 'Secret', rows: '', entry: 'state="veryHidden"' },
        { name: 'Open', rows: '', entry: 'state="visible"' },
      ],
    }),
  );
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Übersicht & Plan', false],
    ['Lists', true],
    ['Secret', true],
    ['Open', false],
  ]);
  expect(sheets[1]).toMatchObject({ rows: 0, columns: 0 });
});

test('parts are found through relationships, whatever they are called and wherever they lie', async () => {
  const bytes = await zipBytes({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationshipsXml([
      { type: 'extended-properties', target: 'docProps/app.xml' },
      { type: 'officeDocument', target: '/Book/Main.XML' },
    ]),
    'book/main.xml': `<workbook xmlns="${MAIN}" xmlns:rel="${RELATIONSHIPS}"><sheets><sheet name="A" sheetId="9" rel:id="rId2"/></sheets></workbook>`,
    'book/_rels/main.xml.rels': relationshipsXml([
      { type: 'sharedStrings', target: '../texts.xml' },
      { type: 'worksheet', target: './deep/one%20sheet.xml' },
    ]),
    'book/deep/one sheet.xml': worksheetXml({ rows: '<row><c t="s"><v>0</v></c></row>' }),
    'texts.xml': `<sst xmlns="${MAIN}"><si><t>found</t></si></sst>`,
  });
  expect((await readBytes(bytes)).sheets[0]?.cell(0, 0).text).toBe('found');
});

test('a workbook whose every element has a prefix is read', async () => {
  const parts = workbookParts({ sheets: [{ rows: ROWS }] });
  const bytes = await zipBytes({
    ...parts,
    'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:r="${RELATIONSHIPS}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="P" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  const workbook = await readBytes(bytes);
  expect(workbook.date1904).toBe(true);
  expect(workbook.sheets[0]?.cell(0, 0)).toMatchObject({ kind: 'number', raw: '2', formula: '1+1' });
});

test('a workbook in the strict form is read', async () => {
  const bytes = await zipBytes({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationshipsXml(
      [{ type: 'officeDocument', target: 'xl/workbook.xml' }],
      STRICT_RELATIONSHIPS,
    ),
    'xl/workbook.xml': `<workbook xmlns="${STRICT_MAIN}" xmlns:r="${STRICT_RELATIONSHIPS}" conformance="strict"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationshipsXml(
      [{ type: 'worksheet', target: 'worksheets/sheet1.xml' }],
      STRICT_RELATIONSHIPS,
    ),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${STRICT_MAIN}"><sheetData><row><c t="d"><v>2026-04-01</v></c></row></sheetData></worksheet>`,
  });
  expect((await readBytes(bytes)).sheets[0]?.cell(0, 0)).toMatchObject({ kind: 'date', text: '2026-04-01' });
});

test('sheets of charts, and relationships that lead outside, are not worksheets', async () => {
  const parts = workbookParts({ sheets: [{ rows: ROWS }, { name: 'Chart', rows: '' }] });
  const bytes = await zipBytes({
    ...parts,
    'xl/_rels/workbook.xml.rels': relationshipsXml([
      { type: 'worksheet', target: 'worksheets/sheet1.xml' },
      { type: 'chartsheet', target: 'chartsheets/sheet1.xml' },
    ]).replace(
      '</Relationships>',
      `<Relationship Id="rId9" Type="${RELATIONSHIPS}/styles" Target="http://example.org/styles.xml" TargetMode="External"/></Relationships>`,
    ),
  });
  expect((await readBytes(bytes)).sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});

test('defined names are told with the sheet to which they belong', async () => {
  const bytes = await workbookBytes({
    sheets: [{ name: 'Plan', rows: ROWS }],
    after: `<definedNames><definedName name="Years">Plan!$B$3:$F$3</definedName>
      <definedName name="_xlnm.Print_Titles" localSheetId="0">Plan!$1:$3</definedName></definedNames>`,
  });
  expect((await readBytes(bytes)).definedNames).toEqual([
    { name: 'Years', sheet: null, refersTo: 'Plan!$B$3:$F$3' },
    { name: '_xlnm.Print_Titles', sheet: 'Plan', refersTo: 'Plan!$1:$3' },
  ]);
});

test('a worksheet, shared texts or a workbook that the file names and does not hold is missing', async () => {
  const workbook = { sheets: [{ name: 'Plan', rows: ROWS }], sharedStrings: '' };
  const without = async (part: string) => {
    const parts = Object.entries(workbookParts(workbook)).filter(([name]) => name !== part);
    return refuseBytes(await zipBytes(parts));
  };
  expect(await without('xl/worksheets/sheet1.xml')).toMatchObject({
    code: 'part-missing',
    details: { part: 'xl/worksheets/sheet1.xml' },
  });
  expect(await without('xl/sharedStrings.xml')).toMatchObject({ code: 'part-missing' });
  expect(await without('xl/workbook.xml')).toMatchObject({ code: 'part-missing' });
  expect(await without('xl/_rels/workbook.xml.rels')).toMatchObject({
    code: 'part-missing',
    details: { part: 'Plan' },
  });
});

test('a workbook without worksheets is refused', async () => {
  expect((await refuseBytes(await workbookBytes({ sheets: [] }))).code).toBe('no-sheets');
});

test('more cells, texts or merges than the limits are refused', async () => {
  const rows = '<row><c><v>1</v></c><c><v>2</v></c></row>';
  const after = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>';
  const bytes = await workbookBytes({ sheets: [{ rows }, { rows, after }] });
  expect(await refuseBytes(bytes, { limits: { cells: 3 } })).toMatchObject({
    code: 'too-many-cells',
    details: { limit: 3 },
  });
  expect((await readBytes(bytes, { limits: { cells: 4, merges: 2 } })).sheets).toHaveLength(2);
  expect(await refuseBytes(bytes, { limits: { merges: 1 } })).toMatchObject({
    code: 'too-many-merges',
    details: { sheet: 'Sheet2', limit: 1 },
  });
  const text = 'x'.repeat(3_000_000);
  const long = await workbookBytes({ sheets: [{ rows: ROWS }], sharedStrings: `<si><t>${text}</t></si>` });
  expect((await refuseBytes(long, { limits: { textBytes: 1_000_000, ratio: 1000 } })).code).toBe(
    'too-much-text',
  );
});

test('a document type in any part is refused', async () => {
  const bytes = await workbookBytes(
    { sheets: [{ rows: ROWS }], sharedStrings: '' },
    {
      'xl/sharedStrings.xml': `<!DOCTYPE sst [<!ENTITY lol "lol">]><sst xmlns="${MAIN}"><si><t>&lol;</t></si></sst>`,
    },
  );
  expect(await refuseBytes(bytes)).toMatchObject({
    code: 'unsafe-xml',
    details: { file: 'plan.xlsx', part: 'xl/sharedStrings.xml' },
  });
});

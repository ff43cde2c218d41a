import { expect, test } from 'vitest';
import { numberFormatStyles, workbookBytes } from '#tests/fixtures/xlsx/workbook-parts.ts';
import { readBytes, readSheet } from './read-fixture.ts';

test('amounts under formats with letters in them stay amounts; dates are dates', async () => {
  const codes = [
    '#,##0.0,,\\m',
    '_D_M_#,##0',
    '"d" 0',
    '[Red]0.0',
    'yyyy-mm-dd',
    '[h]:mm',
    'dd/mm/yyyy hh:mm',
  ];
  const cells = codes.map((_, index) => `<c s="${index + 1}"><v>45382.5</v></c>`).join('');
  const sheet = await readSheet({ rows: `<row>${cells}</row>` }, { styles: numberFormatStyles(codes) });
  const read = sheet.rowCells(0).map((column) => {
    const { kind, text, format } = sheet.cell(0, column);
    return [kind, text, format];
  });
  expect(read).toEqual([
    ['number', '45382.5', codes[0]],
    ['number', '45382.5', codes[1]],
    ['number', '45382.5', codes[2]],
    ['number', '45382.5', codes[3]],
    ['date', '2024-03-31T12:00:00', codes[4]],
    ['date', '1089180:00:00', codes[5]],
    ['date', '2024-03-31T12:00:00', codes[6]],
  ]);
});

test('an amount under a date format that Excel cannot show as a date stays an amount', async () => {
  const sheet = await readSheet(
    { rows: '<row><c s="1"><v>-250</v></c><c s="1"><v>12500000</v></c><c s="1"><v>0</v></c></row>' },
    { styles: numberFormatStyles(['dd/mm/yyyy']) },
  );
  expect([0, 1, 2].map((column) => sheet.cell(0, column).kind)).toEqual(['number', 'number', 'number']);
});

test.each(['date1904="true"', 'date1904="1"'])('the 1904 date system is heeded: %s', async (attribute) => {
  const workbook = await readBytes(
    await workbookBytes({
      sheets: [{ rows: '<row><c s="1"><v>0</v></c><c s="1"><v>43920</v></c></row>' }],
      before: `<workbookPr ${attribute}/>`,
      styles: numberFormatStyles(['yyyy-mm-dd']),
    }),
  );
  expect(workbook.date1904).toBe(true);
  expect([0, 1].map((column) => workbook.sheets[0]?.cell(0, column).text)).toEqual([
    '1904-01-01',
    '2024-03-31',
  ]);
});

test('built-in formats are known by their number, and a file may give such a number another code', async () => {
  const sheet = await readSheet(
    { rows: '<row><c s="0"><v>45382</v></c><c s="1"><v>45382</v></c><c s="2"><v>45382</v></c></row>' },
    {
      styles: `<numFmts><numFmt numFmtId="15" formatCode="0.0"/></numFmts>
        <cellXfs><xf numFmtId="14"/><xf numFmtId="15"/><xf numFmtId="3"/></cellXfs>`,
    },
  );
  expect([0, 1, 2].map((column) => sheet.cell(0, column))).toMatchObject([
    { kind: 'date', text: '2024-03-31' },
    { kind: 'number', format: '0.0' },
    { kind: 'number', format: '#,##0' },
  ]);
});

test('bold and indent are told; fonts of conditional formats do not count', async () => {
  const sheet = await readSheet(
    {
      rows: '<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c></row>',
    },
    {
      styles: `<fonts><font/><font><b/></font><font><b val="0"/></font></fonts>
        <cellStyleXfs><xf fontId="1"/></cellStyleXfs>
        <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"><alignment indent="2"/></xf>
          <xf fontId="1"><alignment indent="1"/></xf></cellXfs>
        <dxfs><dxf><font><b/></font><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>`,
    },
  );
  expect([0, 1, 2, 3, 4].map((column) => sheet.style(0, column))).toEqual([
    { bold: false, indent: 0 },
    { bold: true, indent: 0 },
    { bold: false, indent: 2 },
    { bold: true, indent: 1 },
    { bold: false, indent: 0 },
  ]);
  expect(sheet.cell(0, 0).format).toBe('General');
});

test('styles that the file names and does not hold count as plain', async () => {
  const rows = '<row><c s="7"><v>45382</v></c><c s="99999999"><v>1</v></c></row>';
  expect((await readSheet({ rows })).cell(0, 0)).toMatchObject({ kind: 'number', format: 'General' });
  expect((await readSheet({ rows }, { styles: '<cellXfs/>' })).cell(0, 1)).toMatchObject({ kind: 'number' });
});

test('alternate content in a list of fonts takes the branch that is understood, so that fonts keep their places', async () => {
  const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
  const sheet = await readSheet(
    { rows: '<row><c s="0"><v>1</v></c><c s="1"><v>1</v></c></row>' },
    {
      styles: `<fonts><font/><mc:AlternateContent ${mc}><mc:Choice xmlns:hs="urn:vendor" Requires="hs"><font><hs:size/></font></mc:Choice>
          <mc:Fallback><font><b/></font></mc:Fallback></mc:AlternateContent><font/></fonts>
        <cellXfs><xf fontId="1"/><xf fontId="2"/></cellXfs>`,
    },
  );
  expect([0, 1].map((column) => sheet.style(0, column).bold)).toEqual([true, false]);
});

import { expect, test } from 'vitest';
import { decodeEscapes } from '#main/excel/read/rich-text.ts';
import { readSheet } from './read-fixture.ts';

test('rich text is joined, phonetic runs left out, spaces kept', async () => {
  const sheet = await readSheet(
    {
      rows: `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>
        <c t="inlineStr"><is><r><t>Total </t></r><r><rPr><b/></rPr><t>2026</t></r></is></c></row>`,
    },
    {
      sharedStrings: `<si><r><t xml:space="preserve">Plan </t></r><r><rPr><b/></rPr><t>2025</t></r></si>
        <si><t>令和7年度</t><rPh sb="0" eb="2"><t>レイワ</t></rPh><phoneticPr fontId="1"/></si>`,
    },
  );
  expect([0, 1, 2].map((column) => sheet.cell(0, column).text)).toEqual([
    'Plan 2025',
    '令和7年度',
    'Total 2026',
  ]);
});

test('characters that XML cannot hold are decoded, in every place where a text may stand', async () => {
  const sheet = await readSheet(
    {
      rows: `<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>a_x0009_b</t></is></c><c t="str"><f>X</f><v>a_x000a_b</v></c></row>`,
    },
    { sharedStrings: '<si><t>first_x000D_\nsecond</t></si>' },
  );
  expect([0, 1, 2].map((column) => sheet.cell(0, column).text)).toEqual(['first\r\nsecond', 'a\tb', 'a\nb']);
});

test('an escaped underscore is an underscore, and a name that looks alike stays', () => {
  expect(decodeEscapes('_x005F_x000D_')).toBe('_x000D_');
  expect(decodeEscapes('max_x_y _x00_ _xyz0_')).toBe('max_x_y _x00_ _xyz0_');
});

test('entities and character data sections are text', async () => {
  const sheet = await readSheet({
    rows: '<row><c t="inlineStr"><is><t>Parks &amp; <![CDATA[<Leisure>]]> &#163;</t></is></c></row>',
  });
  expect(sheet.cell(0, 0).text).toBe('Parks & <Leisure> £');
});

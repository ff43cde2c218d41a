import { expect, it } from 'vitest';
import {
  isSubPeriod,
  readAsideKind,
  readLabelField,
  readLineKind,
} from '#main/import/detect/column-words.ts';
import { claimsEverything, groupNameOf, readRowWord } from '#main/import/detect/row-words.ts';
import { currencyOfFormat } from '#main/import/detect/cell-currency.ts';

it.each([
  ['Total', 'total'],
  ['Grand Total Including Deferred', 'total'],
  ['Housing total', 'total'],
  ['Summe', 'total'],
  ['Gesamtausgaben', 'total'],
  ['合計', 'total'],
  ['Subtotal Non-Deferred', 'subtotal'],
  ['Zwischensumme', 'subtotal'],
  ['小　計', 'subtotal'],
  ['of which pensions', 'memo'],
  ['davon Personal', 'memo'],
  ['dont subventions', 'memo'],
  ['Surplus/(Shortfall)', 'balance'],
  ['* Transfers were combined', 'note'],
  ['Gesamtschule', 'none'],
  ['Retrofit of totally new homes', 'none'],
  ['Sumo hall', 'none'],
])('reads the row label %s as %s', (label, word) => {
  expect(readRowWord(label)).toBe(word);
});

it('knows totals of everything and names groups by their sums', () => {
  expect(['Total', 'Grand total', '合計', 'Total housing'].map(claimsEverything)).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(
    ['Total housing', 'Housing Total', 'Subtotal Revenue', 'Personnel', 'Total'].map(groupNameOf),
  ).toEqual(['housing', 'Housing', 'Revenue', 'Personnel', '']);
});

it.each([
  ['Scheme', 'title'],
  ['Maßnahme', 'title'],
  ['事業名', 'title'],
  ['Ref', 'code'],
  ['N° AP', 'code'],
  ['Directorate', 'programme'],
  ['Rev/Cap', 'kind'],
  ['Funding source', 'source'],
  ['担当課', 'owner'],
  ['Comments', 'note'],
  ['Grown', null],
])('reads the column header %s as %s', (header, field) => {
  expect(readLabelField(header)).toBe(field);
});

it('tells columns of figures that are no years, and parts of years', () => {
  expect(['Total', 'Gesamt', '計', 'Variance', '増減', '% change', 'Housing'].map(readAsideKind)).toEqual([
    'total',
    'total',
    'total',
    'variance',
    'variance',
    'share',
    null,
  ]);
  expect(['H1 (Apr-Sep)', '(Jul to Sep)', 'Q3', '上半期', 'Housing', 'Q30'].map(isSubPeriod)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(['Capital', 'RDEL', 'investiv', 'Other'].map(readLineKind)).toEqual([
    'capital',
    'revenue',
    'capital',
    null,
  ]);
});

it('reads the currency of a number format, its own in a locale that has one', () => {
  const formats = ['_("$"* #,##0_)', '#,##0 [$€-407]', '[$GBP] #,##0', '#,##0', '[$-409]#,##0'];
  expect(formats.map((format) => currencyOfFormat(format, 'en-GB'))).toEqual([
    'USD',
    'EUR',
    'GBP',
    null,
    null,
  ]);
  expect(currencyOfFormat('"$"#,##0', 'en-CA')).toBe('CAD');
});

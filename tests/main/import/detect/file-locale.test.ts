import { describe, expect, it } from 'vitest';
import { decideFileLocale } from '#main/import/detect/file-locale.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import type { CellSpec } from '#tests/fixtures/workbooks/sheet-of.ts';

type Rows = readonly (readonly CellSpec[])[];
const decide = (rows: Rows, locale = 'en-GB', isChosen = false) =>
  decideFileLocale([sheetOf(rows)], { locale, isChosen });

describe('the locale of a file', () => {
  it.each<[string, Rows, string]>([
    [
      'German headers',
      [
        ['Maßnahme', 'Ansatz 2026', 'Planung 2027'],
        ['Kita', 1, 2],
      ],
      'de-DE',
    ],
    ['a German unit', [['Programme in T€'], ['Scheme', '2026', '2027']], 'de-DE'],
    ['French headers', [['Libellé', 'CP 2025', 'CP 2026', 'Au-delà']], 'fr-FR'],
    ['a French unit', [['Programme K€'], ['Line', '2026', '2027']], 'fr-FR'],
    ['Japanese', [['事業名', '令和7年度', '令和8年度']], 'ja-JP'],
    ['dollars in a title', [['Budget in US dollars'], ['Fund', 'FY2026', 'FY2027']], 'en-US'],
    [
      'dollars in number formats',
      [
        ['Fund', 'FY2026'],
        ['A', { value: 1, format: '"$"#,##0' }],
      ],
      'en-US',
    ],
    [
      'dollars in texts',
      [
        ['Fund', 'FY2026'],
        ['A', '$1,200'],
      ],
      'en-US',
    ],
    ['pounds', [['Capital programme £000'], ['Scheme', '2026/27']], 'en-GB'],
    ['nothing', [['Scheme', '2026', '2027']], 'es-ES'],
    ['euros alone', [['Scheme (EUR)', '2026', '2027']], 'es-ES'],
    ['French words and dollars, as in Canada', [['Libellé', 'Dépenses'], ['$ in thousands']], 'es-ES'],
    ['two currencies', [['£000'], ['$000']], 'es-ES'],
    ['Chinese', [['项目', '2025年度', '2026年度'], ['单位:万元']], 'es-ES'],
  ])('follows %s', (_, rows, locale) => {
    expect(decide(rows, 'es-ES').locale).toBe(locale);
  });

  it('is that of the person where one was chosen, whatever the file says', () => {
    expect(decide([['Maßnahme', 'Ansatz 2026']], 'en-GB', true)).toEqual({
      locale: 'en-GB',
      basis: 'chosen',
    });
  });

  it('says what it rests on', () => {
    expect(decide([['Maßnahme', 'Ansatz 2026'], ['Summe']])).toEqual({
      locale: 'de-DE',
      basis: 'language',
      language: 'german',
      words: ['Maßnahme', 'Ansatz'],
    });
    expect(decide([['Budget ($ in thousands)']])).toMatchObject({ basis: 'currency', currency: 'USD' });
    expect(decide([['Scheme', '2026/27']])).toEqual({ locale: 'en-GB', basis: 'settings' });
  });

  it('leaves a dollar to the country of the caller where it has its own', () => {
    expect(decide([['Budget ($ in thousands)']], 'en-CA')).toEqual({ locale: 'en-CA', basis: 'settings' });
  });
});

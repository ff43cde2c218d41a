import { describe, expect, it } from 'vitest';
import { planFromImport, previewImport, suggestChoices } from '#main/import/import-service.ts';
import type { ImportState } from '#main/import/import-service.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { readRows, readSheets } from '#tests/fixtures/workbooks/read-sheets.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';

const GERMAN = [
  ['Investitionsprogramm in T€'],
  ['Maßnahme', 'Ansatz 2026', 'Planung 2027'],
  ['Kita', '1.250', '2.000'],
  ['Radweg', '100', '200'],
  ['Summe', '1.350', '2.200'],
] as const;
const formats = makeFormats({
  locale: 'en-GB',
  currency: 'GBP',
  calendar: { startMonth: 4, naming: 'both' },
});
const sentence = ({ report }: Pick<ImportState, 'report'>, id: string): string => {
  const found = report.findings.find((finding) => finding.id === id);
  return found === undefined ? '' : writeMessage(found.message, formats);
};

describe('a German file on a British computer', () => {
  const state = readRows(GERMAN);

  it('starts its years in January, reads its points as thousands and is a plan as in Germany', () => {
    const choices = suggestChoices(state);
    expect(choices).toMatchObject({
      title: 'Investitionsprogramm',
      currency: 'EUR',
      locale: 'de-DE',
      startMonth: 1,
    });
    expect(state.report.tables[0]?.yearColumns.map(({ start, total }) => [start, total])).toEqual([
      ['2026-01-01', '1350000'],
      ['2027-01-01', '2200000'],
    ]);
    if (choices === null) throw new Error('Nothing is suggested');
    const made = planFromImport(state, choices, { id: 'p', today: '2026-11-22' });
    expect(made).toMatchObject({ ok: true, plan: { locale: 'de-DE', calendar: { startMonth: 1 } } });
  });

  it('says what that rests on', () => {
    expect(sentence(state, 'start-month-assumed')).toBe(
      'The file does not say when its fiscal year starts. Its words are German ("Investitionsprogramm", "T€"), so it is taken to start in January, as is usual in Germany. Change it if that is wrong.',
    );
  });

  it('is read as a person chose, where one did', () => {
    const chosen = readSheets([sheetOf(GERMAN)], 'en-GB', true);
    expect(chosen).toMatchObject({ locale: 'en-GB', startMonth: 4 });
    // Read as thousands or as decimals the figures differ, so the table is not taken unasked.
    expect(suggestChoices(chosen)).toBeNull();
    expect(sentence(chosen, 'start-month-assumed')).toBe(
      'The file does not say when its fiscal year starts. As you chose, it is taken to start in April, as is usual in the United Kingdom. Change it if that is wrong.',
    );
  });
});

describe('a budget in dollars', () => {
  const state = readRows([
    ['City budget ($ in thousands)'],
    ['Department', 'FY2015', 'FY2016'],
    ['Police', 100, 110],
    ['Parks', 5, 6],
  ]);

  it('starts its years in July on a British computer', () => {
    expect(suggestChoices(state)).toMatchObject({ currency: 'USD', locale: 'en-US', startMonth: 7 });
    expect(state.report.tables[0]?.yearColumns[0]).toMatchObject({ label: 'FY2015', start: '2014-07-01' });
    expect(sentence(state, 'start-month-assumed')).toBe(
      'The file does not say when its fiscal year starts. Its amounts are in US dollars, so it is taken to start in July, as is usual in the United States. Change it if that is wrong.',
    );
  });

  it('follows another month that a person chooses, in its years and in what is told', () => {
    const choices = suggestChoices(state);
    if (choices === null) throw new Error('Nothing is suggested');
    const preview = previewImport(state, { ...choices, startMonth: 10 });
    expect(preview.report.tables[0]?.yearColumns[0]).toMatchObject({ start: '2014-10-01' });
    expect(sentence(preview, 'start-month-assumed')).toBe('');
    const same = previewImport(state, { ...choices, locale: 'en-GB' });
    expect(sentence(same, 'start-month-assumed')).not.toBe('');
    expect(same.report.tables[0]?.yearColumns[0]).toMatchObject({ start: '2014-07-01', label: '2014/15' });
  });

  it('is told anew when a person chooses another scale or currency', () => {
    const choices = suggestChoices(state);
    const [table] = choices?.tables ?? [];
    if (choices === null || table === undefined) throw new Error('Nothing is suggested');
    expect(sentence(previewImport(state, choices), 'scale-stated')).toContain('1,000');
    const other = { ...choices, tables: [{ ...table, scale: '1' }] };
    expect(sentence(previewImport(state, other), 'scale-stated')).toBe('');
  });
});

describe('years that name two calendar years', () => {
  const rows = [
    ['Maßnahme', 'FY 2013-14', 'FY 2014-15'],
    ['Kita', 1_000, 2_000],
    ['Radweg', 100, 200],
  ];

  it('do not start in January, whatever is usual', () => {
    const state = readRows(rows);
    expect(suggestChoices(state)).toMatchObject({ locale: 'de-DE', startMonth: 4 });
    expect(sentence(state, 'start-month-by-years')).toBe(
      'The file does not say when its fiscal year starts. A year such as "FY 2013-14" runs over two calendar years, so it is taken to start in April. Change it if that is wrong.',
    );
  });

  it('are a contradiction where the file says January, or a person does', () => {
    const state = readRows([['Haushaltsjahr = Kalenderjahr'], ...rows]);
    expect(sentence(state, 'start-month-contradicted')).toContain('"FY 2013-14" names two calendar years');
    const plain = readRows(rows);
    const choices = suggestChoices(plain);
    if (choices === null) throw new Error('Nothing is suggested');
    const preview = previewImport(plain, { ...choices, startMonth: 1 });
    expect(sentence(preview, 'january-chosen')).toContain('"FY 2013-14" names two calendar years');
  });
});

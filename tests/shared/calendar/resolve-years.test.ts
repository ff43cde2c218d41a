import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toYearId, yearLabel } from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { parseYearLabel } from '#shared/calendar/parse-year-label.ts';
import { findGaps, resolveStartMonth, yearIdFor } from '#shared/calendar/resolve-years.ts';

const BRITISH: FiscalCalendar = { startMonth: 4, naming: 'both' };
const AMERICAN: FiscalCalendar = { startMonth: 7, naming: 'end' };
const JAPANESE: FiscalCalendar = { startMonth: 4, naming: 'start' };
const GERMAN: FiscalCalendar = { startMonth: 1, naming: 'single' };

function idOf(text: string, calendar: FiscalCalendar): string | null {
  const label = parseYearLabel(text);
  return label?.kind === 'year' ? yearIdFor(label, calendar) : null;
}

describe('when the year starts', () => {
  test.each([
    ['year ending 31 March 2026', 4],
    ['For the Year Ended June 30, 2026', 7],
    ['year to 31st March', 4],
    ['Financial year end: 31 December', 1],
    ['FYE June 30', 7],
    ['fiscal year ends on the 30th of September', 10],
    ['April to March', 4],
    ['Apr–Mar', 4],
    ['1 July - 30 June', 7],
    ['July 1 through June 30', 7],
    ['Fiscal Year (July 1, 2025 - June 30, 2026)', 7],
    ['1 April 2026 to 31 March 2027', 4],
    ['fiscal year begins July 1', 7],
    ['The financial year starts in April', 4],
    ['Haushaltsjahr = Kalenderjahr', 1],
    ['1. Januar bis 31. Dezember', 1],
    ['du 1er janvier au 31 décembre', 1],
    ['exercice clos le 31 décembre 2026', 1],
    ['4月～翌年3月', 4],
    ['4月1日から翌年3月31日', 4],
  ])('%j says month %i', (text, startMonth) => {
    const found = resolveStartMonth({ words: ['Capital programme', text], locale: 'en-GB' });
    expect(found).toMatchObject({ startMonth, basis: 'file' });
    expect(found.phrase).not.toBe('');
  });

  test.each([
    'Budget 2026',
    '6 April to 5 April',
    '1 April 2026 to 31 March 2029',
    'April 2026 to March 2026',
    'May to June',
    'year ended 5 April 2026',
    '4月から9月',
  ])('%j says nothing', (text) => {
    expect(resolveStartMonth({ words: [text], locale: 'en-US' })).toEqual({ ...AMERICAN, basis: 'locale' });
  });

  test('without words the locale decides, as an assumption', () => {
    expect(resolveStartMonth({ words: [], locale: 'en-GB' })).toEqual({ ...BRITISH, basis: 'locale' });
    expect(resolveStartMonth({ words: [], locale: 'ja-JP' })).toEqual({ ...JAPANESE, basis: 'locale' });
    expect(resolveStartMonth({ words: [], locale: 'fr-FR' })).toEqual({ ...GERMAN, basis: 'locale' });
  });

  test('words that contradict each other decide nothing', () => {
    const words = ['year ended 31 March 2026', 'federal fiscal year begins October 1'];
    expect(resolveStartMonth({ words, locale: 'en-GB' })).toEqual({ ...BRITISH, basis: 'locale' });
  });

  test('the naming goes with the month', () => {
    expect(resolveStartMonth({ words: ['April to March'], locale: 'de-DE' }).naming).toBe('both');
    expect(resolveStartMonth({ words: ['calendar year'], locale: 'en-GB' }).naming).toBe('single');
    expect(resolveStartMonth({ words: ['October 1 to September 30'], locale: 'en-US' }).naming).toBe('end');
  });
});

describe('which year a label names', () => {
  test.each([
    ['2025/26', BRITISH, '2025'],
    ['FY26', BRITISH, '2025'],
    ['2019', BRITISH, '2019'],
    ['FY26', AMERICAN, '2025'],
    ['FY 2013-14 Proposed', AMERICAN, '2013'],
    ['2026', AMERICAN, '2025'],
    ['令和7年度', JAPANESE, '2025'],
    ['R7', AMERICAN, '2025'],
    ['2025年度', JAPANESE, '2025'],
    ['FY2025', JAPANESE, '2025'],
    ['Ansatz 2026', GERMAN, '2026'],
    ['CP 2026', GERMAN, '2026'],
    ['FY2026', { startMonth: 1, naming: 'end' }, '2026'],
  ] as const)('%j', (text, calendar, id) => {
    expect(idOf(text, calendar)).toBe(id);
  });

  test('every label that the app writes is read back, for every naming, month and locale', () => {
    const calendars = fc.record({
      startMonth: fc.integer({ min: 1, max: 12 }),
      naming: fc.constantFrom('start' as const, 'end' as const, 'both' as const, 'single' as const),
    });
    const locales = fc.constantFrom('en-GB', 'en-US', 'ja-JP', 'de-DE', 'fr-FR');
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), calendars, locales, (year, calendar, locale) => {
        const id = toYearId(year);
        expect(idOf(yearLabel(id, calendar, locale), calendar)).toBe(id);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('years that are absent', () => {
  test('are those between the others, in order', () => {
    expect(findGaps(['2026', '2030', '2027'])).toEqual(['2028', '2029']);
    expect(findGaps(['2026', '2027', '2027'])).toEqual([]);
    expect(findGaps(['2026'])).toEqual([]);
    expect(findGaps([])).toEqual([]);
  });
});

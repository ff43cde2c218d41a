import { describe, expect, test } from 'vitest';
import {
  defaultCalendarFor,
  isYearId,
  nextYear,
  yearEnd,
  yearLabel,
  yearsBetween,
  yearStart,
} from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';

const BRITISH: FiscalCalendar = { startMonth: 4, naming: 'both' };
const AMERICAN: FiscalCalendar = { startMonth: 7, naming: 'end' };
const JAPANESE: FiscalCalendar = { startMonth: 4, naming: 'start' };
const GERMAN: FiscalCalendar = { startMonth: 1, naming: 'single' };

describe('fiscal years', () => {
  test('run from the first day of their month to the day before the next', () => {
    expect([yearStart('2026', BRITISH), yearEnd('2026', BRITISH)]).toEqual(['2026-04-01', '2027-03-31']);
    expect([yearStart('2025', AMERICAN), yearEnd('2025', AMERICAN)]).toEqual(['2025-07-01', '2026-06-30']);
    expect([yearStart('2026', GERMAN), yearEnd('2026', GERMAN)]).toEqual(['2026-01-01', '2026-12-31']);
    const march = { startMonth: 3, naming: 'both' } as const;
    expect(yearEnd('2027', march)).toBe('2028-02-29');
  });

  test.each([
    ['2026', BRITISH, 'en-GB', '2026/27'],
    ['1999', BRITISH, 'en-GB', '1999/2000'],
    ['2008', BRITISH, 'en-GB', '2008/09'],
    ['2026', { startMonth: 1, naming: 'both' }, 'en-GB', '2026'],
    ['2026', AMERICAN, 'en-US', 'FY2027'],
    ['2026', { startMonth: 1, naming: 'end' }, 'en-US', 'FY2026'],
    ['2026', JAPANESE, 'ja-JP', '2026年度'],
    ['2026', JAPANESE, 'en-GB', '2026'],
    ['2026', GERMAN, 'de-DE', '2026'],
  ] as const)('%s is called by the naming of its calendar', (id, calendar, locale, label) => {
    expect(yearLabel(id, calendar, locale)).toBe(label);
  });

  test('each locale has the calendar its public bodies usually keep', () => {
    expect(defaultCalendarFor('en-GB')).toEqual(BRITISH);
    expect(defaultCalendarFor('en-US')).toEqual(AMERICAN);
    expect(defaultCalendarFor('ja-JP')).toEqual(JAPANESE);
    expect(defaultCalendarFor('de-DE')).toEqual(GERMAN);
    expect(defaultCalendarFor('fr-FR')).toEqual(GERMAN);
  });

  test('ids are four digits of a plausible year', () => {
    expect(['1900', '2026', '2200'].every(isYearId)).toBe(true);
    expect(['1899', '2201', '26', '2026/27', '', ' 2026', 'before'].some(isYearId)).toBe(false);
  });

  test('years follow each other', () => {
    expect(nextYear('2026')).toBe('2027');
    expect(yearsBetween('2026', '2029')).toEqual(['2026', '2027', '2028', '2029']);
    expect(yearsBetween('2026', '2026')).toEqual(['2026']);
    expect(yearsBetween('2027', '2026')).toEqual([]);
  });
});

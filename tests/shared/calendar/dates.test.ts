import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, compareDates, isIsoDate, monthsBetween, overlapsYear } from '#shared/calendar/dates.ts';

/** Dates of 1900 to 2200, by a runtime clock that the code under test does not use. */
const dates = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2200, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

describe('dates without clocks', () => {
  test.each(['2026-01-31', '2028-02-29', '2000-02-29', '0001-01-01'])('%s exists', (date) => {
    expect(isIsoDate(date)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '',
    ' 2026-01-01',
  ])('%j does not', (date) => {
    expect(isIsoDate(date)).toBe(false);
    expect(() => addDays(date, 1)).toThrow(RangeError);
  });

  test('days are added over months, leap days and centuries', () => {
    expect(addDays('2026-03-31', 1)).toBe('2026-04-01');
    expect(addDays('2027-04-01', -1)).toBe('2027-03-31');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('1999-12-31', 1)).toBe('2000-01-01');
    expect(addDays('2026-11-22', 0)).toBe('2026-11-22');
  });

  test('any number of days is added as the calendar has them, and taken off again', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const later = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(date, days)).toBe(later);
        expect(addDays(later, -days)).toBe(date);
        expect(compareDates(date, later)).toBe(Math.sign(-days) + 0);
      }),
    );
  });

  test.each([
    ['2026-04-01', '2027-03-31', 12],
    ['2026-04-01', '2026-04-30', 1],
    ['2026-04-01', '2026-04-29', 0],
    ['2026-04-02', '2027-04-01', 12],
    ['2026-04-02', '2027-03-31', 11],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-04-01', '2026-03-31', 0],
    ['2026-04-01', '2026-03-30', -1],
    ['2026-11-22', '2026-03-31', -8],
    ['2026-11-22', '2029-03-31', 28],
  ])('from %s to %s are %i whole months', (from, end, months) => {
    expect(monthsBetween(from, end)).toBe(months);
  });

  test('a window overlaps a year from one shared day on', () => {
    const year = ['2026-04-01', '2027-03-31'] as const;
    expect(overlapsYear({ from: '2020-01-01', to: '2026-04-01' }, ...year)).toBe(true);
    expect(overlapsYear({ from: '2020-01-01', to: '2026-03-31' }, ...year)).toBe(false);
    expect(overlapsYear({ from: '2027-03-31', to: '2030-01-01' }, ...year)).toBe(true);
    expect(overlapsYear({ from: '2027-04-01', to: '2030-01-01' }, ...year)).toBe(false);
    expect(overlapsYear({ from: '2026-06-01', to: '2026-06-01' }, ...year)).toBe(true);
  });
});

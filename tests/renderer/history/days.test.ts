import { expect, test } from 'vitest';
import { groupByDay, nameOfDay } from '#renderer/history/days.ts';
import { dayHeading } from '#renderer/history/moments.ts';

/** A moment of the machine's own clock, as the journal keeps it. */
function at(day: number, hour: number): { readonly at: string } {
  return { at: new Date(2026, 10, day, hour).toISOString() };
}

test('steps stand under the days of the machine’s own clock', () => {
  const days = groupByDay([at(22, 23), at(22, 0), at(21, 23), at(1, 12)]);
  expect(days.map(({ key, entries }) => [key, entries.length])).toEqual([
    ['2026-11-22', 2],
    ['2026-11-21', 1],
    ['2026-11-1', 1],
  ]);
});

test('today and yesterday are named, also over the turn of a month', () => {
  const now = new Date(2026, 10, 1, 9);
  expect(nameOfDay(new Date(2026, 10, 1, 0), now)).toBe('today');
  expect(nameOfDay(new Date(2026, 9, 31, 23), now)).toBe('yesterday');
  expect(nameOfDay(new Date(2026, 9, 30, 23), now)).toBe('other');
  expect(dayHeading(now, now, 'en-GB')).toEqual({
    id: 'history.today',
    values: { day: '1 November 2026' },
  });
  expect(dayHeading(new Date(2026, 9, 30), now, 'de-DE')).toBe('Freitag, 30. Oktober 2026');
});

import { expect, test } from 'vitest';
import { isoToIso, serialToIso } from '#main/excel/read/serial-date.ts';

test.each([
  ['1', '1900-01-01'],
  ['59', '1900-02-28'],
  ['60', '1900-02-29'],
  ['61', '1900-03-01'],
  ['45382', '2024-03-31'],
  ['45382.5', '2024-03-31T12:00:00'],
  ['45382.999999', '2024-04-01'],
  ['2958465', '9999-12-31'],
])('serial %s is %s', (raw, iso) => {
  expect(serialToIso(raw, 'date', false)).toBe(iso);
});

test('the 1904 system counts from 1 January 1904', () => {
  expect(serialToIso('0', 'date', true)).toBe('1904-01-01');
  expect(serialToIso('43920', 'date', true)).toBe('2024-03-31');
});

test('times and lengths of time', () => {
  expect(serialToIso('0.75', 'time', false)).toBe('18:00:00');
  expect(serialToIso('0.75', 'time', true)).toBe('18:00:00');
  expect(serialToIso('45382.5', 'time', false)).toBe('2024-03-31T12:00:00');
  expect(serialToIso('1.5', 'elapsed', false)).toBe('36:00:00');
  expect(serialToIso('0.25', 'date-time', false)).toBe('06:00:00');
});

test.each(['-1', '0', '0.5', '2958466', '12500000'])('Excel shows no date for %s', (raw) => {
  expect(serialToIso(raw, 'date', false)).toBeNull();
});

test.each([
  ['2024-03-31', '2024-03-31'],
  ['2024-03-31T00:00:00', '2024-03-31'],
  ['2024-03-31T00:00:00.000Z', '2024-03-31'],
  ['2024-03-31T08:30', '2024-03-31T08:30:00'],
  ['18:15:00', '18:15:00'],
])('ISO text %s is %s', (raw, iso) => {
  expect(isoToIso(raw)).toBe(iso);
});

test.each(['2024-02-30', '31.03.2024', '2024', ''])('%j is no ISO date', (raw) => {
  expect(isoToIso(raw)).toBeNull();
});

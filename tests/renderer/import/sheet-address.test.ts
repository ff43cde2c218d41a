import { expect, test } from 'vitest';
import { columnLetters, columnOfLetters, positionOf, rangeOf } from '#renderer/import/sheet-address.ts';

test('columns have the letters of a spreadsheet, there and back', () => {
  const known = [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ] as const;
  for (const [column, letters] of known) {
    expect(columnLetters(column)).toBe(letters);
    expect(columnOfLetters(letters)).toBe(column);
  }
});

test('addresses and ranges count from zero', () => {
  expect(positionOf('F14')).toEqual({ row: 13, column: 5 });
  expect(positionOf('$B$1048576')).toEqual({ row: 1_048_575, column: 1 });
  expect(rangeOf('B3:G54')).toEqual({ top: 2, left: 1, bottom: 53, right: 6 });
  expect(rangeOf('C7')).toEqual({ top: 6, left: 2, bottom: 6, right: 2 });
});

test('what is no address leads nowhere', () => {
  for (const text of ['', 'F', '14', 'F0', 'f14', 'ABCD1']) expect(positionOf(text)).toBeNull();
  expect(rangeOf('B3:')).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  cellAddress,
  columnName,
  parseAddress,
  parseRange,
  rangeAddress,
} from '#main/excel/read/a1.ts';

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test('an address written is the address read', () => {
  const row = fc.nat(MAX_ROWS - 1);
  const column = fc.nat(MAX_COLUMNS - 1);
  fc.assert(
    fc.property(row, column, (r, c) => {
      expect(parseAddress(cellAddress(r, c))).toEqual({ row: r, column: c });
    }),
  );
});

test.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'AAAA1', 'A1B', '-A1', 'A 1'])(
  '%j is no address',
  (text) => {
    expect(parseAddress(text)).toBeNull();
  },
);

test('marks of absolute references and small letters are read', () => {
  expect(parseAddress('$f$14')).toEqual({ row: 13, column: 5 });
});

test('a range is read with its corners in any order, and written from its first', () => {
  const range = { top: 2, left: 1, bottom: 13, right: 5 };
  expect(parseRange('F14:B3')).toEqual(range);
  expect(rangeAddress(range)).toBe('B3:F14');
  expect(rangeAddress({ top: 0, left: 0, bottom: 0, right: 0 })).toBe('A1');
  expect(parseRange('A1')).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
  expect(parseRange('A1:B2:C3')).toBeNull();
  expect(parseRange('A:B')).toBeNull();
});

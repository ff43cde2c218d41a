import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR } from '#shared/money/amount.ts';
import { minorFromDecimalText, minorToDecimalText } from '#shared/money/decimal-text.ts';

describe('amounts as machines write them', () => {
  test.each([
    ['1234.50', 2, 123450n],
    ['1234.5', 2, 123450n],
    ['1234', 2, 123400n],
    ['-0.05', 2, -5n],
    ['-0', 2, 0n],
    ['007', 2, 700n],
    ['0.001', 3, 1n],
    ['28951', 0, 28951n],
    ['9999999999999.99', 2, MAX_MINOR],
    ['00000000000000000000001', 2, 100n],
  ])('%j with %i decimals is %s', (text, decimals, minor) => {
    expect(minorFromDecimalText(text, decimals)).toEqual({ ok: true, minor });
  });

  test.each([
    '',
    ' ',
    '1,234',
    '+5',
    '.5',
    '5.',
    '1e3',
    '0x1f',
    '1_000',
    'NaN',
    'Infinity',
    ' 5',
    '5\n',
    '--5',
    '１',
  ])('%j is not a decimal', (text) => {
    expect(minorFromDecimalText(text, 2)).toEqual({ ok: false, reason: 'not-a-decimal' });
  });

  test('more decimals than the currency has are refused, even zeros', () => {
    expect(minorFromDecimalText('1.500', 2)).toEqual({ ok: false, reason: 'too-many-decimals' });
    expect(minorFromDecimalText('1.0', 0)).toEqual({ ok: false, reason: 'too-many-decimals' });
  });

  test('what a plan cannot hold is out of range', () => {
    expect(minorFromDecimalText('10000000000000.00', 2)).toEqual({ ok: false, reason: 'out-of-range' });
    expect(minorFromDecimalText('9'.repeat(100_000), 2)).toEqual({ ok: false, reason: 'out-of-range' });
  });

  test('an amount is written with exactly the decimals asked for', () => {
    expect(minorToDecimalText(123450n, 2)).toBe('1234.50');
    expect(minorToDecimalText(-5n, 2)).toBe('-0.05');
    expect(minorToDecimalText(0n, 2)).toBe('0.00');
    expect(minorToDecimalText(28951n, 0)).toBe('28951');
    expect(minorToDecimalText(1n, 3)).toBe('0.001');
  });

  test('any amount comes back from its text', () => {
    fc.assert(
      fc.property(fc.bigInt(-MAX_MINOR, MAX_MINOR), fc.integer({ min: 0, max: 4 }), (minor, decimals) => {
        expect(minorFromDecimalText(minorToDecimalText(minor, decimals), decimals)).toEqual({
          ok: true,
          minor,
        });
      }),
    );
  });
});

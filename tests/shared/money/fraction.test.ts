import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addFractions,
  compareFraction,
  compareFractions,
  divideFractions,
  fraction,
  fractionFromDecimal,
  fractionToDecimal,
  multiplyFractions,
  subtractFractions,
  trimZeros,
} from '#shared/money/fraction.ts';

const whole = fc.bigInt(-(10n ** 15n), 10n ** 15n);
const positive = fc.bigInt(1n, 10n ** 15n);
const anyFraction = fc.tuple(whole, positive).map(([n, d]) => fraction(n, d));

describe('exact fractions', () => {
  test('are kept in lowest terms with a denominator above 0', () => {
    expect(fraction(6n, -4n)).toEqual({ n: -3n, d: 2n });
    expect(fraction(0n, 7n)).toEqual({ n: 0n, d: 1n });
    expect(fraction(5n)).toEqual({ n: 5n, d: 1n });
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  test('add, subtract, multiply and divide without rounding', () => {
    const [third, sixth] = [fraction(1n, 3n), fraction(1n, 6n)];
    expect(addFractions(third, sixth)).toEqual({ n: 1n, d: 2n });
    expect(subtractFractions(sixth, third)).toEqual({ n: -1n, d: 6n });
    expect(multiplyFractions(third, sixth)).toEqual({ n: 1n, d: 18n });
    expect(divideFractions(third, sixth)).toEqual({ n: 2n, d: 1n });
    expect(() => divideFractions(third, fraction(0n))).toThrow(RangeError);
  });

  test('compare by cross-multiplication where doubles see no difference', () => {
    expect(compareFractions(1n, 3n, 333_333_333_333_333_333n, 10n ** 18n)).toBe(1);
    expect(compareFractions(2n, 4n, 1n, 2n)).toBe(0);
    expect(compareFractions(-1n, 2n, 1n, 3n)).toBe(-1);
    expect(compareFraction(fraction(95n, 100n), fractionFromDecimal('0.95'))).toBe(0);
    expect(() => compareFractions(1n, 0n, 1n, 2n)).toThrow(RangeError);
    expect(() => compareFractions(1n, 2n, 1n, -2n)).toThrow(RangeError);
  });

  test('come from plain decimal text only', () => {
    expect(fractionFromDecimal('0.075')).toEqual({ n: 3n, d: 40n });
    expect(fractionFromDecimal('-1.50')).toEqual({ n: -3n, d: 2n });
    for (const text of ['', '1e3', '7.5%', '.5', '+1']) {
      expect(() => fractionFromDecimal(text)).toThrow(RangeError);
    }
  });

  test('are written with the places asked for, rounded half away from zero', () => {
    expect(fractionToDecimal(fraction(2n, 3n), 6)).toBe('0.666667');
    expect(fractionToDecimal(fraction(1n, 2n), 0)).toBe('1');
    expect(fractionToDecimal(fraction(-1n, 2n), 0)).toBe('-1');
    expect(fractionToDecimal(fraction(-1n, 3n), 0)).toBe('0');
    expect(fractionToDecimal(fraction(2675n, 1000n), 2)).toBe('2.68');
    expect(fractionToDecimal(fraction(1n), 6)).toBe('1.000000');
  });

  test('lose only trailing zeros behind the point when trimmed', () => {
    expect(trimZeros('1.500000')).toBe('1.5');
    expect(trimZeros('2.000000')).toBe('2');
    expect(trimZeros('0.000000')).toBe('0');
    expect(trimZeros('100')).toBe('100');
    expect(trimZeros('-0.10')).toBe('-0.1');
  });

  test('subtracting what was added, or dividing by what was multiplied with, gives the first back', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        const divisor = b.n === 0n ? fraction(1n, 3n) : b;
        expect(divideFractions(multiplyFractions(a, divisor), divisor)).toEqual(a);
        expect(compareFraction(a, b)).toBe(-compareFraction(b, a) + 0);
      }),
    );
  });

  test('the written value is never further off than half of its last place', () => {
    fc.assert(
      fc.property(anyFraction, fc.integer({ min: 0, max: 8 }), (value, places) => {
        const off = subtractFractions(fractionFromDecimal(fractionToDecimal(value, places)), value);
        const size = off.n < 0n ? subtractFractions(fraction(0n), off) : off;
        expect(compareFraction(size, fraction(1n, 2n * 10n ** BigInt(places)))).not.toBe(1);
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { ratio, ratioOf } from '#shared/money/ratio.ts';

describe('ratios', () => {
  test('are exact where doubles are not', () => {
    expect(ratio('0.1').plus(ratio('0.2')).toFixed()).toBe('0.3');
  });

  test('keep forty digits and never print an exponent', () => {
    expect(ratioOf(1n, 3n).toFixed()).toBe(`0.${'3'.repeat(40)}`);
    expect(ratio(`0.${'0'.repeat(30)}1`).toString()).toBe(`0.${'0'.repeat(30)}1`);
    expect(ratioOf(10n ** 30n, 1n).toString()).toBe('1000000000000000000000000000000');
  });

  test('round half away from zero', () => {
    expect(ratio('2.5').toFixed(0)).toBe('3');
    expect(ratio('-2.5').toFixed(0)).toBe('-3');
    expect(ratioOf(999_999_999_999_999n, 1_000_000_000_000_000n).toFixed(6)).toBe('1.000000');
  });

  test.each(['', '0x1f', '1_000', 'NaN', 'Infinity', '1e9000000', '1,5', ' 1', '.5', '+1'])(
    'refuse %j, which is no plain decimal',
    (text) => {
      expect(() => ratio(text)).toThrow(RangeError);
    },
  );

  test('have no denominator of 0', () => {
    expect(() => ratioOf(1n, 0n)).toThrow(RangeError);
  });
});

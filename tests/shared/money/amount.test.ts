import { describe, expect, test } from 'vitest';
import { isWithinRange, MAX_MINOR, sumMinor } from '#shared/money/amount.ts';

describe('amounts in minor units', () => {
  test('a blank adds nothing to a sum and is not counted as zero', () => {
    expect(sumMinor([100n, null, -30n])).toBe(70n);
    expect(sumMinor([])).toBe(0n);
    expect(sumMinor([null, null])).toBe(0n);
  });

  test('a sum of many tenths of pounds is exact', () => {
    expect(sumMinor(Array.from({ length: 1_000_000 }, () => 10n))).toBe(10_000_000n);
  });

  test('fifteen digits of either sign are within range and one more unit is not', () => {
    expect(isWithinRange(MAX_MINOR)).toBe(true);
    expect(isWithinRange(-MAX_MINOR)).toBe(true);
    expect(isWithinRange(MAX_MINOR + 1n)).toBe(false);
    expect(isWithinRange(-MAX_MINOR - 1n)).toBe(false);
  });
});

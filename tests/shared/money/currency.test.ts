import { describe, expect, test } from 'vitest';
import { CURRENCY_DECIMALS } from '#shared/money/currency-table.ts';
import { currencyDecimals, isCurrencyCode, unitsPerMajor } from '#shared/money/currency.ts';

describe('currencies', () => {
  test.each([
    ['GBP', 2, 100n],
    ['EUR', 2, 100n],
    ['USD', 2, 100n],
    ['JPY', 0, 1n],
    ['KRW', 0, 1n],
    ['KWD', 3, 1000n],
    ['TND', 3, 1000n],
    ['CLF', 4, 10_000n],
    ['MGA', 2, 100n],
    ['XCG', 2, 100n],
  ])('%s has %i decimals', (code, decimals, units) => {
    expect(isCurrencyCode(code)).toBe(true);
    expect(currencyDecimals(code)).toBe(decimals);
    expect(unitsPerMajor(code)).toBe(units);
  });

  test.each(['', 'gbp', 'GB', 'XXX', 'XAU', 'DEM', 'BTC', 'HRK'])('%j is no active currency', (code) => {
    expect(isCurrencyCode(code)).toBe(false);
    expect(() => currencyDecimals(code)).toThrow(RangeError);
    expect(() => unitsPerMajor(code)).toThrow(RangeError);
  });

  test('the table holds each active code once, in capitals', () => {
    expect(CURRENCY_DECIMALS.size).toBe(165);
    expect([...CURRENCY_DECIMALS.keys()].every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });
});

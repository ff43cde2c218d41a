import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyDecimals } from '#shared/money/currency.ts';
import { formatAmount, formatRatio } from '#shared/money/format-amount.ts';
import type { FormatAmountOptions } from '#shared/money/format-amount.ts';
import { notationForLocale } from '#shared/money/number-notation.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';

const LOCALES = ['en-GB', 'en-US', 'ja-JP', 'de-DE', 'fr-FR', 'de-CH'];

function write(minor: bigint, options: Partial<FormatAmountOptions> = {}): string {
  return formatAmount(minor, {
    currency: 'GBP',
    locale: 'en-GB',
    negative: 'minus',
    zero: 'dash',
    ...options,
  });
}

describe('amounts for people', () => {
  test.each([
    ['en-GB', 'GBP', '£1,234,567.89', '-£1,234,567.89', '(£1,234,567.89)'],
    ['en-US', 'USD', '$1,234,567.89', '-$1,234,567.89', '($1,234,567.89)'],
    ['ja-JP', 'JPY', '￥123,456,789', '-￥123,456,789', '(￥123,456,789)'],
    ['de-DE', 'EUR', '1.234.567,89\u00a0€', '-1.234.567,89\u00a0€', '(1.234.567,89\u00a0€)'],
    [
      'fr-FR',
      'EUR',
      '1\u202f234\u202f567,89\u00a0€',
      '-1\u202f234\u202f567,89\u00a0€',
      '(1\u202f234\u202f567,89\u00a0€)',
    ],
  ])('%s writes %s with its mark', (locale, currency, plain, minus, brackets) => {
    const marked = { locale, currency, currencyMark: true };
    expect(write(123_456_789n, marked)).toBe(plain);
    expect(write(-123_456_789n, marked)).toBe(minus);
    expect(write(-123_456_789n, { ...marked, negative: 'brackets' })).toBe(brackets);
  });

  test('without a mark the figure stands alone with the decimals of its currency', () => {
    expect(write(123450n)).toBe('1,234.50');
    expect(write(123450n, { currency: 'JPY' })).toBe('123,450');
    expect(write(123450n, { currency: 'KWD' })).toBe('123.450');
    expect(write(123450n, { locale: 'de-DE' })).toBe('1.234,50');
  });

  test('the largest amount keeps its last penny', () => {
    expect(write(999_999_999_999_999n)).toBe('9,999,999,999,999.99');
  });

  test('a scale shows thousands or millions, rounded half away from zero', () => {
    expect(write(123_450_000n, { scale: 1000n })).toBe('1,235');
    expect(write(-123_450_000n, { scale: 1000n })).toBe('-1,235');
    expect(write(123_449_999n, { scale: 1000n })).toBe('1,234');
    expect(write(123_450_000n, { scale: 1_000_000n, decimals: 3 })).toBe('1.235');
  });

  test('nil is a dash or a zero, and an amount that only rounds to zero is never a dash or negative', () => {
    expect(write(0n)).toBe('-');
    expect(write(0n, { zero: 'zero' })).toBe('0.00');
    expect(write(49n, { scale: 1000n })).toBe('0');
    expect(write(-49n, { scale: 1000n })).toBe('0');
    expect(write(-49n, { scale: 1000n, negative: 'brackets' })).toBe('0');
  });

  test('what is written in a locale is read back in its notation', () => {
    const options = fc.record({
      currency: fc.constantFrom('GBP', 'EUR', 'USD', 'JPY', 'CHF'),
      locale: fc.constantFrom(...LOCALES),
      negative: fc.constantFrom('minus' as const, 'brackets' as const),
      zero: fc.constantFrom('dash' as const, 'zero' as const),
      currencyMark: fc.boolean(),
    });
    const minors = fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n);
    fc.assert(
      fc.property(fc.oneof(minors, fc.constant(0n)), options, (minor, style) => {
        const text = formatAmount(minor, style);
        const { locale, currency } = style;
        const notation = notationForLocale(locale);
        const parsed = parseAmount(text, { notation, decimals: currencyDecimals(currency), currency });
        expect(parsed.kind === 'amount' ? parsed.minor : parsed).toEqual(
          minor === 0n && style.zero === 'dash' ? { kind: 'nil' } : minor,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('shares for people', () => {
  test('are rounded half away from zero to the decimals shown', () => {
    expect(formatRatio('0.975', { locale: 'en-GB', style: 'percent', decimals: 1 })).toBe('97.5%');
    expect(formatRatio('0.9745', { locale: 'en-GB', style: 'percent', decimals: 1 })).toBe('97.5%');
    expect(formatRatio('-0.9745', { locale: 'en-GB', style: 'percent', decimals: 1 })).toBe('-97.5%');
    expect(formatRatio('0.975', { locale: 'de-DE', style: 'percent', decimals: 0 })).toBe('98\u00a0%');
    expect(formatRatio('2.675', { locale: 'fr-FR', style: 'number', decimals: 2 })).toBe('2,68');
    expect(formatRatio('-0.0001', { locale: 'en-GB', style: 'percent', decimals: 1 })).toBe('0.0%');
  });

  test('keep more digits than a double has', () => {
    const text = '0.12345678901234567890';
    expect(formatRatio(text, { locale: 'en-GB', style: 'number', decimals: 20 })).toBe(text);
    expect(formatRatio(text, { locale: 'en-GB', style: 'percent', decimals: 18 })).toBe(
      '12.345678901234567890%',
    );
  });

  test('come from plain decimal text only', () => {
    for (const text of ['', 'NaN', '1e3', '97%']) {
      expect(() => formatRatio(text, { locale: 'en-GB', style: 'number', decimals: 0 })).toThrow(RangeError);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { notationForLocale } from '#shared/money/number-notation.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import type { ParseAmountOptions } from '#shared/money/parse-amount.ts';

function read(text: string, locale: string, options: Partial<ParseAmountOptions> = {}) {
  return parseAmount(text, { notation: notationForLocale(locale), decimals: 2, ...options });
}

function amount(minor: bigint, exact: string, rounded = false) {
  return { kind: 'amount', minor, rounded, exact };
}

describe('amounts as people write them', () => {
  test.each([
    ['1,234.50', 123450n, '1234.5'],
    ['1234.5', 123450n, '1234.5'],
    ['1,234,567', 123456700n, '1234567'],
    ['.5', 50n, '0.5'],
    ['0', 0n, '0'],
    ['-0', 0n, '0'],
    ['  5\u00a0', 500n, '5'],
    ['00123', 12300n, '123'],
    ['(1,234)', -123400n, '-1234'],
    ['( 1,234 )', -123400n, '-1234'],
    ['1,234-', -123400n, '-1234'],
    ['△ 28,951', -2895100n, '-28951'],
    ['▲28,951', -2895100n, '-28951'],
    ['\u22125', -500n, '-5'],
    ['-5', -500n, '-5'],
    ['–5', -500n, '-5'],
    ['+5', 500n, '5'],
    ['１，２３４', 123400n, '1234'],
    ['（１，２３４．５）', -123450n, '-1234.5'],
    ['－５', -500n, '-5'],
    ['\u200e1,234', 123400n, '1234'],
  ])('%j is read in English notation', (text, minor, exact) => {
    expect(read(text, 'en-GB')).toEqual(amount(minor, exact));
  });

  test.each([
    ['£1.2m', 120_000_000n, '1200000'],
    ['-£1.2m', -120_000_000n, '-1200000'],
    ['12.5k', 1_250_000n, '12500'],
    ['12.5K', 1_250_000n, '12500'],
    ['£3bn', 300_000_000_000n, '3000000000'],
    ['1.2 million', 120_000_000n, '1200000'],
    ['5 thousand', 500_000n, '5000'],
    ['2 billion', 200_000_000_000n, '2000000000'],
    ['£m 5.2', 520_000_000n, '5200000'],
    ['5.2 £m', 520_000_000n, '5200000'],
    ['3億円', 30_000_000_000n, '300000000'],
    ['5百万円', 500_000_000n, '5000000'],
    ['１２千円', 1_200_000n, '12000'],
    ['4万円', 4_000_000n, '40000'],
  ])('%j carries its own scale', (text, minor, exact) => {
    expect(read(text, 'en-GB')).toEqual(amount(minor, exact));
  });

  test.each([
    ['£5', 'GBP'],
    ['£-5', 'GBP'],
    ['(£5)', 'GBP'],
    ['£(5)', 'GBP'],
    ['£5-', 'GBP'],
    ['GBP 5', 'GBP'],
    ['5 GBP', 'GBP'],
    ['£5 GBP', 'GBP'],
    ['$5', 'CAD'],
    ['US$5', 'USD'],
    ['€5', 'EUR'],
    ['5 euros', 'EUR'],
    ['¥5', 'JPY'],
    ['￥5', 'JPY'],
    ['5円', 'JPY'],
    ['5 kr', 'SEK'],
    ['CHF 5', 'CHF'],
  ])('%j is taken as %s', (text, currency) => {
    expect(read(text, 'en-GB', { currency })).toMatchObject({ kind: 'amount' });
    expect(read(text, 'en-GB', { currency: 'ZMW' })).toEqual({ kind: 'refused', reason: 'wrong-currency' });
  });

  test.each([
    ['1.234,50', 123450n, '1234.5'],
    ['1 234,50', 123450n, '1234.5'],
    ['12.345', 1_234_500n, '12345'],
    ['1.234.567', 123_456_700n, '1234567'],
    ['-1.234,5', -123450n, '-1234.5'],
    ['5 Mio. €', 500_000_000n, '5000000'],
    ['5,2 Mio €', 520_000_000n, '5200000'],
    ['1,5 Mrd. €', 150_000_000_000n, '1500000000'],
    ['T€ 1.234', 123_400_000n, '1234000'],
    ['1.234 TEUR', 123_400_000n, '1234000'],
    ['12 Tsd. €', 1_200_000n, '12000'],
  ])('%j is read in German notation', (text, minor, exact) => {
    expect(read(text, 'de-DE')).toEqual(amount(minor, exact));
  });

  test.each([' ', '\u00a0', '\u202f', '\u2009', '\u2007'])(
    'the space %j stands between French thousands',
    (space) => {
      const text = `2${space}058${space}094,29`;
      expect(read(text, 'fr-FR')).toEqual(amount(205_809_429n, '2058094.29'));
      expect(read(`-${text}${space}€`, 'fr-FR')).toEqual(amount(-205_809_429n, '-2058094.29'));
    },
  );

  test('M€ and k€ stand behind a French figure, an apostrophe within a Swiss one', () => {
    expect(read('5 M€', 'fr-FR')).toEqual(amount(500_000_000n, '5000000'));
    expect(read('K€ 12', 'fr-FR')).toEqual(amount(1_200_000n, '12000'));
    expect(read('1,5 Md€', 'fr-FR')).toEqual(amount(150_000_000_000n, '1500000000'));
    expect(read("1'234.50", 'de-CH')).toEqual(amount(123450n, '1234.5'));
    expect(read('1’234’567.50', 'de-CH')).toEqual(amount(123_456_750n, '1234567.5'));
  });

  test.each(['-', '–', '—', '\u2212', ' - ', 'ー', '£ -', '- €'])('a lone %j is nil', (text) => {
    expect(read(text, 'en-GB')).toEqual({ kind: 'nil' });
  });

  test.each(['', ' ', '\u00a0', '\u3000\t\n', '\ufeff'])('%j is blank, which is not nil', (text) => {
    expect(read(text, 'en-GB')).toEqual({ kind: 'blank' });
  });
});

describe('texts that are refused', () => {
  test.each([
    ['0.062)', 'unbalanced-bracket'],
    ['(5', 'unbalanced-bracket'],
    ['((5)', 'unbalanced-bracket'],
    ['1.50%*', 'footnote-mark'],
    ['1,234*', 'footnote-mark'],
    ['1,234¹', 'footnote-mark'],
    ['1,234 (a)', 'footnote-mark'],
    ['1,234 [1]', 'footnote-mark'],
    ['1,234 ※', 'footnote-mark'],
    ['1.50%', 'percent'],
    ['5 ‰', 'percent'],
    ['1.00% - 3.00%', 'range'],
    ['5-10', 'range'],
    ['5 to 10', 'range'],
    ['5～10', 'range'],
    ['£5m – £10m', 'range'],
    ['TBC', 'not-a-number'],
    ['£000', 'not-a-number'],
    ['n/a', 'not-a-number'],
    ['#REF!', 'not-a-number'],
    ['31/03/2026', 'not-a-number'],
    ['2026-03-31', 'not-a-number'],
    ['65+', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['0x1f', 'not-a-number'],
    ['1_000', 'not-a-number'],
    ['k 5', 'not-a-number'],
    ['5 k m', 'not-a-number'],
    [')5(', 'not-a-number'],
    ['5△', 'not-a-number'],
    ['=5', 'not-a-number'],
    ['5 PENT', 'not-a-number'],
    [`5 ${'x'.repeat(200)}`, 'not-a-number'],
    ['-(5)', 'two-signs'],
    ['(-5)', 'two-signs'],
    ['--5', 'two-signs'],
    ['-5-', 'two-signs'],
    ['△-5', 'two-signs'],
    ['1,23,4', 'ambiguous-grouping'],
    ['1,2345', 'ambiguous-grouping'],
    ['12,34', 'ambiguous-grouping'],
    ['0,123', 'ambiguous-grouping'],
    ['1234,567', 'ambiguous-grouping'],
    ['1.234.567', 'ambiguous-grouping'],
    ['1.234,50', 'ambiguous-grouping'],
    ['1 234,50', 'ambiguous-grouping'],
    ['1 234', 'ambiguous-grouping'],
    ['US$ 5 EUR', 'wrong-currency'],
    ['10000000000000', 'out-of-range'],
    ['10,000bn', 'out-of-range'],
  ])('%j in English notation: %s', (text, reason) => {
    expect(read(text, 'en-GB')).toEqual({ kind: 'refused', reason });
  });

  test.each([
    ['1,234.50', 'ambiguous-grouping'],
    ['1.23', 'ambiguous-grouping'],
    ['1.234 567', 'ambiguous-grouping'],
    ['1.234.56', 'ambiguous-grouping'],
    // A thousand times more in German than in English.
    ['5 billion', 'not-a-number'],
  ])('%j in German notation: %s', (text, reason) => {
    expect(read(text, 'de-DE')).toEqual({ kind: 'refused', reason });
  });

  test('a space is no French point', () => {
    expect(read('1.234,50', 'fr-FR')).toEqual({ kind: 'refused', reason: 'ambiguous-grouping' });
  });
});

describe('scale and decimals', () => {
  test('the scale of the table multiplies a figure, unless the figure states its own', () => {
    expect(read('1,234.5', 'en-GB', { scale: 1000n })).toEqual(amount(123_450_000n, '1234500'));
    expect(read('£1.2m', 'en-GB', { scale: 1000n })).toEqual(amount(120_000_000n, '1200000'));
    expect(read('△ 28,951', 'ja-JP', { scale: 1000n, decimals: 0 })).toEqual(
      amount(-28_951_000n, '-28951000'),
    );
  });

  test('a figure finer than the minor unit is rounded half away from zero and keeps its exact text', () => {
    expect(read('1.005', 'en-GB')).toEqual(amount(101n, '1.005', true));
    expect(read('-1.005', 'en-GB')).toEqual(amount(-101n, '-1.005', true));
    expect(read('1.004', 'en-GB')).toEqual(amount(100n, '1.004', true));
    expect(read('0.5', 'ja-JP', { decimals: 0 })).toEqual(amount(1n, '0.5', true));
    expect(read('1.23456', 'en-GB', { scale: 1000n })).toEqual(amount(123_456n, '1234.56'));
  });

  test('or refused where rounding is not wanted; zeros at the end lose nothing', () => {
    const decimalsBeyondCurrency = 'refuse';
    expect(read('1.005', 'en-GB', { decimalsBeyondCurrency })).toEqual({
      kind: 'refused',
      reason: 'too-many-decimals',
    });
    expect(read('1.500', 'en-GB', { decimalsBeyondCurrency })).toEqual(amount(150n, '1.5'));
  });

  test('the largest amount of a plan is read exactly', () => {
    expect(read('9,999,999,999,999.99', 'en-GB')).toEqual(amount(999_999_999_999_999n, '9999999999999.99'));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount } from '#shared/money/format-amount.ts';
import { decideNotation } from '#shared/money/notation-evidence.ts';
import { notationForLocale } from '#shared/money/number-notation.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';

describe('the notation of a column', () => {
  test.each([
    [['1.234.567'], ',', '1.234.567'],
    [['12.345', '1.234,5'], ',', '1.234,5'],
    [['12,47'], ',', '12,47'],
    [['0,123'], ',', '0,123'],
    [['12,470', '1 234,567'], ',', '1 234,567'],
    [['2\u202f058\u202f094'], ',', '2\u202f058\u202f094'],
    [['1,234,567'], '.', '1,234,567'],
    [['12,345', '(1,234.50)'], '.', '(1,234.50)'],
    [['12,345', '0.062)'], '.', '0.062)'],
    [["1'234"], '.', "1'234"],
    [['１２．５'], '.', '１２．５'],
  ])('%j proves the decimal sign %j', (texts, decimal, evidence) => {
    const decision = decideNotation(texts);
    expect(decision).toMatchObject({ kind: 'decided', evidence, notation: { decimal } });
  });

  test.each([
    [['12.345'], ['12.345']],
    [
      ['12,470', '23.575', '5'],
      ['12,470', '23.575'],
    ],
    [
      ['1.234,5', '1,234.5'],
      ['1,234.5', '1.234,5'],
    ],
    // A thousand by space beside a point: neither reading is safe.
    [['1 234', '12.345'], ['12.345']],
  ])('%j is ambiguous', (texts, samples) => {
    expect(decideNotation(texts)).toEqual({ kind: 'ambiguous', samples });
  });

  test.each([[[]], [['', '5', '1234', '-']], [['TBC', 'n/a']], [['31.12.2026', '1.2.3']], [['2025/26']]])(
    '%j says nothing',
    (texts) => {
      expect(decideNotation(texts)).toEqual({ kind: 'none' });
    },
  );

  test('at most five different samples are given', () => {
    const texts = ['1.100', '1.100', '1.200', '1.300', '1.400', '1.500', '1.600'];
    expect(decideNotation(texts)).toEqual({ kind: 'ambiguous', samples: texts.slice(1, 6) });
  });

  test('a decided notation reads a column of any locale as it was written', () => {
    const amounts = fc.array(fc.bigInt(-(10n ** 12n), 10n ** 12n), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'de-CH', 'ja-JP'), (minors, locale) => {
        const style = { currency: 'GBP', locale, negative: 'minus', zero: 'zero' } as const;
        const texts = minors.map((minor) => formatAmount(minor, style));
        const decision = decideNotation(texts);
        const notation = decision.kind === 'decided' ? decision.notation : notationForLocale('sv-SE');
        const read = texts.map((text) => parseAmount(text, { notation, decimals: 2 }));
        expect(decision.kind).toBe('decided');
        expect(read.map((parsed) => (parsed.kind === 'amount' ? parsed.minor : parsed))).toEqual(minors);
      }),
    );
  });
});

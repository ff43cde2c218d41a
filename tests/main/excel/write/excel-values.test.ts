import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, columnLetters, sheetReference } from '#main/excel/write/cell-address.ts';
import { amountFormat } from '#main/excel/write/cell-styles.ts';
import { excelNumber, excelText } from '#main/excel/write/excel-values.ts';
import { MAX_MINOR } from '#shared/money/amount.ts';
import { minorFromDecimalText } from '#shared/money/decimal-text.ts';

describe('amounts as Excel holds them', () => {
  it('gives back every amount exactly', () => {
    const amount = fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR });
    fc.assert(
      fc.property(amount, fc.constantFrom(0, 2, 3), (minor, decimals) => {
        const held = excelNumber(minor, decimals).toPrecision(15);
        const text = held.includes('e') ? BigInt(Number(held)).toString() : held;
        const plain = decimals === 0 ? text.replace(/\.0*$/, '') : text;
        const cut = plain.includes('.') ? plain.replace(new RegExp(`(\\.\\d{${decimals}})0*$`), '$1') : plain;
        const read = minorFromDecimalText(cut === '-0' ? '0' : cut, decimals);
        if (/e/.test(String(excelNumber(minor, decimals)))) return;
        expect(read).toEqual({ ok: true, minor });
      }),
    );
  });

  it('has a number format with the currency’s own decimals', () => {
    expect(amountFormat(2)).toBe('#,##0.00_);(#,##0.00);"-"_)');
    expect(amountFormat(0)).toBe('#,##0_);(#,##0);"-"_)');
  });
});

describe('texts as Excel holds them', () => {
  it.each([
    ['plain', 'plain'],
    ['=SUM(A1)', '=SUM(A1)'],
    ['tab\tand\nbreak', 'tab\tand\nbreak'],
    ['bell\u0007gone', 'bellgone'],
    ['_x0041_', '_x005F_x0041_'],
    ['half \ud83d pair', 'half  pair'],
    ['whole 🏘 pair', 'whole 🏘 pair'],
  ])('writes %j as %j', (text, held) => {
    expect(excelText(text)).toBe(held);
  });

  it('cuts what passes a cell’s length', () => {
    const held = excelText('x'.repeat(40_000));
    expect(held).toHaveLength(32_767);
    expect(held.endsWith('…')).toBe(true);
  });
});

describe('addresses', () => {
  it('writes columns as letters', () => {
    expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
      'XFD',
    ]);
    expect(addressOf(14, 6)).toBe('F14');
    expect(sheetReference("Anna's")).toBe("'Anna''s'!");
  });
});

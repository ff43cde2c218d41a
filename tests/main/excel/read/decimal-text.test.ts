import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText } from '#main/excel/read/decimal-text.ts';

const ofNumber = (raw: string) => decimalText({ kind: 'number', raw });

test.each([
  ['0.57999999999999996', '0.58'],
  ['1.5E-2', '0.015'],
  ['1.5e+3', '1500'],
  ['123456789.12', '123456789.12'],
  ['999999999999999', '999999999999999'],
  ['9999999999999.99', '9999999999999.99'],
  ['-0.10000000000000001', '-0.1'],
  ['1234567890123456', '1234567890123460'],
  ['0.99999999999999999', '1'],
  ['99999999999999999', '100000000000000000'],
  ['1000', '1000'],
  ['1000.00', '1000'],
  ['0', '0'],
  ['-0', '0'],
  ['0.000', '0'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['+7', '7'],
  ['007', '7'],
  ['3.1415926535897931', '3.14159265358979'],
  ['4.9406564584124654E-324', `0.${'0'.repeat(323)}494065645841247`],
])('%s is %s', (raw, text) => {
  expect(ofNumber(raw)).toBe(text);
});

test.each(['', '.', '-', '1e', '1,5', '1 000', '0x1f', 'NaN', 'Infinity', '1e9999', '1e99999999999'])(
  '%j is no number',
  (raw) => {
    expect(ofNumber(raw)).toBeNull();
  },
);

test('only number cells have a figure', () => {
  for (const kind of ['blank', 'text', 'date', 'boolean', 'error'] as const) {
    expect(decimalText({ kind, raw: '12' })).toBeNull();
  }
});

test('any amount of up to 15 digits comes back exact from the seventeen digits that Excel stores', () => {
  fc.assert(
    fc.property(fc.bigInt(-999_999_999_999_999n, 999_999_999_999_999n), fc.nat(6), (units, decimals) => {
      const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
      const whole = digits.slice(0, digits.length - decimals);
      const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
      const sign = units < 0n ? '-' : '';
      const exact = `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
      // The seventeen digits are those of the double nearest to the amount, as a spreadsheet writes them.
      expect(ofNumber(Number(exact).toPrecision(17))).toBe(exact);
    }),
  );
});

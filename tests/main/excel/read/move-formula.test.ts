import { expect, test } from 'vitest';
import { moveFormula } from '#main/excel/read/move-formula.ts';

test.each([
  ['A1+B2', 'B3+C4'],
  ['$A$1+A$1+$A1', '$A$1+B$1+$A3'],
  ['SUM(C5:F5)', 'SUM(D7:G7)'],
  ['SUM(A:A)+SUM($A:B)', 'SUM(B:B)+SUM($A:C)'],
  ['SUM(2:3)+SUM($2:3)', 'SUM(4:5)+SUM($2:5)'],
  ['LOG10(A1)', 'LOG10(B3)'],
  ["'Plan 2025'!A1+Data!B2", "'Plan 2025'!B3+Data!C4"],
  ['IF(A1="A1","B2",C3)', 'IF(B3="A1","B2",D5)'],
  ['Table1[A1]*2', 'Table1[A1]*2'],
  ['tax_A1+Rate2025.A1', 'tax_A1+Rate2025.A1'],
  ['XFE1+ABCD1', 'XFE1+ABCD1'],
  ['1.5E2*A1', '1.5E2*B3'],
])('%s moves to %s', (formula, moved) => {
  expect(moveFormula(formula, 2, 1)).toBe(moved);
});

test('a reference that leaves the sheet is lost, as Excel shows it', () => {
  expect(moveFormula('A1+XFD1048576', -1, 0)).toBe('#REF!+XFD1048575');
  expect(moveFormula('A5:B9', 0, -1)).toBe('#REF!:A9');
});

test('a formula that does not move stays as it is', () => {
  expect(moveFormula('a1 + SUM( B2 )', 0, 0)).toBe('a1 + SUM( B2 )');
});

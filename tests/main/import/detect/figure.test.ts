import { expect, it } from 'vitest';
import { isPercentFormat, readFigure, scaleDecimal } from '#main/import/detect/figure.ts';
import { COMMA_GROUPS, POINT_GROUPS } from '#shared/money/number-notation.ts';
import { sheetOf } from '#tests/fixtures/workbooks/sheet-of.ts';
import type { CellSpec } from '#tests/fixtures/workbooks/sheet-of.ts';

const read = (cell: CellSpec, scale = 1n, notation = COMMA_GROUPS) =>
  readFigure(sheetOf([[cell]]).cell(0, 0), { notation, scale });

it.each<[CellSpec, bigint, unknown]>([
  [{ kind: 'number', value: '0.57999999999999996' }, 1n, { kind: 'amount', exact: '0.58', rule: 'number' }],
  [{ kind: 'number', value: '0.57999999999999996' }, 1000n, { kind: 'amount', exact: '580', rule: 'number' }],
  [1200, 1000n, { kind: 'amount', exact: '1200000', rule: 'number' }],
  [0, 1000n, { kind: 'amount', exact: '0', rule: 'number' }],
  ['(1,234.50)', 1n, { kind: 'amount', exact: '-1234.5', rule: 'text' }],
  ['£1.2m', 1000n, { kind: 'amount', exact: '1200000', rule: 'text' }],
  ['-', 1n, { kind: 'amount', exact: '0', rule: 'nil' }],
  [null, 1n, { kind: 'blank' }],
  [{ formula: 'A1', isComputed: false }, 1n, { kind: 'refused', reason: 'not-computed' }],
  [{ kind: 'error', value: '#N/A' }, 1n, { kind: 'refused', reason: 'error-value' }],
  [{ value: 0.05, format: '0.0%' }, 1n, { kind: 'refused', reason: 'percentage' }],
  [{ kind: 'date', value: '46000' }, 1n, { kind: 'refused', reason: 'date' }],
  [{ kind: 'boolean', value: '1' }, 1n, { kind: 'refused', reason: 'true-or-false' }],
  ['TBC', 1n, { kind: 'refused', reason: 'not-a-number' }],
])('reads %j times %s as %j', (cell, scale, figure) => {
  expect(read(cell, scale)).toEqual(figure);
});

it('reads texts in the notation of their column', () => {
  expect(read('12.470', 1n, POINT_GROUPS)).toMatchObject({ exact: '12470' });
  expect(read('12.470', 1n, COMMA_GROUPS)).toMatchObject({ exact: '12.47' });
});

it('knows a percent sign in a format from one in quotes', () => {
  expect([isPercentFormat('0.0%'), isPercentFormat('0 "% of"'), isPercentFormat('#,##0')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('multiplies decimals exactly', () => {
  expect([scaleDecimal('33.44', 1_000_000_000n), scaleDecimal('-0.001', 10n)]).toEqual([
    '33440000000',
    '-0.01',
  ]);
});

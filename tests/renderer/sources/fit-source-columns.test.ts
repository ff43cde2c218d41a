import { expect, test } from 'vitest';
import { amountWidth } from '#renderer/grid/amount-width.ts';
import { sizeOfGrid } from '#renderer/sources/fit-source-columns.ts';

test('a narrow grid gives its room to the years', () => {
  expect([1400, 1280, 1279, 860, 859, 300].map(sizeOfGrid)).toEqual([
    'roomy',
    'roomy',
    'usual',
    'usual',
    'narrow',
    'narrow',
  ]);
});

test('columns of amounts grow with the longest amount, and are never narrower than a year', () => {
  expect(amountWidth([])).toBe(96);
  expect(amountWidth(['1', '12,000'])).toBe(96);
  expect(amountWidth(['10,226,676,165', '1'])).toBe(132);
});

import { expect, test } from 'vitest';
import { divideHalfAway } from '#shared/money/rounding.ts';

test.each([
  [5n, 2n, 3n],
  [-5n, 2n, -3n],
  [7n, 3n, 2n],
  [8n, 3n, 3n],
  [-7n, 3n, -2n],
  [0n, 9n, 0n],
  [149n, 100n, 1n],
  [150n, 100n, 2n],
  [-150n, 100n, -2n],
])('%s / %s rounds to %s', (dividend, divisor, rounded) => {
  expect(divideHalfAway(dividend, divisor)).toBe(rounded);
});

test('a divisor of 0 or below is refused', () => {
  expect(() => divideHalfAway(1n, 0n)).toThrow(RangeError);
  expect(() => divideHalfAway(1n, -1n)).toThrow(RangeError);
});

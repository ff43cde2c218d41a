import { Decimal } from 'decimal.js';
import { readPlainDecimal } from './plain-decimal.ts';

/**
 * The one decimal arithmetic of the project. Left alone, the library rounds at 20 digits and prints
 * exponents; 40 digits hold the quotient of any two amounts to more places than anyone reads.
 */
const RatioDecimal = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** A share, rate or index factor to 40 significant digits, rounded half away from zero. Never an amount. */
export type Ratio = Decimal;

/**
 * Reads a plain decimal text. The library itself would also take `0x1f`, `1_000`, `NaN` and `1e9000000`.
 * @throws RangeError for any other text; texts from outside are checked first.
 */
export function ratio(text: string): Ratio {
  if (readPlainDecimal(text) === null) throw new RangeError(`Not a plain decimal: ${text}`);
  return new RatioDecimal(text);
}

/**
 * The quotient of two whole numbers, such as two amounts of one currency, to 40 significant digits.
 * For display only: thresholds are decided on exact fractions.
 * @throws RangeError when the denominator is 0.
 */
export function ratioOf(numerator: bigint, denominator: bigint): Ratio {
  if (denominator === 0n) throw new RangeError('A ratio needs a denominator other than 0');
  return new RatioDecimal(numerator.toString()).div(new RatioDecimal(denominator.toString()));
}

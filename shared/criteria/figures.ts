import type { Minor } from '../money/amount.ts';
import { minorToDecimalText } from '../money/decimal-text.ts';
import { fraction, fractionToDecimal, trimZeros, type Fraction } from '../money/fraction.ts';
import type { Frame } from './frame.ts';

/** Places of every figure in data, as spreadsheets and scripts compare them. */
const PLACES = 6;

/**
 * A ratio as the text of a result: at most 6 places, rounded half away from zero, without trailing zeros and without
 * an exponent: `0.75`, `1`, `0.333333`.
 */
export function ratioText(value: Fraction): string {
  return trimZeros(fractionToDecimal(value, PLACES));
}

/** A quotient of two amounts as the text of a result; the divisor is not 0. */
export function quotientText(amount: Minor, of: Minor): string {
  return ratioText(fraction(amount, of));
}

/** An amount in whole currency units as the text of a result: `1234.5`. */
export function moneyText(minor: Minor, { decimals }: Frame): string {
  return trimZeros(minorToDecimalText(minor, decimals));
}

import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import { trimZeros } from '#shared/money/fraction.ts';
import { readPlainDecimal } from '#shared/money/plain-decimal.ts';
import { divideHalfAway } from '#shared/money/rounding.ts';

/** Decimals of a plain decimal text as written. */
export function decimalsOf(exact: string): number {
  const point = exact.indexOf('.');
  return point < 0 ? 0 : exact.length - point - 1;
}

/** A plain decimal as a whole number of units of 10^-decimals; the text has at most that many decimals. */
export function toFixedPoint(exact: string, decimals: number): bigint {
  if (decimals === 0) return BigInt(exact);
  const read = readPlainDecimal(exact);
  if (read === null) return 0n;
  const size = BigInt(read.whole + read.fraction.padEnd(decimals, '0'));
  return read.negative ? -size : size;
}

/** Decimals of a total: finer than any currency; what stands behind them is residue of binary sums inside the file. */
const TOTAL_DECIMALS = 4;

/** A sum of fixed-point numbers as decimal text, rounded half away from zero to four decimals. */
export function toTotalText(value: bigint, decimals: number): string {
  if (decimals <= TOTAL_DECIMALS) return trimZeros(minorToDecimalText(value, decimals));
  const rounded = divideHalfAway(value, 10n ** BigInt(decimals - TOTAL_DECIMALS));
  return trimZeros(minorToDecimalText(rounded, TOTAL_DECIMALS));
}

/** Spreadsheets keep this many digits of a number, so sums of long figures agree to no more. */
const SIGNIFICANT_DIGITS = 15;
/** A step is the column's rounding when at least this share of its figures, in fifths, keep to it. */
const FIFTHS = 4;
/** Of long columns so many figures are looked at, spread over the column. */
const MOST_SAMPLED = 4_000;

/**
 * The step to which a column's figures are rounded: the largest power of ten that divides four fifths of them. A few
 * unrounded figures among rounded ones must not make the rest look exact to the unit.
 */
export function findQuantum(values: readonly (bigint | null)[]): bigint {
  const every = Math.ceil(values.length / MOST_SAMPLED);
  const figures = values.filter(
    (value, index): value is bigint => index % every === 0 && value !== null && value !== 0n,
  );
  if (figures.length === 0) return 1n;
  const zeros = figures.map((value) => trailingZeros(String(value))).toSorted((a, b) => a - b);
  const step = zeros[Math.floor((figures.length * (5 - FIFTHS)) / 5)] ?? 0;
  const longest = figures.reduce((most, value) => Math.max(most, digitCount(value)), 0);
  return 10n ** BigInt(Math.max(step, longest - SIGNIFICANT_DIGITS));
}

function trailingZeros(digits: string): number {
  return digits.length - digits.replace(/0+$/, '').length;
}

function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

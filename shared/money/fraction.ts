import { minorToDecimalText } from './decimal-text.ts';
import { readPlainDecimal } from './plain-decimal.ts';
import { divideHalfAway } from './rounding.ts';

/** An exact ratio in lowest terms; the denominator is above 0. */
export type Fraction = { readonly n: bigint; readonly d: bigint };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a < 0n ? -a : a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

/**
 * Makes the fraction n/d in lowest terms.
 * @throws RangeError when the denominator is 0.
 */
export function fraction(n: bigint, d: bigint = 1n): Fraction {
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0');
  const sign = d < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(n, sign * d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** Exact sum of two fractions. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** Exact difference a - b. */
export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** Exact product of two fractions. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/**
 * Exact quotient a / b.
 * @throws RangeError when b is 0.
 */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/**
 * Compares an/ad with bn/bd by cross-multiplication, without dividing or rounding.
 * @throws RangeError unless both denominators are above 0.
 */
export function compareFractions(an: bigint, ad: bigint, bn: bigint, bd: bigint): -1 | 0 | 1 {
  if (ad <= 0n || bd <= 0n) throw new RangeError('Only denominators above 0 can be compared');
  const left = an * bd;
  const right = bn * ad;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Compares two fractions exactly. */
export function compareFraction(a: Fraction, b: Fraction): -1 | 0 | 1 {
  return compareFractions(a.n, a.d, b.n, b.d);
}

/**
 * The exact fraction that a plain decimal text such as `0.075` stands for.
 * @throws RangeError for any other text; texts from outside are checked first.
 */
export function fractionFromDecimal(text: string): Fraction {
  const read = readPlainDecimal(text);
  if (read === null) throw new RangeError(`Not a plain decimal: ${text}`);
  const size = BigInt(read.whole + read.fraction);
  return fraction(read.negative ? -size : size, 10n ** BigInt(read.fraction.length));
}

/**
 * Writes a fraction with exactly the given decimal places, rounded half away from zero as Excel rounds.
 * @example fractionToDecimal(fraction(2n, 3n), 6) // '0.666667'
 */
export function fractionToDecimal(value: Fraction, places: number): string {
  return minorToDecimalText(divideHalfAway(value.n * 10n ** BigInt(places), value.d), places);
}

/** Takes trailing zeros off the decimals of a plain decimal text: `1.500000` is `1.5`, `2.0` is `2`. */
export function trimZeros(decimalText: string): string {
  return decimalText.includes('.') ? decimalText.replace(/\.?0+$/, '') : decimalText;
}

import { isWithinRange } from './amount.ts';
import type { Minor } from './amount.ts';
import { readPlainDecimal } from './plain-decimal.ts';

/** Why a decimal text is no amount. */
type DecimalTextRefusal = 'not-a-decimal' | 'too-many-decimals' | 'out-of-range';

export type DecimalTextResult =
  { readonly ok: true; readonly minor: Minor } | { readonly ok: false; readonly reason: DecimalTextRefusal };

/** More digits than this are out of range whatever they say, and are not worth turning into a number. */
const MOST_DIGITS = 15;

/**
 * Reads an amount as machines write it: `1234.5`, `-3`, in whole currency units, with at most the
 * currency's decimals. Nothing is rounded.
 * @example minorFromDecimalText('1234.50', 2) // { ok: true, minor: 123450n }
 */
export function minorFromDecimalText(text: string, decimals: number): DecimalTextResult {
  const read = readPlainDecimal(text);
  if (read === null) return { ok: false, reason: 'not-a-decimal' };
  if (read.fraction.length > decimals) return { ok: false, reason: 'too-many-decimals' };
  if (read.whole.length > MOST_DIGITS) return { ok: false, reason: 'out-of-range' };
  const size = BigInt(read.whole + read.fraction.padEnd(decimals, '0'));
  const minor = read.negative ? -size : size;
  return isWithinRange(minor) ? { ok: true, minor } : { ok: false, reason: 'out-of-range' };
}

/**
 * Writes an amount in whole currency units with exactly the given decimals.
 * @example minorToDecimalText(-5n, 2) // '-0.05'
 */
export function minorToDecimalText(minor: Minor, decimals: number): string {
  const sign = minor < 0n ? '-' : '';
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

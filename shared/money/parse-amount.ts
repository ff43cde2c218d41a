import { isWithinRange } from './amount.ts';
import type { Minor } from './amount.ts';
import { findRefusal } from './amount-grammar.ts';
import type { AmountRefusal } from './amount-grammar.ts';
import { tokenizeAmount } from './amount-tokens.ts';
import type { AmountToken } from './amount-tokens.ts';
import type { CurrencyCode } from './currency.ts';
import { minorToDecimalText } from './decimal-text.ts';
import { trimZeros } from './fraction.ts';
import { readDigits } from './grouped-number.ts';
import type { Digits } from './grouped-number.ts';
import { toHalfWidth } from './half-width.ts';
import type { NumberNotation } from './number-notation.ts';
import { divideHalfAway } from './rounding.ts';

export type ParseAmountOptions = {
  /** How the text writes numbers: stated by a person, a locale or the evidence of a column. */
  readonly notation: NumberNotation;
  /** Decimals of the currency. */
  readonly decimals: number;
  /** What one unit of the figure is worth in whole currency units; a scale written in the text itself wins. */
  readonly scale?: bigint;
  /** The currency of the amount; a mark of another one is refused. Without it any one currency is taken. */
  readonly currency?: CurrencyCode;
  /** What to do with a figure finer than the minor unit; rounding is half away from zero. */
  readonly decimalsBeyondCurrency?: 'round' | 'refuse';
};

export type ParsedAmount =
  | {
      readonly kind: 'amount';
      readonly minor: Minor;
      /** Whether the figure was finer than the minor unit. */
      readonly rounded: boolean;
      /** The figure before rounding, in whole currency units, as a plain decimal without trailing zeros. */
      readonly exact: string;
    }
  /** A lone dash: nothing is meant, which is 0. */
  | { readonly kind: 'nil' }
  /** No text: not known or not planned, which is not 0. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly reason: AmountRefusal };

/** Longer texts are notes. */
const LONGEST_TEXT = 100;
const NIL = /^\p{Sc}?\s*[-\u2010-\u2015\u2212\u30fc]\s*\p{Sc}?$/u;

/**
 * Reads an amount as people write it in a stated notation, exactly; what does not follow the notation is
 * refused with a reason and never guessed at.
 * @example parseAmount('(1,234.50)', { notation: COMMA_GROUPS, decimals: 2 }) // minor -123450n
 */
export function parseAmount(text: string, options: ParseAmountOptions): ParsedAmount {
  const plain = toHalfWidth(text).trim();
  if (plain === '') return { kind: 'blank' };
  if (NIL.test(plain)) return { kind: 'nil' };
  if (plain.length > LONGEST_TEXT) return refused('not-a-number');
  const tokens = tokenizeAmount(plain, options.notation.decimal === '.');
  const refusal = findRefusal(tokens, options.currency);
  if (refusal !== null) return refused(refusal);
  const run = tokens.find((token) => token.kind === 'number')?.text ?? '';
  const digits = readDigits(run, options.notation);
  return digits === null ? refused('ambiguous-grouping') : toAmount(digits, tokens, options);
}

function toAmount(digits: Digits, tokens: readonly AmountToken[], options: ParseAmountOptions): ParsedAmount {
  const isNegative = tokens.some(({ kind }) => kind === 'minus' || kind === 'triangle' || kind === 'open');
  const scale = tokens.find((token) => token.kind === 'scale')?.scale ?? options.scale ?? 1n;
  const size = BigInt(digits.whole + digits.fraction) * scale;
  const scaled = isNegative ? -size : size;
  const divisor = 10n ** BigInt(digits.fraction.length);
  const minor = divideHalfAway(scaled * 10n ** BigInt(options.decimals), divisor);
  const rounded = minor * divisor !== scaled * 10n ** BigInt(options.decimals);
  if (rounded && options.decimalsBeyondCurrency === 'refuse') return refused('too-many-decimals');
  if (!isWithinRange(minor)) return refused('out-of-range');
  return {
    kind: 'amount',
    minor,
    rounded,
    exact: trimZeros(minorToDecimalText(scaled, digits.fraction.length)),
  };
}

function refused(reason: AmountRefusal): ParsedAmount {
  return { kind: 'refused', reason };
}

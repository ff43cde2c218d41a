import { decimalText } from '#main/excel/read/decimal-text.ts';
import type { RawCell } from '#main/excel/read/sheet.ts';
import type { AmountRefusal } from '#shared/money/amount-grammar.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import { trimZeros } from '#shared/money/fraction.ts';
import type { NumberNotation } from '#shared/money/number-notation.ts';
import { parseAmount } from '#shared/money/parse-amount.ts';
import { readPlainDecimal } from '#shared/money/plain-decimal.ts';

/** Why a cell among amounts is none. */
export type FigureRefusal =
  AmountRefusal | 'error-value' | 'not-computed' | 'date' | 'true-or-false' | 'percentage';

/** What a cell among amounts says, in whole currency units. */
export type Figure =
  | { readonly kind: 'amount'; readonly exact: string; readonly rule: 'number' | 'text' | 'nil' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'refused'; readonly reason: FigureRefusal };

export type FigureRules = {
  readonly notation: NumberNotation;
  /** What one unit of a figure is worth in whole currency units. */
  readonly scale: bigint;
};

const BLANK: Figure = { kind: 'blank' };
/** Most cells by far: they need no reading of points and exponents. */
const PLAIN_INTEGER = /^-?[1-9]\d{0,14}$/;
const QUOTED = /"[^"]*"|\\./g;

/**
 * Reads a cell of a column of amounts, exactly. A number is taken to the 15 digits that spreadsheets keep; a text is read
 * in the column's notation; a lone dash is nil; a blank stays blank; everything else is refused with its reason.
 */
export function readFigure(cell: RawCell, rules: FigureRules): Figure {
  switch (cell.kind) {
    case 'number':
      return readNumber(cell, rules.scale);
    case 'text':
      return readText(cell.text, rules);
    case 'blank':
      return cell.hasCachedValue ? BLANK : { kind: 'refused', reason: 'not-computed' };
    case 'error':
      return { kind: 'refused', reason: 'error-value' };
    case 'date':
      return { kind: 'refused', reason: 'date' };
    case 'boolean':
      return { kind: 'refused', reason: 'true-or-false' };
  }
}

/** Whether a number format shows a share: a percent sign outside quotes. */
export function isPercentFormat(format: string): boolean {
  return format.includes('%') && format.replace(QUOTED, '').includes('%');
}

/** Multiplies a plain decimal by a whole number, exactly. */
export function scaleDecimal(text: string, scale: bigint): string {
  const read = readPlainDecimal(text);
  if (read === null) return text;
  const size = BigInt(read.whole + read.fraction) * scale;
  return trimZeros(minorToDecimalText(read.negative ? -size : size, read.fraction.length));
}

function readNumber(cell: RawCell, scale: bigint): Figure {
  if (isPercentFormat(cell.format)) return { kind: 'refused', reason: 'percentage' };
  if (PLAIN_INTEGER.test(cell.raw)) return plainInteger(cell.raw, scale, 'number');
  const exact = decimalText(cell);
  if (exact === null) return { kind: 'refused', reason: 'out-of-range' };
  return { kind: 'amount', exact: scaleDecimal(exact, scale), rule: 'number' };
}

function plainInteger(text: string, scale: bigint, rule: 'number' | 'text'): Figure {
  return { kind: 'amount', exact: scale === 1n ? text : String(BigInt(text) * scale), rule };
}

function readText(text: string, { notation, scale }: FigureRules): Figure {
  // Most cells by far, and the same in every notation.
  if (PLAIN_INTEGER.test(text)) return plainInteger(text, scale, 'text');
  // Decimals of the currency play no part here: `exact` is the figure before any rounding.
  const parsed = parseAmount(text, { notation, scale, decimals: 0 });
  switch (parsed.kind) {
    case 'amount':
      return { kind: 'amount', exact: parsed.exact, rule: 'text' };
    case 'nil':
      return { kind: 'amount', exact: '0', rule: 'nil' };
    case 'blank':
      return BLANK;
    case 'refused':
      return parsed;
  }
}

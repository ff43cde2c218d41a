import type { Minor } from '#shared/money/amount.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';

/** Excel's own limit on the text of a cell. */
const LONGEST_TEXT = 32_767;

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 cannot carry
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;

/**
 * The number that a cell is to hold for an amount: the double nearest to it. Amounts have at most 15 digits, which a
 * double gives back exactly. This is the only place where an amount becomes a floating-point number.
 */
export function excelNumber(minor: Minor, decimals: number): number {
  return Number(minorToDecimalText(minor, decimals));
}

/** The number for a decimal text that is no amount: a share, a count, months. Display only. */
export function excelFigure(decimalText: string): number {
  return Number(decimalText);
}

/**
 * Text as a cell can hold it: control characters that XML forbids are left out, a piece that Excel would take for an
 * escape (`_x000D_`) is escaped itself, and what passes Excel's length is cut with an ellipsis.
 */
export function excelText(text: string): string {
  const clean = text.replaceAll(FORBIDDEN, '').replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  return clean.length <= LONGEST_TEXT ? clean : `${clean.slice(0, LONGEST_TEXT - 1)}…`;
}

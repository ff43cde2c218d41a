import type { RawCell } from './sheet.ts';

/** Excel keeps and shows this many digits; what stands after them is residue of its binary storage. */
const SIGNIFICANT_DIGITS = 15;
/** Beyond the range of a double no spreadsheet holds a number; the bound also keeps hostile exponents small. */
const MAX_EXPONENT = 400;
const NUMBER = /^([+-]?)([0-9]*)\.?([0-9]*)(?:[eE]([+-]?[0-9]{1,5}))?$/;

/** Whether a text is a number as spreadsheet files write it: digits, point, exponent, no separators. */
export function isNumberText(raw: string): boolean {
  const match = NUMBER.exec(raw);
  return match !== null && `${match[2]}${match[3]}` !== '';
}

/**
 * The figure of a number cell as plain decimal text, exact after rounding to 15 significant digits, half away from zero.
 * Works on the digits of the file's text, never through a binary float: `0.57999999999999996` is `0.58`,
 * `1.5E-2` is `0.015`, `-0` is `0`. Null for any other kind of cell and for numbers outside a double's range.
 */
export function decimalText(cell: Pick<RawCell, 'kind' | 'raw'>): string | null {
  if (cell.kind !== 'number') return null;
  const match = NUMBER.exec(cell.raw);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return '0';
  const rounded = roundDigits(digits);
  // The figure is 0.<rounded> times ten to this power; a carry over all nines makes it one digit longer.
  const point = digits.length - fraction.length + Number(exponent) + rounded.carry;
  if (Math.abs(point) > MAX_EXPONENT) return null;
  const text = placePoint(rounded.digits, point);
  return sign === '-' ? `-${text}` : text;
}

function roundDigits(digits: string): { digits: string; carry: 0 | 1 } {
  const kept = digits.slice(0, SIGNIFICANT_DIGITS);
  const roundsUp = digits.charAt(SIGNIFICANT_DIGITS) >= '5';
  if (!roundsUp) return { digits: kept.replace(/0+$/, ''), carry: 0 };
  const raised = String(BigInt(kept) + 1n);
  return { digits: raised.replace(/0+$/, ''), carry: raised.length > kept.length ? 1 : 0 };
}

function placePoint(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits.padEnd(point, '0');
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

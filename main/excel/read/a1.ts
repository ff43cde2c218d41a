import type { Merge } from './sheet.ts';

/** The size of a worksheet in every Excel since 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const UPPERCASE_A = 65;
const ADDRESS = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;

/** The letters of a zero-based column: 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(UPPERCASE_A + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The A1 address of a zero-based cell: row 13, column 5 is `F14`. */
export function cellAddress(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** The A1 address of a range, a single cell as one address: `B3:F14`, `F14`. */
export function rangeAddress(range: Merge): string {
  const first = cellAddress(range.top, range.left);
  const last = cellAddress(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** Reads column letters, `$` marks left out; null when no worksheet has such a column. */
export function parseColumnName(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - UPPERCASE_A + 1;
  return number <= MAX_COLUMNS ? number - 1 : null;
}

/** Reads an A1 address, with or without `$`; null when it is none or lies outside a worksheet. */
export function parseAddress(address: string): { readonly row: number; readonly column: number } | null {
  const match = ADDRESS.exec(address);
  if (match === null) return null;
  const column = parseColumnName(match[1] ?? '');
  const row = Number(match[2]);
  return column === null || row > MAX_ROWS ? null : { row: row - 1, column };
}

/** Reads an A1 range (`B3:F14` or one address) with its corners in any order; null when it is none. */
export function parseRange(range: string): Merge | null {
  const [from = '', to = from, ...more] = range.split(':');
  const first = parseAddress(from);
  const last = parseAddress(to);
  if (first === null || last === null || more.length > 0) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

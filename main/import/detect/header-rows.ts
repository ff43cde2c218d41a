import type { Sheet } from '#main/excel/read/sheet.ts';
import { createHeadingReader } from './year-heading.ts';
import type { YearHeading } from './year-heading.ts';

/** A header cell that names a year. */
export type HeadingCell = {
  readonly column: number;
  readonly heading: YearHeading;
  readonly text: string;
  readonly isText: boolean;
};

/** A row whose cells name years over columns of amounts. */
export type HeaderRow = { readonly row: number; readonly cells: readonly HeadingCell[] };

/** So many cells of a row are looked at before it is taken for data; headers name a year sooner. */
const CELLS_SAMPLED = 32;
/** Amounts begin within so many rows of their header. */
const ROWS_TO_AMOUNTS = 12;
/** The widest header that is read. */
const MOST_COLUMNS = 400;

/**
 * Finds the rows that head columns of years. A row of years counts when amounts stand below it; a single year only beside
 * another header text; years as plain numbers only when they rise or fall and no other number stands among them, so that
 * a row of data with a start and an end year is no header.
 */
export function findHeaderRows(sheet: Sheet): HeaderRow[] {
  const read = createHeadingReader();
  const found: HeaderRow[] = [];
  let active: HeaderRow | null = null;
  for (let row = 0; row < sheet.rows; row += 1) {
    if (active !== null && isPlainData(sheet, row, active)) continue;
    const columns = sheet.rowCells(row);
    if (columns.length === 0 || !hasHeading(sheet, row, columns, read)) continue;
    const candidate = readRow(sheet, row, columns.slice(0, MOST_COLUMNS), read);
    if (candidate === null || !hasAmountsBelow(sheet, candidate, read)) continue;
    found.push(candidate);
    active = candidate;
  }
  return found;
}

type Read = ReturnType<typeof createHeadingReader>;

/** Quick test for large sheets: below a header most rows hold numbers where the years are. */
function isPlainData(sheet: Sheet, row: number, { cells }: HeaderRow): boolean {
  let figures = 0;
  for (const { column } of cells) {
    const kind = sheet.kind(row, column);
    if (kind !== 'number' && kind !== 'text') continue;
    const { raw } = sheet.cell(row, column);
    if (/^(?:19|2[01])\d\d$/.test(raw) || (kind === 'text' && !isAmountText(raw))) continue;
    figures += 1;
    if (figures * 2 >= cells.length) return true;
  }
  return false;
}

function hasHeading(sheet: Sheet, row: number, columns: readonly number[], read: Read): boolean {
  return columns.slice(0, CELLS_SAMPLED).some((column) => read(sheet.cell(row, column)) !== null);
}

function readRow(sheet: Sheet, row: number, columns: readonly number[], read: Read): HeaderRow | null {
  const cells: HeadingCell[] = [];
  let texts = 0;
  let numbers = 0;
  for (const column of columns) {
    const cell = sheet.cell(row, column);
    const heading = read(cell);
    const isWords = cell.kind === 'text' && !isAmountText(cell.text);
    if (heading !== null) cells.push({ column, heading, text: cell.text, isText: isWords });
    else if (isWords) texts += 1;
    else if (cell.kind === 'number' || (cell.kind === 'text' && /^\d/.test(cell.text.trim()))) numbers += 1;
  }
  const years = cells.flatMap(({ heading }) => (heading.kind === 'year' ? [heading.year.first] : []));
  if (years.length === 0) return null;
  const isSingle = new Set(years).size < 2;
  if (isSingle && (texts === 0 || !cells.every(({ isText }) => isText))) return null;
  const isPlainNumbers = cells.some(({ isText }) => !isText);
  if (isPlainNumbers && (numbers > 0 || !isSeries(years))) return null;
  return { row, cells };
}

/** Rising or falling throughout without a repetition (months and quarters repeat their year), or again at the side. */
function isSeries(years: readonly number[]): boolean {
  const steps = years.slice(1).map((year, index) => year - (years[index] ?? year));
  if (steps.includes(0)) return false;
  const falls = steps.filter((step) => step < 0).length;
  return falls === 0 || falls === steps.length || falls * 3 <= steps.length;
}

/** Amounts, not more years, stand below at least one of the year columns. */
function hasAmountsBelow(sheet: Sheet, { row, cells }: HeaderRow, read: Read): boolean {
  const last = Math.min(sheet.rows - 1, row + ROWS_TO_AMOUNTS);
  const isSingle = cells.length === 1;
  for (const { column } of cells) {
    for (let below = row + 1; below <= last; below += 1) {
      const cell = sheet.cell(below, column);
      if (cell.kind === 'blank') continue;
      const heading = read(cell);
      if (heading !== null && isSingle) break;
      if (heading === null && (cell.kind === 'number' || isAmountText(cell.text))) return true;
    }
  }
  return false;
}

const MARK = '(?:\\p{Sc}|[A-Z]{2}\\p{Sc}|EUR|GBP|USD|JPY|CHF|SEK|NOK|DKK|CZK|PLN|kr\\.?|Kč|zł|円)';
const UNIT = '(?:k|m|mn|bn|mio\\.?|mrd\\.?|tsd\\.?|T|[千万億]+|百万)';
const AMOUNT_TEXT = new RegExp(
  `^[\\s(+\\-−–▲△]{0,4}${MARK}?[\\s(+\\-−–▲△]{0,3}[.,]?\\d[\\d.,'’\\s]*${UNIT}?\\s?${MARK}?[\\s)\\-−]*$`,
  'iu',
);

/** Whether a text looks like an amount in some notation; it may still be refused when it is read. */
export function isAmountText(text: string): boolean {
  return text.length <= 40 && AMOUNT_TEXT.test(text);
}

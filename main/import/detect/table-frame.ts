import type { Sheet } from '#main/excel/read/sheet.ts';
import { parseScaleWords } from '#shared/money/scale-words.ts';
import { plain } from './column-words.ts';
import { isAmountText } from './header-rows.ts';
import type { HeaderRow, HeadingCell } from './header-rows.ts';
import { readRowWord } from './row-words.ts';

/** Where a table stands: its header rows and the rows below that may belong to it. All numbers are zero-based. */
export type TableFrame = {
  /** The row whose cells name the years. */
  readonly yearRow: number;
  readonly headerRows: readonly number[];
  readonly headings: readonly HeadingCell[];
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows that repeat the header, as at the top of each printed page. */
  readonly repeated: ReadonlySet<number>;
  /** Columns that belong to tables beside this one: the table lies between them. */
  readonly leftBound: number;
  readonly rightBound: number;
};

const MOST_HEADER_ROWS_BELOW = 4;
const LONGEST_UNIT = 20;
const MOST_HEADER_ROWS_ABOVE = 2;
/** Empty rows between the end of a page and the header of the next. */
const MOST_BLANK_ROWS = 2;
/** So many empty rows end a table. */
const EMPTY_ROWS_AT_END = 12;
/** Short words that stand where an amount is not known yet; they are no header. */
const PLACEHOLDER =
  /^(?:n\/?a|n\.a\.|tb[acd]|-+|–|—|\.+|…|x|nil|none|null|offen|k\.?a\.?|s\.?o\.?|未定|なし)$/iu;

/** Makes frames of the header rows found on a sheet: tables above and beside each other, headers of several rows. */
export function frameTables(sheet: Sheet, headers: readonly HeaderRow[]): TableFrame[] {
  const parts = headers.flatMap((header) => splitBeside(sheet, header));
  const restated = parts.filter((part) => !isRestatedBelow(sheet, part, parts));
  const repeats = restated.filter((part, index) => isRepeated(sheet, part, restated.slice(0, index)));
  const primary = restated.filter((part) => !repeats.includes(part));
  return primary.map((part) => {
    const beside = primary.filter((other) => other !== part && other.row === part.row);
    return toFrame(sheet, part, {
      repeated: new Set(repeats.filter((other) => overlaps(other, part)).map(({ row }) => row)),
      next: primary.filter((other) => other.row > part.row && overlaps(other, part)),
      left: Math.max(
        -1,
        ...beside.map((other) => lastColumn(other)).filter((column) => column < firstColumn(part)),
      ),
      right: Math.min(
        sheet.columns,
        ...beside.map((other) => firstColumn(other)).filter((column) => column > lastColumn(part)),
      ),
    });
  });
}

const firstColumn = (header: HeaderRow): number => header.cells[0]?.column ?? 0;
const lastColumn = (header: HeaderRow): number => header.cells.at(-1)?.column ?? 0;
const overlaps = (a: HeaderRow, b: HeaderRow): boolean =>
  firstColumn(a) <= lastColumn(b) && firstColumn(b) <= lastColumn(a);

/** A header row that starts its years again behind a gap heads two tables. */
function splitBeside(sheet: Sheet, header: HeaderRow): HeaderRow[] {
  const parts: HeadingCell[][] = [[]];
  const seen = new Set<string>();
  let before = -1;
  for (const cell of header.cells) {
    const key = keyOf(cell);
    const hasGap = before >= 0 && cell.column - before > 1;
    if (hasGap && (seen.has(key) || hasLabelBehindGap(sheet, header.row, before, cell.column))) {
      parts.push([]);
      seen.clear();
    }
    seen.add(key);
    parts.at(-1)?.push(cell);
    before = cell.column;
  }
  return parts.map((cells) => ({ row: header.row, cells }));
}

function keyOf({ heading }: HeadingCell): string {
  return heading.kind === 'year'
    ? `${heading.year.first} ${heading.words}`
    : `${heading.kind} ${heading.words}`;
}

/** An empty column, then the labels of the next table. */
function hasLabelBehindGap(sheet: Sheet, row: number, before: number, column: number): boolean {
  const between = Array.from({ length: column - before - 1 }, (_, index) => before + 1 + index);
  const empty = between.find((at) => isEmptyColumn(sheet, at, row, row + 30));
  if (empty === undefined) return false;
  return between.some((at) => at > empty && sheet.kind(row, at) === 'text');
}

/** Whether a column holds nothing from one row to another. */
export function isEmptyColumn(sheet: Sheet, column: number, from: number, to: number): boolean {
  for (let row = from; row <= Math.min(to, sheet.rows - 1); row += 1) {
    if (sheet.kind(row, column) !== 'blank') return false;
  }
  return true;
}

/** Two rows of years with nothing between them are one header: the fuller row, or the lower one, names the years. */
function isRestatedBelow(sheet: Sheet, part: HeaderRow, all: readonly HeaderRow[]): boolean {
  return all.some((other) => {
    if (other === part || !overlaps(other, part)) return false;
    const [upper, lower] = other.row > part.row ? [part, other] : [other, part];
    if (upper.row === lower.row || lower.row - upper.row > MOST_HEADER_ROWS_BELOW) return false;
    if (hasNumbersBetween(sheet, upper, lower)) return false;
    return other === lower ? other.cells.length >= part.cells.length : other.cells.length > part.cells.length;
  });
}

/** The same texts in every column of the row, right behind a line of the table that is no total: a page began there. */
function isRepeated(sheet: Sheet, part: HeaderRow, earlier: readonly HeaderRow[]): boolean {
  const above = earlier.findLast((other) => overlaps(other, part));
  if (above === undefined || textsOf(sheet, above.row) !== textsOf(sheet, part.row)) return false;
  let row = part.row - 1;
  while (row > above.row && part.row - row <= MOST_BLANK_ROWS && sheet.rowCells(row).length === 0) row -= 1;
  if (rowSays(sheet, row, firstColumn(part), lastColumn(part)).amounts === 0) return false;
  return sheet
    .rowCells(row)
    .every((column) => !['total', 'subtotal'].includes(readRowWord(sheet.cell(row, column).text)));
}

function textsOf(sheet: Sheet, row: number): string {
  return JSON.stringify(sheet.rowCells(row).map((column) => [column, plain(sheet.cell(row, column).text)]));
}

function hasNumbersBetween(sheet: Sheet, upper: HeaderRow, lower: HeaderRow): boolean {
  for (let row = upper.row + 1; row < lower.row; row += 1) {
    if (rowSays(sheet, row, firstColumn(upper), lastColumn(upper)).amounts > 0) return true;
  }
  return false;
}

type Neighbours = {
  readonly repeated: ReadonlySet<number>;
  readonly next: readonly HeaderRow[];
  readonly left: number;
  readonly right: number;
};

function toFrame(sheet: Sheet, part: HeaderRow, { repeated, next, left, right }: Neighbours): TableFrame {
  const below = headerRowsBelow(sheet, part, right);
  const above = headerRowsAbove(sheet, part);
  const firstRow = part.row + below.length + 1;
  const nextHeader = Math.min(sheet.rows, ...next.map(({ row }) => row).filter((row) => row >= firstRow));
  const limit = nextHeader < sheet.rows ? titleAbove(sheet, nextHeader) : sheet.rows;
  return {
    yearRow: part.row,
    headerRows: [...above, part.row, ...below],
    headings: part.cells,
    firstRow,
    lastRow: findLastRow(sheet, { from: firstRow, to: limit - 1, part, repeated }),
    repeated,
    leftBound: left,
    rightBound: right,
  };
}

/** Rows under the years that name parts, measures or units, before the first amount. */
function headerRowsBelow(sheet: Sheet, part: HeaderRow, right: number): number[] {
  const rows: number[] = [];
  for (let row = part.row + 1; row <= part.row + MOST_HEADER_ROWS_BELOW && row < sheet.rows; row += 1) {
    const { words, amounts } = rowSays(
      sheet,
      row,
      firstColumn(part),
      Math.min(right - 1, lastColumn(part) + 12),
    );
    if (isCountingRow(sheet, row)) {
      rows.push(row);
      continue;
    }
    if (amounts > 0 || words * 2 < part.cells.length || words === 0) break;
    rows.push(row);
  }
  return rows;
}

/** A row that numbers the columns, `1 2 3 4` or `(a) (b) (c)`: it stands between header and data. */
export function isCountingRow(sheet: Sheet, row: number): boolean {
  const texts = sheet.rowCells(row).map((column) => sheet.cell(row, column).text.trim());
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 3) return false;
  const ranks = filled.map((text) => {
    const match = /^\(?(?:(\d{1,2})|([a-z]))\)?\.?(?:\s*=.*)?$/i.exec(text);
    if (match === null) return null;
    return match[1] === undefined ? (match[2] ?? '').toLowerCase().charCodeAt(0) : Number(match[1]);
  });
  return ranks.every((rank, index) => rank !== null && (index === 0 || rank === (ranks[index - 1] ?? 0) + 1));
}

/** Rows above the years with words for several columns: a title has one text, a header more. */
function headerRowsAbove(sheet: Sheet, part: HeaderRow): number[] {
  const rows: number[] = [];
  for (let row = part.row - 1; row >= Math.max(0, part.row - MOST_HEADER_ROWS_ABOVE); row -= 1) {
    const columns = sheet.rowCells(row).filter((column) => sheet.kind(row, column) !== 'blank');
    const isWords = columns.every((column) => sheet.kind(row, column) === 'text');
    const over = columns.filter(
      (column) =>
        column >= firstColumn(part) &&
        column <= lastColumn(part) &&
        !isUnit(plain(sheet.cell(row, column).text)),
    );
    if (columns.length < 2 || !isWords || over.length === 0) break;
    rows.unshift(row);
  }
  return rows;
}

/** A unit alone, such as （単位：千円）, speaks for the whole table wherever it stands. */
function isUnit(text: string): boolean {
  return text.length <= LONGEST_UNIT && parseScaleWords(text) !== null;
}

/** The rows of text right above a header are its title, not the end of the table before. */
function titleAbove(sheet: Sheet, header: number): number {
  let row = header;
  while (row > 0 && header - row < 3) {
    const columns = sheet.rowCells(row - 1);
    if (
      columns.length === 0 ||
      !columns.every((column) => ['text', 'blank'].includes(sheet.kind(row - 1, column)))
    )
      break;
    row -= 1;
  }
  return row;
}

type Range = {
  readonly from: number;
  readonly to: number;
  readonly part: HeaderRow;
  readonly repeated: ReadonlySet<number>;
};

/** The last row before another table, a block of words under the years, or a long empty stretch. */
function findLastRow(sheet: Sheet, { from, to, part, repeated }: Range): number {
  const columns = Array.from(
    { length: lastColumn(part) - firstColumn(part) + 1 },
    (_, index) => firstColumn(part) + index,
  );
  let last = from - 1;
  for (let row = from; row <= to && row - last <= EMPTY_ROWS_AT_END; row += 1) {
    if (repeated.has(row)) continue;
    let words = 0;
    let figures = 0;
    for (const column of columns) {
      const kind = sheet.kind(row, column);
      if (kind === 'number' || kind === 'error') figures += 1;
      else if (kind === 'text') {
        if (isWords(sheet.cell(row, column).text)) words += 1;
        else figures += 1;
      }
    }
    if (words >= Math.min(2, columns.length) && figures === 0) return last;
    if (figures > 0 || sheet.rowCells(row).length > 0) last = row;
  }
  return last;
}

/** How many cells of a row hold words, and how many amounts, between two columns. */
function rowSays(sheet: Sheet, row: number, from: number, to: number): { words: number; amounts: number } {
  let words = 0;
  let amounts = 0;
  for (const column of sheet.rowCells(row)) {
    if (column < from || column > to) continue;
    const kind = sheet.kind(row, column);
    if (kind === 'number') amounts += 1;
    else if (kind === 'text') {
      const { text } = sheet.cell(row, column);
      if (isWords(text)) words += 1;
      else if (isAmountText(text)) amounts += 1;
    }
  }
  return { words, amounts };
}

function isWords(text: string): boolean {
  const trimmed = text.trim();
  // Digits and signs alone are by far the most of what stands below years.
  if (!/[\p{L}\p{Sc}]/u.test(trimmed) || PLACEHOLDER.test(trimmed)) return false;
  if (parseScaleWords(trimmed) !== null) return true;
  return !isAmountText(trimmed) && /\p{L}{2}/u.test(trimmed);
}

import { MAX_COLUMNS, MAX_ROWS } from './a1.ts';

/** One cell as it stands in the bytes of a worksheet part. Ends are exclusive; a start of -1 means that there is none. */
export type ScannedCell = {
  bytes: Buffer;
  /** Zero-based, -1 for a cell without an address. */
  row: number;
  column: number;
  style: number;
  type: CellType;
  valueStart: number;
  valueEnd: number;
  formulaStart: number;
  formulaEnd: number;
  inlineStart: number;
  inlineEnd: number;
};

type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e' | 'd';

/** Where a scan stopped: behind the last cell that it took. */
export type Scan = {
  readonly end: number;
  /** True when the bytes ended within what may be a plain cell. */
  readonly isCutOff: boolean;
};

const TYPES: readonly CellType[] = ['n', 's', 'str', 'inlineStr', 'b', 'e', 'd'];
const TYPE_BYTES = TYPES.map((type) => Buffer.from(type));
const [SPACE, QUOTE, AMPERSAND, SLASH, EQUALS, LESS, GREATER, DELETE] = [32, 34, 38, 47, 61, 60, 62, 127];
const [ZERO, NINE, UPPER_A, UPPER_Z] = [48, 57, 65, 90];
const [LETTER_R, LETTER_S, LETTER_T] = [114, 115, 116];
const CELL = Buffer.from('<c ');
const CELL_END = Buffer.from('</c>');
const VALUE = Buffer.from('<v>');
const VALUE_END = Buffer.from('</v>');
const FORMULA = Buffer.from('<f>');
const FORMULA_END = Buffer.from('</f>');
const INLINE = Buffer.from('<is><t>');
const INLINE_END = Buffer.from('</t></is>');

/** Results of a step besides the position behind it: not plain, or cut off by the end of the bytes. */
const OTHER = -1;
const CUT_OFF = -2;

/**
 * Takes the plain cells that stand one behind the other from `start`, in the form in which nearly all cells of nearly all files
 * are written: `<c r="B2" s="1" t="s"><f>..</f><v>..</v></c>`, ASCII, without entities, line ends or further attributes. It
 * stops at anything else, which is left to the XML parser; that one takes four times as long for each cell.
 */
export function scanCells(bytes: Buffer, start: number, take: (cell: ScannedCell) => void): Scan {
  const cell = emptyCell(bytes);
  let end = start;
  for (;;) {
    const next = scanCell(bytes, end, cell);
    if (next < 0) return { end, isCutOff: next === CUT_OFF };
    take(cell);
    end = next;
  }
}

function emptyCell(bytes: Buffer): ScannedCell {
  return {
    bytes,
    row: -1,
    column: -1,
    style: 0,
    type: 'n',
    valueStart: -1,
    valueEnd: -1,
    formulaStart: -1,
    formulaEnd: -1,
    inlineStart: -1,
    inlineEnd: -1,
  };
}

function scanCell(bytes: Buffer, start: number, cell: ScannedCell): number {
  let at = expect(bytes, start, CELL);
  if (at < 0) return at;
  cell.row = -1;
  cell.column = -1;
  cell.style = 0;
  cell.type = 'n';
  cell.valueStart = -1;
  cell.formulaStart = -1;
  cell.inlineStart = -1;
  for (;;) {
    at = scanAttribute(bytes, at, cell);
    if (at < 0) return at;
    const byte = bytes[at];
    if (byte === SPACE) at += 1;
    else if (byte === GREATER) return scanContent(bytes, at + 1, cell);
    else return byte === SLASH ? expectByte(bytes, at + 1, GREATER) : otherAt(bytes, at);
  }
}

/** One of `r`, `s` and `t`, with its value in double quotes; the position behind it. */
function scanAttribute(bytes: Buffer, start: number, cell: ScannedCell): number {
  const end = bytes.indexOf(QUOTE, start + 3);
  if (end < 0) return CUT_OFF;
  if (bytes[start + 1] !== EQUALS || bytes[start + 2] !== QUOTE) return OTHER;
  const value = start + 3;
  switch (bytes[start]) {
    case LETTER_R:
      return scanAddress(bytes, value, end, cell) ? end + 1 : OTHER;
    case LETTER_S:
      cell.style = scanDigits(bytes, value, end);
      return cell.style >= 0 && cell.style < 65_536 ? end + 1 : OTHER;
    case LETTER_T: {
      const type = scanType(bytes, value, end);
      if (type === null) return OTHER;
      cell.type = type;
      return end + 1;
    }
    default:
      return OTHER;
  }
}

function scanType(bytes: Buffer, start: number, end: number): CellType | null {
  const index = TYPE_BYTES.findIndex((known) => expect(bytes, start, known) === end);
  return TYPES[index] ?? null;
}

function scanAddress(bytes: Buffer, start: number, end: number, cell: ScannedCell): boolean {
  let at = start;
  let column = 0;
  for (; at < end && at < start + 3; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < UPPER_A || byte > UPPER_Z) break;
    column = column * 26 + byte - UPPER_A + 1;
  }
  const row = scanDigits(bytes, at, end);
  cell.row = row - 1;
  cell.column = column - 1;
  return column >= 1 && column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS;
}

/** A whole number of one to seven digits, else -1. */
function scanDigits(bytes: Buffer, start: number, end: number): number {
  if (start >= end || end - start > 7) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < ZERO || byte > NINE) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}

/** A formula and a value, or a text in line, each at most once, then the end of the cell. */
function scanContent(bytes: Buffer, start: number, cell: ScannedCell): number {
  let at = start;
  if (bytes[at + 1] === FORMULA[1]) {
    const text = expect(bytes, at, FORMULA);
    const end = scanText(bytes, text);
    cell.formulaStart = text;
    cell.formulaEnd = end;
    at = expect(bytes, end, FORMULA_END);
    if (at < 0) return at;
  }
  if (bytes[at + 1] === VALUE[1]) {
    const text = expect(bytes, at, VALUE);
    const end = scanText(bytes, text);
    cell.valueStart = text;
    cell.valueEnd = end;
    at = expect(bytes, end, VALUE_END);
  } else if (bytes[at + 1] === INLINE[1]) {
    const text = expect(bytes, at, INLINE);
    const end = scanText(bytes, text);
    cell.inlineStart = text;
    cell.inlineEnd = end;
    at = expect(bytes, end, INLINE_END);
  }
  return expect(bytes, at, CELL_END);
}

/** Text up to the next `<`, in printable ASCII without entities: its end. */
function scanText(bytes: Buffer, start: number): number {
  if (start < 0) return start;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === LESS) return at;
    if (byte < SPACE || byte >= DELETE || byte === AMPERSAND) return OTHER;
  }
  return CUT_OFF;
}

/** The position behind these bytes, which must stand here. A step that already failed stays failed. */
function expect(bytes: Buffer, start: number, wanted: Buffer): number {
  if (start < 0) return start;
  for (let index = 0; index < wanted.length; index += 1) {
    const byte = bytes[start + index];
    if (byte === undefined) return CUT_OFF;
    if (byte !== wanted[index]) return OTHER;
  }
  return start + wanted.length;
}

function expectByte(bytes: Buffer, at: number, wanted: number): number {
  return bytes[at] === wanted ? at + 1 : otherAt(bytes, at);
}

function otherAt(bytes: Buffer, at: number): number {
  return at < bytes.length ? OTHER : CUT_OFF;
}

import type { CellKind, RawCell } from '#main/excel/read/sheet.ts';
import type { ImportSheet } from './import-state.ts';

/** A sheet as arrays of numbers and bytes: about twenty bytes a cell and its text, where objects take two hundred. */
export type PackedSheet = Pick<ImportSheet, 'name' | 'hidden' | 'rows' | 'columns'> & {
  /** Cells of row r stand from `rowStarts[r]` up to `rowStarts[r + 1]`. */
  readonly rowStarts: Uint32Array;
  readonly cellColumns: Uint16Array;
  /** Index into the kinds, plus 128 for a formula without a stored result. */
  readonly kinds: Uint8Array;
  readonly formats: Uint16Array;
  readonly formatCodes: readonly string[];
  /** Raw texts as UTF-8 one after the other, each up to its end. */
  readonly texts: Uint8Array;
  readonly textEnds: Uint32Array;
  /** Texts for people where they are not the raw text, by cell. */
  readonly shown: ReadonlyMap<number, string>;
};

const KINDS: readonly CellKind[] = ['blank', 'number', 'text', 'date', 'boolean', 'error'];
const UNCOMPUTED = 128;
const BLANK: RawCell = {
  kind: 'blank',
  raw: '',
  text: '',
  formula: null,
  hasCachedValue: true,
  format: 'General',
};

/** Packs the cells of a sheet; formulas and styles have done their work when tables are found and stay behind. */
export function packSheet(sheet: ImportSheet): PackedSheet {
  const { name, hidden, rows, columns } = sheet;
  const size = countCells(sheet);
  const rowStarts = new Uint32Array(rows + 1);
  const cellColumns = new Uint16Array(size);
  const kinds = new Uint8Array(size);
  const formats = new Uint16Array(size);
  const textEnds = new Uint32Array(size);
  const codes = new Map<string, number>();
  const shown = new Map<number, string>();
  const texts = createByteList();
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    rowStarts[row] = at;
    for (const column of sheet.rowCells(row)) {
      const cell = sheet.cell(row, column);
      if (cell.text !== cell.raw) shown.set(at, cell.text);
      if (!codes.has(cell.format)) codes.set(cell.format, codes.size);
      cellColumns[at] = column;
      kinds[at] = KINDS.indexOf(cell.kind) + (cell.hasCachedValue ? 0 : UNCOMPUTED);
      formats[at] = codes.get(cell.format) ?? 0;
      textEnds[at] = texts.add(cell.raw);
      at += 1;
    }
  }
  rowStarts[rows] = at;
  const formatCodes = [...codes.keys()];
  const arrays = { rowStarts, cellColumns, kinds, formats, textEnds, texts: texts.bytes() };
  return { name, hidden, rows, columns, formatCodes, shown, ...arrays };
}

function countCells(sheet: ImportSheet): number {
  let count = 0;
  for (let row = 0; row < sheet.rows; row += 1) count += sheet.rowCells(row).length;
  return count;
}

/** The sheet with its accessors again. */
export function unpackSheet(packed: PackedSheet): ImportSheet {
  const { name, hidden, rows, columns } = packed;
  const texts = Buffer.from(packed.texts.buffer, packed.texts.byteOffset, packed.texts.byteLength);
  const kindAt = (index: number): CellKind => KINDS[(packed.kinds[index] ?? 0) % UNCOMPUTED] ?? 'blank';
  const cell = (row: number, column: number): RawCell => {
    const index = findCell(packed, row, column);
    if (index < 0) return BLANK;
    const start = index === 0 ? 0 : (packed.textEnds[index - 1] ?? 0);
    const raw = texts.toString('utf8', start, packed.textEnds[index]);
    return {
      kind: kindAt(index),
      raw,
      text: packed.shown.get(index) ?? raw,
      formula: null,
      hasCachedValue: (packed.kinds[index] ?? 0) < UNCOMPUTED,
      format: packed.formatCodes[packed.formats[index] ?? 0] ?? BLANK.format,
    };
  };
  return {
    name,
    hidden,
    rows,
    columns,
    cell,
    kind: (row, column) => {
      const index = findCell(packed, row, column);
      return index < 0 ? 'blank' : kindAt(index);
    },
    rowCells: (row) => [
      ...packed.cellColumns.subarray(packed.rowStarts[row] ?? 0, packed.rowStarts[row + 1] ?? 0),
    ],
  };
}

/** Binary search among the columns of a row, which rise; -1 where there is no cell. */
function findCell({ rowStarts, cellColumns, rows }: PackedSheet, row: number, column: number): number {
  if (row < 0 || row >= rows) return -1;
  let low = rowStarts[row] ?? 0;
  const end = rowStarts[row + 1] ?? low;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cellColumns[middle] ?? 0) < column) low = middle + 1;
    else high = middle;
  }
  return low < end && cellColumns[low] === column ? low : -1;
}

/** Collects texts as UTF-8 in one growing array. */
function createByteList(): { readonly add: (text: string) => number; readonly bytes: () => Uint8Array } {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(1 << 16);
  let used = 0;
  return {
    add: (text) => {
      // UTF-8 needs at most three bytes for one UTF-16 unit.
      const needed = used + text.length * 3;
      if (needed > buffer.length) {
        const larger = new Uint8Array(Math.max(needed, buffer.length * 2));
        larger.set(buffer.subarray(0, used));
        buffer = larger;
      }
      used += encoder.encodeInto(text, buffer.subarray(used)).written;
      return used;
    },
    bytes: () => buffer.slice(0, used),
  };
}

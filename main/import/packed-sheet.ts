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
  const rowStarts = new Uint32Array(sheet.rows + 1);
  const cellColumns: number[] = [];
  const kinds: number[] = [];
  const formats: number[] = [];
  const textEnds: number[] = [];
  const codes = new Map<string, number>();
  const shown = new Map<number, string>();
  const texts = createByteList();
  for (let row = 0; row < sheet.rows; row += 1) {
    rowStarts[row] = cellColumns.length;
    for (const column of sheet.rowCells(row)) {
      const cell = sheet.cell(row, column);
      if (cell.kind === 'blank' && cell.hasCachedValue) continue;
      if (cell.text !== cell.raw) shown.set(cellColumns.length, cell.text);
      cellColumns.push(column);
      kinds.push(KINDS.indexOf(cell.kind) + (cell.hasCachedValue ? 0 : UNCOMPUTED));
      if (!codes.has(cell.format)) codes.set(cell.format, codes.size);
      formats.push(codes.get(cell.format) ?? 0);
      textEnds.push(texts.add(cell.raw));
    }
  }
  rowStarts[sheet.rows] = cellColumns.length;
  const { name, hidden, rows, columns } = sheet;
  return {
    name,
    hidden,
    rows,
    columns,
    rowStarts,
    shown,
    cellColumns: Uint16Array.from(cellColumns),
    kinds: Uint8Array.from(kinds),
    formats: Uint16Array.from(formats),
    formatCodes: [...codes.keys()],
    texts: texts.bytes(),
    textEnds: Uint32Array.from(textEnds),
  };
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

import { GROWTH, resizedUint16, resizedUint32, resizedUint8 } from './resized-array.ts';
import type { CellKind } from './sheet.ts';

/** The kinds in the order of the numbers that stand for them in the columns. */
export const CELL_KINDS = [
  'blank',
  'number',
  'text',
  'date',
  'boolean',
  'error',
] as const satisfies readonly CellKind[];

/**
 * The cells of one sheet in columns of numbers, by row and column; `rowNumbers[i]` has the cells from `rowStarts[i]` up to
 * `rowStarts[i + 1]`. Twelve bytes a cell.
 */
export type CellColumns = {
  readonly rowNumbers: Uint32Array;
  readonly rowStarts: Uint32Array;
  readonly columns: Uint16Array;
  /** Index into CELL_KINDS. */
  readonly kinds: Uint8Array;
  readonly styles: Uint16Array;
  /** Number of the text in the store plus one; 0 for none. */
  readonly texts: Uint32Array;
  /** As the formula table numbers them; 0 for none; empty when no cell of the sheet has a formula. */
  readonly formulas: Uint32Array;
};

/** One cell to be kept. */
export type NewCell = {
  row: number;
  column: number;
  kind: number;
  style: number;
  text: number;
  formula: number;
};

/** Gathers cells as they come; `finish` puts them in order, the last of two at one place winning, as in Excel. */
export type CellGatherer = {
  readonly add: (cell: Readonly<NewCell>) => void;
  readonly count: () => number;
  readonly finish: () => CellColumns;
};

export function createCellGatherer(): CellGatherer {
  const rows = createRowIndex();
  let kept = emptyColumns(256);
  let count = 0;
  let lastColumn = -1;
  let isInOrder = true;
  return {
    add: (cell) => {
      const place = rows.enter(cell.row, count);
      if (place === 'back' || (place === 'same' && cell.column <= lastColumn)) isInOrder = false;
      lastColumn = cell.column;
      if (count === kept.columns.length) kept = resized(kept, count * GROWTH);
      kept.columns[count] = cell.column;
      kept.kinds[count] = cell.kind;
      kept.styles[count] = cell.style;
      kept.texts[count] = cell.text;
      if (cell.formula !== 0) {
        if (kept.formulas.length === 0) kept.formulas = new Uint32Array(kept.columns.length);
        kept.formulas[count] = cell.formula;
      }
      count += 1;
    },
    count: () => count,
    finish: () => {
      const columns = { ...rows.finish(count), ...resized(kept, count) };
      return isInOrder ? columns : sorted(columns);
    },
  };
}

/** Where the cells of each row begin. */
function createRowIndex() {
  let numbers = new Uint32Array(64);
  let starts = new Uint32Array(64);
  let rows = 0;
  let last = -1;
  return {
    /** Notes the row of the next cell, and says whether it is the same as before, further down or further back. */
    enter: (row: number, cell: number): 'same' | 'down' | 'back' => {
      if (row === last) return 'same';
      if (rows + 1 >= numbers.length) {
        numbers = resizedUint32(numbers, rows * GROWTH);
        starts = resizedUint32(starts, rows * GROWTH);
      }
      const place = row < last ? 'back' : 'down';
      numbers[rows] = row;
      starts[rows] = cell;
      rows += 1;
      last = row;
      return place;
    },
    finish: (cells: number): Pick<CellColumns, 'rowNumbers' | 'rowStarts'> => {
      starts[rows] = cells;
      return { rowNumbers: resizedUint32(numbers, rows), rowStarts: resizedUint32(starts, rows + 1) };
    },
  };
}

type Kept = {
  columns: Uint16Array<ArrayBuffer>;
  kinds: Uint8Array<ArrayBuffer>;
  styles: Uint16Array<ArrayBuffer>;
  texts: Uint32Array<ArrayBuffer>;
  formulas: Uint32Array<ArrayBuffer>;
};

function emptyColumns(length: number): Kept {
  return {
    columns: new Uint16Array(length),
    kinds: new Uint8Array(length),
    styles: new Uint16Array(length),
    texts: new Uint32Array(length),
    formulas: new Uint32Array(0),
  };
}

function resized(kept: Kept, length: number): Kept {
  return {
    columns: resizedUint16(kept.columns, length),
    kinds: resizedUint8(kept.kinds, length),
    styles: resizedUint16(kept.styles, length),
    texts: resizedUint32(kept.texts, length),
    formulas: kept.formulas.length === 0 ? kept.formulas : resizedUint32(kept.formulas, length),
  };
}

/** Rare: files whose rows or cells stand out of order, or twice. */
function sorted(cells: CellColumns): CellColumns {
  const rowOf = new Uint32Array(cells.columns.length);
  cells.rowNumbers.forEach((row, i) => rowOf.fill(row, cells.rowStarts[i], cells.rowStarts[i + 1]));
  const at = (index: number) => (rowOf[index] ?? 0) * 65_536 + (cells.columns[index] ?? 0);
  const order = new Uint32Array(cells.columns.length).map((_, index) => index);
  order.sort((a, b) => at(a) - at(b) || a - b);
  const last = order.filter((cell, i) => i + 1 === order.length || at(cell) !== at(order[i + 1] ?? 0));
  const gatherer = createCellGatherer();
  for (const index of last) {
    gatherer.add({
      row: rowOf[index] ?? 0,
      column: cells.columns[index] ?? 0,
      kind: cells.kinds[index] ?? 0,
      style: cells.styles[index] ?? 0,
      text: cells.texts[index] ?? 0,
      formula: cells.formulas[index] ?? 0,
    });
  }
  return gatherer.finish();
}

import { CELL_KINDS } from './cell-columns.ts';
import type { CellColumns } from './cell-columns.ts';
import type { FormulaTable } from './formula-table.ts';
import { isNumberText } from './decimal-text.ts';
import { GENERAL } from './number-format.ts';
import { isoToIso, serialToIso } from './serial-date.ts';
import type { CellKind, RawCell, Sheet } from './sheet.ts';
import { PLAIN_FORMAT } from './styles.ts';
import type { CellFormat } from './styles.ts';
import type { TextStore } from './text-store.ts';

/** What all sheets of a workbook share. */
export type WorkbookContext = {
  readonly texts: TextStore;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
};

/** What a sheet has besides its cells. */
export type SheetFrame = Pick<Sheet, 'name' | 'hidden' | 'merges' | 'hiddenRows' | 'hiddenColumns'>;

const BLANK: RawCell = {
  kind: 'blank',
  raw: '',
  text: '',
  formula: null,
  hasCachedValue: true,
  format: GENERAL,
};
const NO_COLUMNS: readonly number[] = [];

/** The accessors of a sheet over its columns of numbers. */
export function buildSheet(
  frame: SheetFrame,
  cells: CellColumns,
  formulas: FormulaTable,
  context: WorkbookContext,
): Sheet {
  const find = createFinder(cells);
  const read = createCellReader(cells, formulas, context);

  return {
    ...frame,
    rows: (cells.rowNumbers.at(-1) ?? -1) + 1,
    columns: cells.columns.reduce((widest, column) => Math.max(widest, column + 1), 0),
    cell: (row, column) => {
      const index = find.cell(row, column);
      return index < 0 ? BLANK : read.cell(index, row, column);
    },
    kind: (row, column) => read.kind(find.cell(row, column)),
    style: (row, column) => {
      const index = find.cell(row, column);
      return index < 0 ? PLAIN_FORMAT.style : read.format(index).style;
    },
    rowCells: (row) => {
      const place = find.row(row);
      if (place < 0) return NO_COLUMNS;
      return Array.from(cells.columns.subarray(cells.rowStarts[place], cells.rowStarts[place + 1]));
    },
  };
}

/** Reads the cell at an index of the columns. */
function createCellReader(cells: CellColumns, formulas: FormulaTable, context: WorkbookContext) {
  const kind = (index: number): CellKind => CELL_KINDS[cells.kinds[index] ?? 0] ?? 'blank';
  const format = (index: number): CellFormat => context.formats[cells.styles[index] ?? 0] ?? PLAIN_FORMAT;
  const cell = (index: number, row: number, column: number): RawCell => {
    const textId = cells.texts[index] ?? 0;
    const formulaId = cells.formulas[index] ?? 0;
    const raw = textId === 0 ? '' : context.texts.get(textId - 1);
    return {
      kind: kind(index),
      raw,
      text: displayText(kind(index), raw, format(index), context.date1904),
      formula: formulaId === 0 ? null : formulas.text(formulaId, row, column),
      hasCachedValue: formulaId === 0 || kind(index) !== 'blank',
      format: format(index).code,
    };
  };
  return { kind, format, cell };
}

function displayText(kind: CellKind, raw: string, format: CellFormat, date1904: boolean): string {
  if (kind === 'boolean') return raw === '1' || raw.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
  if (kind !== 'date') return raw;
  const iso = isNumberText(raw) ? serialToIso(raw, format.dateParts, date1904) : isoToIso(raw);
  return iso ?? raw;
}

/** Finds the place of a row or cell; -1 where there is none. The row last asked for is remembered, as scans go row by row. */
function createFinder(cells: CellColumns) {
  let knownRow = -1;
  let knownPlace = -1;
  const row = (wanted: number): number => {
    if (wanted === knownRow) return knownPlace;
    knownRow = wanted;
    knownPlace = search(cells.rowNumbers, wanted, 0, cells.rowNumbers.length);
    return knownPlace;
  };
  const cell = (wantedRow: number, wantedColumn: number): number => {
    const place = row(wantedRow);
    if (place < 0) return -1;
    return search(cells.columns, wantedColumn, cells.rowStarts[place] ?? 0, cells.rowStarts[place + 1] ?? 0);
  };
  return { row, cell };
}

function search(sorted: Uint32Array | Uint16Array, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < to && sorted[low] === wanted ? low : -1;
}

import type { Sheet } from '#main/excel/read/sheet.ts';
import { decimalsOf, findQuantum, toFixedPoint } from './fixed-point.ts';
import { readFigure } from './figure.ts';
import type { FigureRefusal } from './figure.ts';
import type { ColumnNotation } from './column-notation.ts';

/** A cell among the amounts that is none, with its reason. */
export type RefusedCell = {
  readonly row: number;
  readonly column: number;
  readonly reason: FigureRefusal;
};

/** The amounts of a table in whole currency units, as fixed-point numbers with the same decimals throughout. */
export type AmountGrid = {
  readonly decimals: number;
  readonly columns: readonly number[];
  /** Amounts by sheet row, one for each column; only rows that hold an amount or a refused cell. */
  readonly rows: ReadonlyMap<number, readonly (bigint | null)[]>;
  readonly refused: readonly RefusedCell[];
  /** The rounding step of each column. */
  readonly quanta: readonly bigint[];
};

export type GridRequest = {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly notations: readonly ColumnNotation[];
  readonly scale: bigint;
};

/** Reads all amounts of a table. */
export function readAmountGrid(sheet: Pick<Sheet, 'cell' | 'kind'>, request: GridRequest): AmountGrid {
  const { columns, rows } = request;
  const read: ReadRow[] = [];
  const refused: RefusedCell[] = [];
  for (const row of rows) {
    const result = readRow(sheet, row, request);
    refused.push(...result.refused);
    if (result.isFilled) read.push(result);
  }
  const decimals = read.reduce((most, row) => Math.max(most, row.decimals), 0);
  const fixed = new Map(read.map((row) => [row.row, rescale(row, decimals)]));
  const quanta = columns.map((_, index) =>
    findQuantum([...fixed.values()].map((values) => values[index] ?? null)),
  );
  return { decimals, columns, rows: fixed, refused, quanta };
}

type ReadRow = {
  readonly row: number;
  readonly isFilled: boolean;
  readonly refused: readonly RefusedCell[];
  /** Decimals of the row's values; rows are brought to those of the whole grid at the end. */
  readonly decimals: number;
  readonly values: readonly (bigint | null)[];
};

function readRow(
  sheet: Pick<Sheet, 'cell' | 'kind'>,
  row: number,
  { columns, notations, scale }: GridRequest,
): ReadRow {
  const refused: RefusedCell[] = [];
  const exacts: (string | null)[] = columns.map(() => null);
  let decimals = 0;
  let isFilled = false;
  columns.forEach((column, index) => {
    const notation = notations[index]?.notation;
    if (notation === undefined || (sheet.kind(row, column) === 'blank' && !isUncomputed(sheet, row, column)))
      return;
    const figure = readFigure(sheet.cell(row, column), { notation, scale });
    if (figure.kind === 'blank') return;
    isFilled = true;
    if (figure.kind === 'refused') {
      refused.push({ row, column, reason: figure.reason });
      return;
    }
    decimals = Math.max(decimals, decimalsOf(figure.exact));
    exacts[index] = figure.exact;
  });
  const values = exacts.map((exact) => (exact === null ? null : toFixedPoint(exact, decimals)));
  return { row, isFilled, refused, decimals, values };
}

function rescale({ decimals: own, values }: ReadRow, decimals: number): readonly (bigint | null)[] {
  if (own === decimals) return values;
  const factor = 10n ** BigInt(decimals - own);
  return values.map((value) => (value === null ? null : value * factor));
}

/** A formula whose result the file does not hold looks blank and is not. */
function isUncomputed(sheet: Pick<Sheet, 'cell'>, row: number, column: number): boolean {
  return !sheet.cell(row, column).hasCachedValue;
}

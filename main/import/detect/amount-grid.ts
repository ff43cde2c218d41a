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
export function readAmountGrid(
  sheet: Pick<Sheet, 'cell' | 'kind'>,
  { columns, rows, notations, scale }: GridRequest,
): AmountGrid {
  const texts = new Map<number, (string | null)[]>();
  const refused: RefusedCell[] = [];
  let decimals = 0;
  for (const row of rows) {
    let isFilled = false;
    const exacts = columns.map((column, index) => {
      const notation = notations[index]?.notation;
      if (sheet.kind(row, column) === 'blank' && !isUncomputed(sheet, row, column)) return null;
      if (notation === undefined) return null;
      const figure = readFigure(sheet.cell(row, column), { notation, scale });
      if (figure.kind === 'blank') return null;
      isFilled = true;
      if (figure.kind === 'refused') {
        refused.push({ row, column, reason: figure.reason });
        return null;
      }
      decimals = Math.max(decimals, decimalsOf(figure.exact));
      return figure.exact;
    });
    if (isFilled) texts.set(row, exacts);
  }
  const fixed = new Map(
    [...texts].map(([row, exacts]) => [
      row,
      exacts.map((exact) => (exact === null ? null : toFixedPoint(exact, decimals))),
    ]),
  );
  const quanta = columns.map((_, index) =>
    findQuantum([...fixed.values()].map((values) => values[index] ?? null)),
  );
  return { decimals, columns, rows: fixed, refused, quanta };
}

/** A formula whose result the file does not hold looks blank and is not. */
function isUncomputed(sheet: Pick<Sheet, 'cell'>, row: number, column: number): boolean {
  return !sheet.cell(row, column).hasCachedValue;
}

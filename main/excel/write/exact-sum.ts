import type { Minor } from '#shared/money/amount.ts';
import { addressOf, sheetReference } from './cell-address.ts';
import { excelNumber } from './excel-values.ts';

/** Cells that stand one below another (or side by side), with the exact amounts in them; blank cells add nothing. */
export type CellRun = {
  /** The sheet that holds the cells when it is not the formula's own. */
  readonly sheet?: string;
  /** One-based place of the first cell. */
  readonly row: number;
  readonly column: number;
  readonly direction: 'down' | 'across';
  readonly amounts: readonly (Minor | null)[];
};

/** Excel takes at most 255 arguments in a SUM. */
const MOST_ARGUMENTS = 250;

/**
 * A formula that adds runs of cells and, calculated in doubles from left to right as Excel does, shows exactly their
 * sum. One ROUND over a long sum is not enough: the doubles may drift by more than half a minor unit before it rounds.
 * So the sum is replayed, and halved as often as it takes until each half, rounded, is exact; adding two exact halves
 * and rounding is exact again as long as the sum itself has at most 15 digits.
 */
export function exactSumFormula(runs: readonly CellRun[], decimals: number): string {
  const filled = runs.filter((run) => run.amounts.length > 0);
  if (filled.length === 0) return '0';
  const isWhole =
    filled.length <= MOST_ARGUMENTS &&
    isExactInDoubles(
      filled.flatMap((run) => run.amounts),
      decimals,
    );
  const halves = isWhole ? null : halveRuns(filled);
  if (halves === null) return `ROUND(SUM(${filled.map(addressOfRun).join(',')}),${decimals})`;
  return `ROUND(${halves.map((half) => exactSumFormula(half, decimals)).join('+')},${decimals})`;
}

/** Whether adding the amounts as doubles, left to right, stays so near to the exact sum that ROUND finds it. */
export function isExactInDoubles(amounts: Iterable<Minor | null>, decimals: number): boolean {
  let sum = 0;
  let exact = 0n;
  for (const amount of amounts) {
    if (amount === null) continue;
    sum += excelNumber(amount, decimals);
    exact += amount;
  }
  // Half a unit would be ROUND's own edge; a quarter leaves room for how Excel computes ROUND itself.
  return Math.abs(sum - excelNumber(exact, decimals)) < 0.25 / 10 ** decimals;
}

/** Two halves of the runs; null when nothing is left to cut. */
function halveRuns(runs: readonly CellRun[]): readonly (readonly CellRun[])[] | null {
  const [first] = runs;
  if (first === undefined) return null;
  if (runs.length === 1) return first.amounts.length === 1 ? null : halveRun(first).map((run) => [run]);
  const middle = Math.ceil(runs.length / 2);
  return [runs.slice(0, middle), runs.slice(middle)];
}

function halveRun(run: CellRun): readonly [CellRun, CellRun] {
  const middle = Math.ceil(run.amounts.length / 2);
  const later =
    run.direction === 'down'
      ? { ...run, row: run.row + middle, amounts: run.amounts.slice(middle) }
      : { ...run, column: run.column + middle, amounts: run.amounts.slice(middle) };
  return [{ ...run, amounts: run.amounts.slice(0, middle) }, later];
}

function addressOfRun(run: CellRun): string {
  const first = `${run.sheet === undefined ? '' : sheetReference(run.sheet)}${addressOf(run.row, run.column)}`;
  const span = run.amounts.length - 1;
  if (span === 0) return first;
  const last =
    run.direction === 'down' ? addressOf(run.row + span, run.column) : addressOf(run.row, run.column + span);
  return `${first}:${last}`;
}

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
 * So the sum is replayed, and cut into blocks that are rounded each until what Excel shows is exact.
 */
export function exactSumFormula(runs: readonly CellRun[], decimals: number): string {
  const filled = runs.filter((run) => run.amounts.length > 0);
  if (filled.length === 0) return '0';
  const blocks = cutIntoBlocks(filled, decimals).map(
    (block) => `ROUND(SUM(${block.map(addressOfRun).join(',')}),${decimals})`,
  );
  const [only] = blocks;
  return blocks.length === 1 && only !== undefined ? only : `ROUND(${blocks.join('+')},${decimals})`;
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

function cutIntoBlocks(runs: readonly CellRun[], decimals: number): readonly (readonly CellRun[])[] {
  const [first] = runs;
  const isWhole =
    runs.length <= MOST_ARGUMENTS &&
    isExactInDoubles(
      runs.flatMap((run) => run.amounts),
      decimals,
    );
  if (isWhole || first === undefined) return [runs];
  if (runs.length === 1) {
    return first.amounts.length === 1
      ? [runs]
      : halveRun(first).flatMap((run) => cutIntoBlocks([run], decimals));
  }
  const middle = Math.ceil(runs.length / 2);
  return [...cutIntoBlocks(runs.slice(0, middle), decimals), ...cutIntoBlocks(runs.slice(middle), decimals)];
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

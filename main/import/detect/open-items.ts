/** Amounts of one row by year column, in a common fixed point; `null` is blank. */
export type AmountVector = readonly (bigint | null)[];

/** A run of open items whose sum fits a stated row within what rounding explains. */
export type SumMatch = {
  /** How many of the last open items are summed. */
  readonly count: number;
  /** True when no column differs at all. */
  readonly exact: boolean;
  /**
   * How unlikely a coincidence is: the decimal digits that had to agree, over all columns with figures of their own.
   * Two columns that state 38.4 and 41.2 million to the nearest 0.1 agree in 2 + 2 digits.
   */
  readonly digits: number;
};

/** Rows not yet summed by another row, with running sums by column so that each test costs one subtraction a column. */
export type OpenItems = {
  readonly size: () => number;
  readonly at: (index: number) => number;
  readonly push: (row: number, amounts: AmountVector) => void;
  readonly pop: (count: number) => number[];
  readonly match: (stated: AmountVector, count: number) => SumMatch | null;
  /** By how much the last items exceed a stated row, by column. */
  readonly excess: (stated: AmountVector, count: number) => readonly bigint[];
};

const digitsOf = (value: bigint): number => value.toString().length - 1;
const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value);

/** Starts empty; `quanta` is the rounding step of each column. */
export function createOpenItems(quanta: readonly bigint[]): OpenItems {
  const rows: number[] = [];
  const running: (readonly bigint[])[] = [quanta.map(() => 0n)];
  const sumsAt = (index: number): readonly bigint[] => running[index] ?? [];

  const match = (stated: AmountVector, count: number): SumMatch | null => {
    const top = sumsAt(rows.length);
    const below = sumsAt(rows.length - count);
    let exact = true;
    let digits = 0;
    const seen: bigint[] = [];
    for (let column = 0; column < quanta.length; column += 1) {
      const sum = (top[column] ?? 0n) - (below[column] ?? 0n);
      const value = stated[column] ?? null;
      const quantum = quanta[column] ?? 1n;
      const difference = sizeOf(sum - (value ?? 0n));
      if (difference !== 0n) {
        // A blank beside parts that have figures is no sum of them.
        if (value === null || difference * 2n > BigInt(count) * quantum) return null;
        exact = false;
      }
      if (value === null || value === 0n || seen.includes(value)) continue;
      seen.push(value);
      digits += digitsOf(sizeOf(value) / (2n * difference + quantum));
    }
    return { count, exact, digits };
  };

  return {
    size: () => rows.length,
    at: (index) => rows[index] ?? -1,
    push: (row, amounts) => {
      const top = sumsAt(rows.length);
      running.length = rows.length + 1;
      rows.push(row);
      running.push(top.map((sum, column) => sum + (amounts[column] ?? 0n)));
    },
    pop: (count) => {
      running.length = rows.length + 1 - count;
      return rows.splice(rows.length - count, count);
    },
    match,
    excess: (stated, count) => {
      const top = sumsAt(rows.length);
      const below = sumsAt(rows.length - count);
      return quanta.map((_, column) => (top[column] ?? 0n) - (below[column] ?? 0n) - (stated[column] ?? 0n));
    },
  };
}

/** An amount of money in the minor units of its currency: pence, cents, yen. */
export type Minor = bigint;

/**
 * The largest amount a plan holds, in minor units: fifteen digits, the most that a spreadsheet's
 * double keeps exactly, so that every figure survives a workbook and back.
 */
export const MAX_MINOR: Minor = 999_999_999_999_999n;

/** Whether an amount, of either sign, is small enough for a plan to hold. */
export function isWithinRange(minor: Minor): boolean {
  return minor >= -MAX_MINOR && minor <= MAX_MINOR;
}

/**
 * Adds amounts of one currency, exactly; a blank adds nothing.
 * @example sumMinor([100n, null, -30n]) // 70n
 */
export function sumMinor(values: Iterable<Minor | null>): Minor {
  let total = 0n;
  for (const value of values) {
    if (value !== null) total += value;
  }
  return total;
}

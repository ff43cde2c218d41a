import type { Minor } from '../money/amount.ts';

/** One amount for each period of the plan, in minor units. */
export type Sums = readonly Minor[];

/** The sums of nothing. */
export function zeroSums(length: number): Sums {
  return Array<Minor>(length).fill(0n);
}

/** Adds period by period. A plain loop: this is the innermost work of every join. */
export function addSums(a: Sums, b: Sums): Sums {
  const sums: Minor[] = [];
  for (let at = 0; at < a.length; at += 1) sums.push((a[at] ?? 0n) + (b[at] ?? 0n));
  return sums;
}

/** Joins two lists of the same length entry by entry. */
export function joinEach<T>(a: readonly T[], b: readonly T[], join: (a: T, b: T) => T): readonly T[] {
  const joined: T[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a[at], b[at]];
    if (one !== undefined && other !== undefined) joined.push(join(one, other));
  }
  return joined;
}

/** The larger of two amounts. */
export function larger(a: Minor, b: Minor): Minor {
  return a > b ? a : b;
}

/** A set of periods as bits, the first period in the lowest: 62 periods do not fit into a number. */
export type PeriodSet = bigint;

/** The set that holds one period. */
export function onlyPeriod(at: number): PeriodSet {
  return 1n << BigInt(at);
}

/** Whether a set holds a period. */
export function holdsPeriod(set: PeriodSet, at: number): boolean {
  return (set & onlyPeriod(at)) !== 0n;
}

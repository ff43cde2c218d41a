import type { Minor } from '../money/amount.ts';

/** One amount for each period of the plan, in minor units. */
export type Sums = readonly Minor[];

/** The sums of nothing. */
export function zeroSums(length: number): Sums {
  return Array<Minor>(length).fill(0n);
}

/** Adds period by period. A plain loop that makes no new number out of nothing: this is the innermost work of every join. */
export function addSums(a: Sums, b: Sums): Sums {
  const sums: Minor[] = [];
  for (let at = 0; at < a.length; at += 1) sums.push(plus(a[at] ?? 0n, b[at] ?? 0n));
  return sums;
}

/** The sum of two amounts; the other one itself where one is 0, so that a large plan holds fewer numbers. */
export function plus(a: Minor, b: Minor): Minor {
  if (b === 0n) return a;
  return a === 0n ? b : a + b;
}

/** The first list itself where the second holds the same amounts, so that equal lists are kept once. */
export function sharedSums(known: Sums, sums: Sums): Sums {
  return sums.every((amount, at) => amount === known[at]) ? known : sums;
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

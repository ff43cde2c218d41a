import { compareFractions, type Fraction } from '../money/fraction.ts';
import type { Minor } from '../money/amount.ts';
import type { Frame } from './frame.ts';
import type { LineNode } from './line-node.ts';
import { missingOf, NOTHING_MISSING, type MissingList } from './missing.ts';
import { holdsPeriod, type Sums } from './sums.ts';

/** The needs of a line that are missing. */
export function missingNeeds({ line, missing }: LineNode, { years }: Frame): MissingList {
  if (missing === 0n) return NOTHING_MISSING;
  const blank = years.filter(({ at }) => holdsPeriod(missing, at));
  return missingOf(blank.map(({ id }) => ({ line: line.id, source: null, period: id, field: 'need' })));
}

/** Whether part/whole is at least the limit; the whole is above 0. */
export function isAtLeast(part: Minor, whole: Minor, limit: Fraction): boolean {
  return compareFractions(part, whole, limit.n, limit.d) >= 0;
}

/** The sum of some plan years, buckets left out. */
export function sumOfYears(sums: Sums, { years }: Frame, from = 0, to = years.length): Minor {
  return years.slice(from, to).reduce((sum, { at }) => sum + (sums[at] ?? 0n), 0n);
}

export type YearCover = { readonly year: string; readonly need: Minor; readonly paid: Minor };

/** The plan year with the smallest part of its need paid, the earliest of them; null when no year has a need. */
export function weakestYear(paid: Sums, need: Sums, { years }: Frame): YearCover | null {
  let weakest: YearCover | null = null;
  for (const { id, at } of years) {
    const [whole, part] = [need[at] ?? 0n, paid[at] ?? 0n];
    if (whole <= 0n) continue;
    const isWeaker = weakest === null || compareFractions(part, whole, weakest.paid, weakest.need) < 0;
    if (isWeaker) weakest = { year: id, need: whole, paid: part };
  }
  return weakest;
}

import type { Minor } from '../money/amount.ts';
import type { Allocation } from '../plan/allocation.ts';
import type { Source } from '../plan/source.ts';
import type { Fold, FoldTree } from './fold-tree.ts';
import { addSums, onlyPeriod, type PeriodSet, type Sums } from './sums.ts';

/** What is used of a source: the sum of its allocations by period, and the periods that have a positive one. */
export type Use = { readonly minor: readonly (Minor | null)[]; readonly positive: PeriodSet };

/**
 * A source with its allocations. They are folded too, because one source may pay for every line of a plan and a
 * change of one allocation must not add up all the others.
 */
export type SourceNode = { readonly source: Source; readonly use: FoldTree<Allocation, Use> | null };

/** How allocations add up to the use of their source. */
export const USE_FOLD: Fold<Allocation, Use> = {
  measure: ({ amounts }) => ({ minor: amounts.minor, positive: positivePeriods(amounts.minor) }),
  join: (parts) =>
    parts.reduce((a, b) => ({
      minor: addSums(withoutBlanks(a.minor), withoutBlanks(b.minor)),
      positive: a.positive | b.positive,
    })),
};

/** What is used of a source by period, blanks as 0. */
export function usedBy({ source, use }: SourceNode): Sums {
  return source.award.minor.map((_, at) => use?.total.minor[at] ?? 0n);
}

/** The periods in which a source has a positive allocation. */
export function periodsUsed({ use }: SourceNode): PeriodSet {
  return use?.total.positive ?? 0n;
}

function positivePeriods(minor: readonly (Minor | null)[]): PeriodSet {
  let set = 0n;
  minor.forEach((amount, at) => {
    if (amount !== null && amount > 0n) set |= onlyPeriod(at);
  });
  return set;
}

function withoutBlanks(minor: readonly (Minor | null)[]): Sums {
  return minor.map((amount) => amount ?? 0n);
}

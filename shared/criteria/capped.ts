import { holdsPeriod, larger, sharedSums, type PeriodSet, type Sums } from './sums.ts';

/**
 * A line's total need as far as it is known. Where it is missing it is taken at the amount that suits the plan best,
 * just what is paid: a check that fails even so would fail whatever the need turns out to be.
 */
export function needAtBest(node: { readonly total: Sums; readonly missing: PeriodSet }, paying: Sums): Sums {
  if (node.missing === 0n) return node.total;
  return node.total.map((total, at) =>
    holdsPeriod(node.missing, at) ? larger(total, paying[at] ?? 0n) : total,
  );
}

/** What is paid of a need, period by period: never more than the need, so that a surplus here hides no gap elsewhere. Where there is no need, nothing counts. */
export function capped(paying: Sums, need: Sums): Sums {
  const paid = need.map((total, at) => {
    const amount = paying[at] ?? 0n;
    return total === 0n ? 0n : amount < total ? amount : total;
  });
  return sharedSums(need, sharedSums(paying, paid));
}

import type { AmountBlock, Edit, SeriesRef } from '../plan/edit.ts';
import { LINE_MEASURES } from '../plan/line.ts';
import type { Plan } from '../plan/plan.ts';
import type { Series } from '../plan/series.ts';
import { SOURCE_MEASURES } from '../plan/source.ts';
import { keptPairs, type KeptRows } from './kept-rows.ts';

/** The periods to be had, and where each stands in the series of now; -1 where it is new. */
type Periods = { readonly keys: Plan['axis']['periods']; readonly from: readonly number[] };

/** Gives the rows that stayed their amounts, each with the origin that it had, and how certain awards are. */
export function restoreCells(now: Plan, then: Plan, kept: KeptRows): Edit[] {
  const keys = then.axis.periods;
  const periods: Periods = { keys, from: keys.map((period) => now.axis.periods.indexOf(period)) };
  const blocks = amountBlocks(now, then, { kept, periods });
  return [
    ...(blocks.length === 0 ? [] : [{ kind: 'set-amounts', blocks } as const]),
    ...keptPairs(now.sources, then.sources, kept.sources).flatMap(({ was, is }): Edit[] => {
      const current = periods.from.map((index) => was.certainty[index] ?? null);
      const span = differingSpan(keys.length, (at) => current[at] === is.certainty[at]);
      const from = keys[span?.start ?? keys.length];
      if (!span || from === undefined) return [];
      const values = is.certainty.slice(span.start, span.end);
      return [{ kind: 'set-certainty', source: is.id, from, values }];
    }),
  ];
}

function amountBlocks(
  now: Plan,
  then: Plan,
  { kept, periods }: { readonly kept: KeptRows; readonly periods: Periods },
): AmountBlock[] {
  return [
    ...keptPairs(now.lines, then.lines, kept.lines).flatMap(({ was, is }) =>
      LINE_MEASURES.flatMap((measure) =>
        blockOf({ of: 'line', measure, line: is.id }, was[measure], is[measure], periods),
      ),
    ),
    ...keptPairs(now.sources, then.sources, kept.sources).flatMap(({ was, is }) =>
      SOURCE_MEASURES.flatMap((measure) =>
        blockOf({ of: 'source', measure, source: is.id }, was[measure], is[measure], periods),
      ),
    ),
    ...keptPairs(now.allocations, then.allocations, kept.allocations).flatMap(({ was, is }) => {
      const { line, source, matchFor } = is;
      return blockOf({ of: 'allocation', line, source, matchFor }, was.amounts, is.amounts, periods);
    }),
  ];
}

/** One block from the first to the last amount that differs in value or origin; none when all are the same. */
function blockOf(ref: SeriesRef, was: Series, is: Series, { keys, from }: Periods): AmountBlock[] {
  if (was === is) return [];
  const span = differingSpan(keys.length, (at) => {
    const index = from[at] ?? -1;
    return (was.minor[index] ?? null) === is.minor[at] && (was.origin[index] ?? 0) === (is.origin[at] ?? 0);
  });
  const first = keys[span?.start ?? keys.length];
  if (!span || first === undefined) return [];
  const { start, end } = span;
  return [{ ref, from: first, minor: is.minor.slice(start, end), origin: is.origin.slice(start, end) }];
}

function differingSpan(
  length: number,
  isSame: (at: number) => boolean,
): { readonly start: number; readonly end: number } | null {
  let start = 0;
  while (start < length && isSame(start)) start += 1;
  if (start === length) return null;
  let end = length;
  while (isSame(end - 1)) end -= 1;
  return { start, end };
}

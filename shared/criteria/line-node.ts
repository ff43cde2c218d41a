import type { Minor } from '../money/amount.ts';
import type { Allocation } from '../plan/allocation.ts';
import type { YearAxis } from '../plan/axis.ts';
import type { Line } from '../plan/line.ts';
import type { Source, SourceDetails } from '../plan/source.ts';
import { capped, needAtBest } from './capped.ts';
import { onlyPeriod, plus, sharedSums, type PeriodSet, type Sums } from './sums.ts';

/** What a line may read of the sources that pay for it: their terms and certainty, never their awards. */
export type SourceTerm = keyof SourceDetails | 'certainty';
export type SourceTerms = Pick<Source, SourceTerm | 'id'>;
export type LinePart = { readonly allocation: Allocation; readonly source: SourceTerms };

/** A line with its allocations and the terms of their sources, and the figures that most checks read. */
export type LineNode = {
  readonly line: Line;
  readonly parts: readonly LinePart[];
  /** Need with contingency, by period; where the need is missing, the contingency alone. */
  readonly total: Sums;
  /** Periods in which the need is missing: blank years between the line's first and last figure. */
  readonly missing: PeriodSet;
  readonly funded: Sums;
  /** What the funding pays of the need: `needed` is the need as `needAtBest` has it, `paid` never more than that. */
  readonly needed: Sums;
  readonly paid: Sums;
  /** The part of the funding whose certainty is 2 or more, and 3 or more. Money of unknown certainty counts in both: a check that reads certainty cannot be judged then, and only asks whether it could pass at best. */
  readonly expected: Sums;
  readonly secured: Sums;
};

/** Makes the node of a line; `known` is the node that it takes the place of, of which it keeps what did not change. */
export function makeLineNode(
  line: Line,
  parts: readonly LinePart[],
  { axis, known }: { readonly axis: YearAxis; readonly known?: LineNode | undefined },
): LineNode {
  const { total, missing } = known?.line === line ? known : needOf(line, axis);
  const funded = fundingAbove(parts, axis, null);
  const expected = sharedSums(funded, fundingAbove(parts, axis, 2));
  const secured = sharedSums(expected, fundingAbove(parts, axis, 3));
  const needed = needAtBest({ total, missing }, funded);
  return { line, parts, total, missing, funded, needed, paid: capped(funded, needed), expected, secured };
}

function needOf(line: Line, axis: YearAxis): Pick<LineNode, 'total' | 'missing'> {
  const { need, risk, bias } = line;
  const total = axis.periods.map((_, at) =>
    plus(need.minor[at] ?? 0n, plus(risk.minor[at] ?? 0n, bias.minor[at] ?? 0n)),
  );
  return { total, missing: missingNeed(line, axis) };
}

/** A blank before the first or after the last year with a figure is no need; a blank between them is not known. Buckets are never missing. */
function missingNeed({ need }: Line, axis: YearAxis): PeriodSet {
  const end = axis.firstYear + axis.years.length;
  let missing = 0n;
  let gap = 0n;
  let started = false;
  for (let at = axis.firstYear; at < end; at += 1) {
    const isBlank = (need.minor[at] ?? null) === null;
    if (isBlank && started) gap |= onlyPeriod(at);
    if (!isBlank) {
      started = true;
      missing |= gap;
      gap = 0n;
    }
  }
  return missing;
}

function fundingAbove(parts: readonly LinePart[], axis: YearAxis, certainty: number | null): Sums {
  const sums: Minor[] = axis.periods.map(() => 0n);
  for (const { allocation, source } of parts) {
    for (let at = 0; at < sums.length; at += 1) {
      const amount = allocation.amounts.minor[at] ?? null;
      if (amount === null || amount === 0n) continue;
      const known = source.certainty[at] ?? null;
      const counts = certainty === null || (known === null ? amount > 0n : known >= certainty);
      if (counts) sums[at] = plus(sums[at] ?? 0n, amount);
    }
  }
  return sums;
}

import type { Minor } from '../money/amount.ts';
import type { Allocation } from './allocation.ts';
import type { Line } from './line.ts';
import type { Plan } from './plan.ts';
import type { Series } from './series.ts';
import { findRow } from './table.ts';

/** An amount for each period of the plan, in minor units; blank where nothing that counts in it is known. */
export type PeriodAmounts = readonly (Minor | null)[];

/** What a line needs and gets by period: the figures that are shown, summed and exported. */
export type LineTotals = {
  /** Need without contingency. */
  readonly need: PeriodAmounts;
  /** Risk and optimism-bias allowances. */
  readonly contingency: PeriodAmounts;
  /** Need and contingency: what has to be paid for. */
  readonly total: PeriodAmounts;
  /** What all sources give. */
  readonly funding: PeriodAmounts;
  /** What is not funded; a year funded beyond its total has no gap, and no other year's gap is made smaller by it. */
  readonly gap: PeriodAmounts;
};

/** The totals of the lines that share a programme. */
export type GroupTotals = {
  readonly programme: string;
  readonly lines: readonly Line[];
  readonly totals: LineTotals;
};

/** The sum of all periods, buckets included; blank when every one is blank. */
export function sumPeriods(amounts: PeriodAmounts): Minor | null {
  return amounts.reduce(addAmounts, null);
}

/** The sum of a series over all its periods; blank when every one is blank. */
export function seriesTotal(series: Series): Minor | null {
  return sumPeriods(series.minor);
}

/** Adds amounts period by period; a period is blank when it is blank in every part. */
export function sumAmounts(parts: readonly PeriodAmounts[], periods: number): PeriodAmounts {
  const sum = Array<Minor | null>(periods).fill(null);
  for (const part of parts) {
    for (const [index, amount] of part.entries()) sum[index] = addAmounts(sum[index] ?? null, amount);
  }
  return sum;
}

/** The allocations of a line, in row order. */
export function lineAllocations(plan: Plan, line: string): readonly Allocation[] {
  return findAllocations(plan, plan.allocations.byLine.get(line));
}

/** The allocations of a source, in row order. */
function sourceAllocations(plan: Plan, source: string): readonly Allocation[] {
  return findAllocations(plan, plan.allocations.bySource.get(source));
}

/** What a source gives to all lines together, by period. */
export function sourceUse(plan: Plan, source: string): PeriodAmounts {
  return sumAllocations(plan, sourceAllocations(plan, source));
}

/** What a line needs and gets. It depends on the line and its allocations alone, so that it can be kept while they are the same objects. */
export function lineTotals(plan: Plan, line: Line): LineTotals {
  const periods = plan.axis.periods.length;
  const contingency = sumAmounts([line.risk.minor, line.bias.minor], periods);
  const total = sumAmounts([line.need.minor, contingency], periods);
  const funding = sumAllocations(plan, lineAllocations(plan, line.id));
  const gap = total.map((amount, index) => gapOf(amount, funding[index] ?? null));
  return { need: line.need.minor, contingency, total, funding, gap };
}

/** Adds the totals of lines, gaps too: the gap of several lines is the sum of their gaps. */
function sumTotals(parts: readonly LineTotals[], periods: number): LineTotals {
  const sum = (pick: (totals: LineTotals) => PeriodAmounts) => sumAmounts(parts.map(pick), periods);
  return {
    need: sum((part) => part.need),
    contingency: sum((part) => part.contingency),
    total: sum((part) => part.total),
    funding: sum((part) => part.funding),
    gap: sum((part) => part.gap),
  };
}

/** The totals of the whole plan. `totalsOf` may answer totals that were kept. */
export function planTotals(plan: Plan, totalsOf = lineTotals): LineTotals {
  return sumTotals(
    plan.lines.rows.map((line) => totalsOf(plan, line)),
    plan.axis.periods.length,
  );
}

/** The totals of each programme, in the order in which programmes first appear. */
export function groupTotals(plan: Plan, totalsOf = lineTotals): readonly GroupTotals[] {
  const groups = new Map<string, Line[]>();
  for (const line of plan.lines.rows) {
    const group = groups.get(line.programme);
    if (group) group.push(line);
    else groups.set(line.programme, [line]);
  }
  return [...groups].map(([programme, lines]) => ({
    programme,
    lines,
    totals: sumTotals(
      lines.map((line) => totalsOf(plan, line)),
      plan.axis.periods.length,
    ),
  }));
}

/**
 * A `lineTotals` that keeps what it answered while the line and its allocations are the same objects: after an edit
 * only the lines that it touched are added up again.
 */
export function makeLineTotals(): typeof lineTotals {
  const kept = new WeakMap<
    Line,
    { readonly allocations: readonly Allocation[]; readonly totals: LineTotals }
  >();
  return (plan, line) => {
    const allocations = lineAllocations(plan, line.id);
    const known = kept.get(line);
    if (known && isSameRows(known.allocations, allocations)) return known.totals;
    const totals = lineTotals(plan, line);
    kept.set(line, { allocations, totals });
    return totals;
  };
}

function isSameRows(a: readonly Allocation[], b: readonly Allocation[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}

function findAllocations(plan: Plan, ids: readonly string[] = []): readonly Allocation[] {
  return ids.flatMap((id) => findRow(plan.allocations, id) ?? []);
}

function sumAllocations(plan: Plan, rows: readonly Allocation[]): PeriodAmounts {
  return sumAmounts(
    rows.map((row) => row.amounts.minor),
    plan.axis.periods.length,
  );
}

function addAmounts(a: Minor | null, b: Minor | null): Minor | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}

function gapOf(total: Minor | null, funding: Minor | null): Minor | null {
  if (total === null && funding === null) return null;
  const gap = (total ?? 0n) - (funding ?? 0n);
  return gap > 0n ? gap : 0n;
}

import type { Minor } from '#shared/money/amount.ts';
import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import type { Allocation } from '#shared/plan/allocation.ts';

/** Amounts by period; null is blank. */
export type Amounts = readonly (Minor | null)[];

/** What the Plan sheet shows of one line. */
export type LineFigures = {
  readonly need: Amounts;
  readonly contingency: Amounts;
  readonly funding: Amounts;
  readonly gap: Amounts;
};

/** The allocations of a line, in plan order. */
export function allocationsOf(plan: Plan, line: Line): readonly Allocation[] {
  const ids = plan.allocations.byLine.get(line.id) ?? [];
  return ids.flatMap((id) => findRow(plan.allocations, id) ?? []);
}

/** A line's need, contingency, funding and gap by period. The gap is what need and contingency have over funding, never below 0. */
export function lineFigures(plan: Plan, line: Line): LineFigures {
  const contingency = addSeries([line.risk.minor, line.bias.minor], plan.axis.periods.length);
  const funding = addSeries(
    allocationsOf(plan, line).map((allocation) => allocation.amounts.minor),
    plan.axis.periods.length,
  );
  const need = line.need.minor;
  const gap = need.map((amount, index) => gapOf(amount, contingency[index] ?? null, funding[index] ?? null));
  return { need, contingency, funding, gap };
}

/** Adds series period by period; a period that is blank in all of them stays blank. */
export function addSeries(series: readonly Amounts[], length: number): Amounts {
  return Array.from({ length }, (_, index) => addAmounts(series.map((amounts) => amounts[index] ?? null)));
}

/** Adds amounts; blank only when every one is blank. */
export function addAmounts(amounts: readonly (Minor | null)[]): Minor | null {
  return amounts.reduce((sum, amount) => (amount === null ? sum : (sum ?? 0n) + amount), null);
}

function gapOf(need: Minor | null, contingency: Minor | null, funding: Minor | null): Minor | null {
  if (need === null && contingency === null) return funding === null ? null : 0n;
  const gap = (need ?? 0n) + (contingency ?? 0n) - (funding ?? 0n);
  return gap > 0n ? gap : 0n;
}

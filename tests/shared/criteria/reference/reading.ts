import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Source } from '#shared/plan/source.ts';
import { add, decimal, type Ratio } from './arithmetic.ts';

/** A slow and plain reading of a plan: every figure is searched for when it is asked for. */

/** Where each plan year stands in a series, and the day on which it and the year after it begin. */
export type Year = { readonly at: number; readonly begins: string; readonly ends: string };

export function yearsOf({ axis, calendar }: Plan): readonly Year[] {
  const month = String(calendar.startMonth).padStart(2, '0');
  return axis.years.map((id, index) => ({
    at: index + (axis.before ? 1 : 0),
    begins: `${id}-${month}-01`,
    // The first day that is no longer part of the year.
    ends: `${Number(id) + 1}-${month}-01`,
  }));
}

/** Index of the first plan year that ends after asOf, or 0. */
export function yearOne(plan: Plan): number {
  const dayAfter = new Date(Date.parse(plan.asOf) + 86_400_000).toISOString().slice(0, 10);
  const index = yearsOf(plan).findIndex(({ ends }) => ends > dayAfter);
  return index < 0 ? 0 : index;
}

function needIsMissing(plan: Plan, line: Line, at: number): boolean {
  const inYears = yearsOf(plan).map((year) => year.at);
  if (!inYears.includes(at) || line.need.minor[at] !== null) return false;
  const before = inYears.some((other) => other < at && line.need.minor[other] !== null);
  const after = inYears.some((other) => other > at && line.need.minor[other] !== null);
  return before && after;
}

export function anyNeedMissing(plan: Plan): boolean {
  return plan.lines.rows.some((line) => plan.axis.periods.some((_, at) => needIsMissing(plan, line, at)));
}

/** T[i,y], blanks as 0. */
export function need(line: Line, at: number): bigint {
  return (line.need.minor[at] ?? 0n) + (line.risk.minor[at] ?? 0n) + (line.bias.minor[at] ?? 0n);
}

/** F[i,y] of sources whose certainty in the year is at least this; 0 takes all, whatever is known of them. */
export function funding(plan: Plan, line: string, at: number, certainty = -1): bigint {
  const rows = plan.allocations.rows.filter((row) => row.line === line);
  return add(
    rows
      .filter((row) => certainty < 0 || (sourceOf(plan, row.source).certainty[at] ?? -1) >= certainty)
      .map((row) => row.amounts.minor[at] ?? 0n),
  );
}

function sourceOf(plan: Plan, id: string): Source {
  const found = plan.sources.rows.find((source) => source.id === id);
  if (found === undefined) throw new Error(`No source ${id}`);
  return found;
}

export function use(plan: Plan, source: string, at: number): bigint {
  const rows = plan.allocations.rows.filter((row) => row.source === source);
  return add(rows.map((row) => row.amounts.minor[at] ?? 0n));
}

export function isUsed(plan: Plan, source: string, at: number): boolean {
  return plan.allocations.rows.some((row) => row.source === source && (row.amounts.minor[at] ?? 0n) > 0n);
}

export function isUsedAtAll(plan: Plan, source: string): boolean {
  return plan.axis.periods.some((_, at) => isUsed(plan, source, at));
}

export function anyCertaintyMissing(plan: Plan): boolean {
  return plan.sources.rows.some((source) =>
    yearsOf(plan).some(({ at }) => isUsed(plan, source.id, at) && source.certainty[at] === null),
  );
}

/** The threshold in force: an override beats the profile's, which beats the usual one. */
export function limit(
  plan: Plan,
  check: string,
  name: string,
  usual: string,
  transformation: string = usual,
): Ratio {
  const override = plan.thresholds.findLast((entry) => entry.check === check && entry.name === name);
  return decimal(override?.value ?? (plan.profile === 'transformation' ? transformation : usual));
}

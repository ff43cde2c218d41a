import type { Message } from '../../messages/message.ts';
import { isYearId, nextYear, type YearId } from '../../calendar/fiscal-year.ts';
import { makeAxis, type PeriodKey, type YearAxis } from '../axis.ts';
import type { Edit } from '../edit.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import { LINE_MEASURES } from '../line.ts';
import type { Plan } from '../plan.ts';
import type { CellMeasure } from '../records.ts';
import { detailsReferences } from '../references.ts';
import { lineName } from '../row-names.ts';
import { blankSeries, type Series } from '../series.ts';
import { SOURCE_MEASURES } from '../source.ts';
import { listOf } from './reference-refusals.ts';

/** The most years that a plan covers. */
export const MOST_YEARS = 60;

/** Changes the periods of the plan. What a period holds stays with it; one that goes must hold nothing. */
export function applySetYears(plan: Plan, edit: Extract<Edit, { kind: 'set-years' }>): EditResult {
  const refusal = refuseYears(edit.years);
  if (refusal) return refuse(refusal);
  const axis = makeAxis(edit.years, edit.before, edit.later);
  const kept = new Set<PeriodKey>(axis.periods);
  const dropped = plan.axis.periods.flatMap((period, index) => (kept.has(period) ? [] : [index]));
  const held = dropped.length === 0 ? null : refuseDropped(plan, dropped);
  if (held) return refuse(held);
  const { years, before, later } = plan.axis;
  return applied(
    withAxis(plan, axis),
    { kind: 'set-years', years, before, later },
    touching({ frame: true }),
  );
}

/** Why these may not be the years of a plan, or null: 1 to 60 of them, in order, without gaps. */
export function refuseYears(years: readonly YearId[]): Message | null {
  if (years.length < 1 || years.length > MOST_YEARS) {
    return { id: 'plan.too-many-years', values: { years: years.length } };
  }
  for (const [index, year] of years.entries()) {
    if (!isYearId(year)) return { id: 'plan.not-a-year', values: { year } };
    const after = years[index - 1];
    if (after !== undefined && year !== nextYear(after)) {
      return { id: 'plan.years-not-contiguous', values: { year, after } };
    }
  }
  return null;
}

function refuseDropped(plan: Plan, dropped: readonly number[]): Message | null {
  const refuseCell = (
    name: string,
    measure: CellMeasure,
    values: readonly (bigint | number | null)[],
  ): Message | null => {
    const at = dropped.find((index) => values[index] !== null);
    const period = at === undefined ? undefined : plan.axis.periods[at];
    return period === undefined ? null : { id: 'plan.year-not-empty', values: { name, measure, period } };
  };
  for (const line of plan.lines.rows) {
    for (const measure of LINE_MEASURES) {
      const refusal = refuseCell(line.title || line.id, measure, line[measure].minor);
      if (refusal) return refusal;
    }
  }
  for (const source of plan.sources.rows) {
    const name = source.name || source.id;
    for (const measure of SOURCE_MEASURES) {
      const refusal = refuseCell(name, measure, source[measure].minor);
      if (refusal) return refusal;
    }
    const refusal = refuseCell(name, 'certainty', source.certainty);
    if (refusal) return refusal;
  }
  for (const row of plan.allocations.rows) {
    const refusal = refuseCell(lineName(plan, row.line), 'allocation', row.amounts.minor);
    if (refusal) return refusal;
  }
  const gone = new Set<string>(dropped.map((index) => plan.axis.periods[index] ?? ''));
  const named = detailsReferences(plan).find(({ to, id }) => to === 'period' && gone.has(id));
  return named ? { id: 'plan.year-in-list', values: { period: named.id, list: listOf(named) } } : null;
}

function withAxis(plan: Plan, axis: YearAxis): Plan {
  const from = axis.periods.map((period) => plan.axis.periods.indexOf(period));
  const move = <Value>(values: readonly Value[], blank: Value): Value[] =>
    from.map((index) => values[index] ?? blank);
  const was = blankSeries(plan.axis.periods.length);
  const blank = blankSeries(axis.periods.length);
  const moveSeries = (series: Series): Series =>
    series === was ? blank : { minor: move(series.minor, null), origin: move(series.origin, 0) };
  const lines = plan.lines.rows.map((line) => ({
    ...line,
    need: moveSeries(line.need),
    actual: moveSeries(line.actual),
    risk: moveSeries(line.risk),
    bias: moveSeries(line.bias),
  }));
  const sources = plan.sources.rows.map((source) => ({
    ...source,
    award: moveSeries(source.award),
    drawn: moveSeries(source.drawn),
    certainty: move(source.certainty, null),
  }));
  const allocations = plan.allocations.rows.map((row) => ({ ...row, amounts: moveSeries(row.amounts) }));
  return {
    ...plan,
    axis,
    lines: { ...plan.lines, rows: lines },
    sources: { ...plan.sources, rows: sources },
    allocations: { ...plan.allocations, rows: allocations },
  };
}

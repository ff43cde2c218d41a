import type { YearId } from '../calendar/fiscal-year.ts';
import { makeAxis, type PeriodKey } from './axis.ts';
import { dropEntries } from './drop-entries.ts';
import type { AmountBlock, Edit, SeriesRef } from './edit.ts';
import { LINE_MEASURES } from './line.ts';
import type { Plan } from './plan.ts';
import type { Series } from './series.ts';
import { SOURCE_MEASURES } from './source.ts';

export type NewYears = {
  readonly years: readonly YearId[];
  readonly before: boolean;
  readonly later: boolean;
};

/** Neighbouring periods that go. */
type Run = { readonly from: PeriodKey; readonly start: number; readonly length: number };

/** Changes the plan's periods as one step: what stands in those that go is cleared first. */
export function setYearsEdit(plan: Plan, { years, before, later }: NewYears): Edit {
  const kept = new Set<PeriodKey>(makeAxis(years, before, later).periods);
  const runs = findRuns(plan.axis.periods, (period) => !kept.has(period));
  const blocks = runs.length === 0 ? [] : clearedBlocks(plan, runs);
  const edits: Edit[] = [
    ...(blocks.length === 0 ? [] : [{ kind: 'set-amounts', blocks } as const]),
    ...runs.flatMap((run) => clearedCertainty(plan, run)),
    ...dropEntries(plan, ({ year }) => year !== undefined && !kept.has(year)),
    { kind: 'set-years', years, before, later },
  ];
  return { kind: 'batch', label: `${years[0] ?? ''}–${years.at(-1) ?? ''}`, edits };
}

function findRuns(periods: readonly PeriodKey[], goes: (period: PeriodKey) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [index, period] of periods.entries()) {
    if (!goes(period)) continue;
    const last = runs.at(-1);
    if (last && last.start + last.length === index)
      runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ from: period, start: index, length: 1 });
  }
  return runs;
}

function clearedBlocks(plan: Plan, runs: readonly Run[]): AmountBlock[] {
  const cleared = (ref: SeriesRef, series: Series): AmountBlock[] =>
    runs
      .filter(({ start, length }) =>
        series.minor.slice(start, start + length).some((value) => value !== null),
      )
      .map(({ from, length }) => ({ ref, from, minor: Array<null>(length).fill(null) }));
  return [
    ...plan.lines.rows.flatMap((row) =>
      LINE_MEASURES.flatMap((measure) => cleared({ of: 'line', measure, line: row.id }, row[measure])),
    ),
    ...plan.sources.rows.flatMap((row) =>
      SOURCE_MEASURES.flatMap((measure) => cleared({ of: 'source', measure, source: row.id }, row[measure])),
    ),
    ...plan.allocations.rows.flatMap(({ line, source, matchFor, amounts }) =>
      cleared({ of: 'allocation', line, source, matchFor }, amounts),
    ),
  ];
}

function clearedCertainty(plan: Plan, { from, start, length }: Run): Edit[] {
  return plan.sources.rows
    .filter(({ certainty }) => certainty.slice(start, start + length).some((value) => value !== null))
    .map(({ id }) => ({ kind: 'set-certainty', source: id, from, values: Array<null>(length).fill(null) }));
}

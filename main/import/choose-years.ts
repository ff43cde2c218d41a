import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { parseYearLabel } from '#shared/calendar/parse-year-label.ts';
import { findGaps, yearIdFor } from '#shared/calendar/resolve-years.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { chooseMeasure } from './detect/choose-measure.ts';
import { plain } from './detect/column-words.ts';
import type { ImportTable } from './detect/import-table.ts';
import { periodOf } from './import-calendar.ts';

/** The year columns of a table that are taken unless a person chooses others. */
export type YearChoice = {
  /** Indexes into the table's years. */
  readonly taken: readonly number[];
  /** Indexes of columns left out because a gap parts them from the years taken. */
  readonly apart: readonly number[];
  /** Indexes of columns that name a year of another column in other words. */
  readonly twice: readonly number[];
  /** Year ids absent between the first and the last year of the table. */
  readonly absent: readonly string[];
};

/** A plan holds at most so many years. */
export const MOST_YEARS = 60;

/**
 * Takes one measure of each year, and of years parted by gaps the longest run; of runs as long as each other the latest,
 * because a plan looks ahead.
 */
export function chooseYears(table: ImportTable, calendar: FiscalCalendar): YearChoice {
  const { taken } = chooseMeasure(table.years);
  const entries: { index: number; period: PeriodKey }[] = [];
  const twice: number[] = [];
  for (const index of taken) {
    const year = table.years[index];
    const period = year === undefined ? null : periodOf(year, calendar);
    if (period === null) continue;
    // `2025/26` and `FY2026` look like two years and are one.
    if (entries.some((entry) => entry.period === period)) twice.push(index);
    else entries.push({ index, period });
  }
  const years = entries
    .filter(({ period }) => period !== 'before' && period !== 'later')
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const runs: (typeof years)[] = [];
  for (const entry of years) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && Number(entry.period) <= Number(last.period) + 1)
      run.push(entry);
    else runs.push([entry]);
  }
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const kept = (runs.findLast((run) => run.length === longest) ?? []).slice(-MOST_YEARS);
  const buckets = entries.filter(({ period }) => {
    if (period === 'before') return kept[0] === years[0];
    return period === 'later' && kept.at(-1) === years.at(-1);
  });
  const chosen = new Set([...kept, ...buckets].map(({ index }) => index));
  return {
    taken: taken.filter((index) => chosen.has(index)),
    apart: taken.filter((index) => !chosen.has(index) && !twice.includes(index)),
    twice,
    absent: findGaps([
      ...years.map(({ period }) => period),
      ...buckets.flatMap(({ index }) => edgeOfBucket(table.years[index]?.header ?? '', calendar)),
    ]),
  };
}

/** The year of a bucket that lies next to the plan's years, where its heading names one: `Beyond 25/26` begins in 2026/27. */
function edgeOfBucket(header: string, calendar: FiscalCalendar): readonly string[] {
  const label = parseYearLabel(plain(header));
  if (label?.kind !== 'bucket' || label.of === null) return [];
  const named = Number(yearIdFor(label.of, calendar));
  if (label.inclusive) return [String(named)];
  return [String(label.bucket === 'before' ? named - 1 : named + 1)];
}

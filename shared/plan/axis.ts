import type { YearId } from '../calendar/fiscal-year.ts';

/** A period of the plan: a fiscal year, or one of the buckets before and after the years. */
export type PeriodKey = YearId | 'before' | 'later';

/** The periods of a plan, in the order in which every series holds its amounts: before, the years, later. */
export type YearAxis = {
  readonly years: readonly YearId[];
  readonly before: boolean;
  readonly later: boolean;
  readonly periods: readonly PeriodKey[];
  /** Where the first year stands in `periods`: 1 behind a `before` bucket, else 0. */
  readonly firstYear: number;
};

/** Lays out the periods of a plan. Years are expected contiguous and ascending; the schema checks that. */
export function makeAxis(years: readonly YearId[], before = false, later = false): YearAxis {
  return {
    years,
    before,
    later,
    periods: [...(before ? (['before'] as const) : []), ...years, ...(later ? (['later'] as const) : [])],
    firstYear: before ? 1 : 0,
  };
}

/** Where a period stands in every series of the plan, or -1 when the plan has no such period. */
export function periodIndex(axis: YearAxis, period: PeriodKey): number {
  return axis.periods.indexOf(period);
}

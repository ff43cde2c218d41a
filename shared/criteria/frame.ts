import type { IsoDate } from '../calendar/dates.ts';
import { yearEnd, yearStart, type YearId } from '../calendar/fiscal-year.ts';
import { currencyDecimals, unitsPerMajor } from '../money/currency.ts';
import type { PeriodKey, YearAxis } from '../plan/axis.ts';
import type { Plan } from '../plan/plan.ts';
import type { Profile, ThresholdOverride } from '../plan/records.ts';

/** A plan year: where it stands among the periods, and its first and last day. */
export type FrameYear = {
  readonly id: YearId;
  readonly at: number;
  readonly start: IsoDate;
  readonly end: IsoDate;
};

/** What a plan's figures are judged in: whatever is true of the plan as a whole and of no single row. */
export type Frame = {
  readonly axis: YearAxis;
  readonly years: readonly FrameYear[];
  /** The years and the buckets, each with where it stands. */
  readonly periods: readonly { readonly id: PeriodKey; readonly at: number }[];
  /** Index into `years` of year 1: the first that ends after the date as of which the plan is judged, else the first. */
  readonly yearOne: number;
  /** Decimals of the plan's currency. */
  readonly decimals: number;
  /** Minor units in one whole unit of it. */
  readonly unit: bigint;
  readonly profile: Profile;
  readonly overrides: readonly ThresholdOverride[];
};

/** The fields of a plan that its frame is made from. A check that reads another adds it here and to the frame. */
const FRAME_FIELDS = ['axis', 'calendar', 'asOf', 'currency', 'profile', 'thresholds'] as const;

/** Makes the frame of a plan. */
export function makeFrame(plan: Plan): Frame {
  const { axis, calendar } = plan;
  const years = axis.years.map((id, index) => ({
    id,
    at: axis.firstYear + index,
    start: yearStart(id, calendar),
    end: yearEnd(id, calendar),
  }));
  return {
    axis,
    years,
    periods: axis.periods.map((id, at) => ({ id, at })),
    yearOne: Math.max(
      0,
      years.findIndex((year) => year.end > plan.asOf),
    ),
    decimals: currencyDecimals(plan.currency),
    unit: unitsPerMajor(plan.currency),
    profile: plan.profile,
    overrides: plan.thresholds,
  };
}

/** Whether two versions of a plan have the same frame, so that measures of one hold for the other. */
export function hasSameFrame(a: Plan, b: Plan): boolean {
  return FRAME_FIELDS.every((field) => a[field] === b[field]);
}

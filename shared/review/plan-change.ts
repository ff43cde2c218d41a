import type { Minor } from '../money/amount.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { SeriesRef } from '../plan/edit.ts';
import type { LineDetails, LineMeasure } from '../plan/line.ts';
import type { PlanDetails } from '../plan/plan.ts';
import type { Certainty, SourceDetails, SourceMeasure } from '../plan/source.ts';

/** One amount that differs. The origins say where each value came from, so that a restored one keeps its trace. */
export type AmountChange = {
  readonly kind: 'amount';
  readonly ref: SeriesRef;
  readonly period: PeriodKey;
  readonly before: Minor | null;
  readonly after: Minor | null;
  readonly beforeOrigin: number;
  readonly afterOrigin: number;
};

/**
 * One thing that differs between two states of a plan: between before and after an edit, or between two versions.
 * The values of fields are those of the plan's own types and are `unknown` here, since each field has its own.
 */
export type PlanChange =
  | AmountChange
  | {
      readonly kind: 'certainty';
      readonly source: string;
      readonly period: PeriodKey;
      readonly before: Certainty | null;
      readonly after: Certainty | null;
    }
  /** A line or source that is there in one state only, or (`moved`) stands elsewhere among the others. */
  | {
      readonly kind: 'row';
      readonly of: 'line' | 'source';
      readonly id: string;
      readonly name: string;
      readonly change: 'added' | 'removed' | 'moved';
    }
  | {
      readonly kind: 'allocation';
      readonly line: string;
      readonly source: string;
      readonly matchFor: string | null;
      readonly change: 'added' | 'removed';
    }
  | {
      readonly kind: 'line-field';
      readonly line: string;
      readonly field: keyof LineDetails;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'source-field';
      readonly source: string;
      readonly field: keyof SourceDetails;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'plan-field';
      readonly field: keyof PlanDetails;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'years';
      readonly before: readonly PeriodKey[];
      readonly after: readonly PeriodKey[];
    }
  | { readonly kind: 'record'; readonly record: 'comment' | 'acceptance' | 'sign-off'; readonly id: string };

export type ComparedMeasure = LineMeasure | SourceMeasure | 'allocation';

/** What of one measure moved between two states, in minor units. `raised` and `lowered` are both zero or more. */
export type MeasureTotals = {
  readonly measure: ComparedMeasure;
  readonly before: Minor;
  readonly after: Minor;
  readonly raised: Minor;
  readonly lowered: Minor;
  readonly byPeriod: readonly { readonly period: PeriodKey; readonly before: Minor; readonly after: Minor }[];
};

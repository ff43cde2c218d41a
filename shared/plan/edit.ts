import type { YearId } from '../calendar/fiscal-year.ts';
import type { Minor } from '../money/amount.ts';
import type { Allocation } from './allocation.ts';
import type { PeriodKey } from './axis.ts';
import type { Line, LineDetails, LineMeasure } from './line.ts';
import type { PlanDetails } from './plan.ts';
import type { Acceptance, Comment, SignOff } from './records.ts';
import type { Certainty, Source, SourceDetails, SourceMeasure } from './source.ts';
import type { Placed } from './table.ts';

/** Names one series of amounts in a plan. */
export type SeriesRef =
  | { readonly of: 'line'; readonly measure: LineMeasure; readonly line: string }
  | { readonly of: 'source'; readonly measure: SourceMeasure; readonly source: string }
  | {
      readonly of: 'allocation';
      readonly line: string;
      readonly source: string;
      readonly matchFor: string | null;
    };

/** Amounts for neighbouring periods of one series. Without `origin` each value gets the origin of the edit itself. */
export type AmountBlock = {
  readonly ref: SeriesRef;
  readonly from: PeriodKey;
  readonly minor: readonly (Minor | null)[];
  readonly origin?: readonly number[];
};

/** Where an imported value was read: the raw text as it stands in the file and the rule that read it. */
export type ProvenanceCell = {
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly rule: string;
};

/**
 * The only way to change a plan. Comments, acceptances and sign-offs are only ever added; every other edit has an inverse.
 * `import` brings values whose origins are offsets into `cells`, counted from 1; applying it turns them into origin numbers.
 */
export type Edit =
  | { readonly kind: 'set-amounts'; readonly blocks: readonly AmountBlock[] }
  | {
      readonly kind: 'set-certainty';
      readonly source: string;
      readonly from: PeriodKey;
      readonly values: readonly (Certainty | null)[];
    }
  | { readonly kind: 'add-lines'; readonly rows: readonly Placed<Line>[] }
  | { readonly kind: 'update-line'; readonly id: string; readonly changes: Partial<LineDetails> }
  | { readonly kind: 'remove-lines'; readonly ids: readonly string[] }
  | { readonly kind: 'add-sources'; readonly rows: readonly Placed<Source>[] }
  | { readonly kind: 'update-source'; readonly id: string; readonly changes: Partial<SourceDetails> }
  | { readonly kind: 'remove-sources'; readonly ids: readonly string[] }
  | { readonly kind: 'add-allocations'; readonly rows: readonly Placed<Allocation>[] }
  | { readonly kind: 'remove-allocations'; readonly ids: readonly string[] }
  | {
      readonly kind: 'set-years';
      readonly years: readonly YearId[];
      readonly before: boolean;
      readonly later: boolean;
    }
  | { readonly kind: 'set-plan'; readonly changes: Partial<PlanDetails> }
  | {
      readonly kind: 'import';
      readonly file: { readonly name: string; readonly sha256: string };
      readonly edits: readonly Edit[];
      readonly cells: readonly ProvenanceCell[];
    }
  | {
      readonly kind: 'batch';
      readonly label: string;
      readonly reason?: string;
      readonly edits: readonly Edit[];
    }
  | { readonly kind: 'comment'; readonly comment: Comment }
  | { readonly kind: 'accept'; readonly acceptance: Acceptance }
  | { readonly kind: 'sign'; readonly signOff: SignOff };

import type { Minor } from '../money/amount.ts';
import { allocationId, type Allocation } from '../plan/allocation.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { SeriesRef } from '../plan/edit.ts';
import type { LineDetails } from '../plan/line.ts';
import type { PlanDetails } from '../plan/plan.ts';
import type { Certainty, SourceDetails } from '../plan/source.ts';

/** Values that were put into neighbouring periods, the first of them at `from`. */
export type Write<Value> = {
  readonly periods: readonly PeriodKey[];
  readonly from: number;
  readonly values: readonly Value[];
};
export type AmountWrite = Write<Minor | null> & { readonly origin: readonly number[] | number };
type WrittenSeries = { readonly ref: SeriesRef; readonly writes: AmountWrite[] };

/** What is known of a row: whether it was put in or taken out last, if either, and the fields that were written. */
export type RowState<Details> = {
  readonly presence: 'here' | 'gone' | null;
  readonly fields: Partial<Details>;
};

/** How a plan stands once edits are done, as far as they alone tell. A cell without a write is as it was, or blank. */
export type EditSide = {
  periods: readonly PeriodKey[];
  plan: Partial<PlanDetails>;
  readonly lines: Map<string, RowState<LineDetails>>;
  readonly sources: Map<string, RowState<SourceDetails>>;
  /** Null for an allocation that was taken out. */
  readonly allocations: Map<string, Allocation | null>;
  readonly certainty: Map<string, Write<Certainty | null>[]>;
  readonly amounts: Map<string, WrittenSeries>;
};

/** Names a series by a text. No measure's name has a space, so that no two series share one. */
export function seriesKey(ref: SeriesRef): string {
  switch (ref.of) {
    case 'line':
      return `${ref.measure} ${ref.line}`;
    case 'source':
      return `${ref.measure} ${ref.source}`;
    case 'allocation':
      return `allocation ${allocationId(ref.line, ref.source, ref.matchFor)}`;
  }
}

import type { Minor } from '#shared/money/amount.ts';
import type { LineKind } from '#shared/plan/line.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';

/** The figures of a row over the plan's periods, with their total; blank is not zero, and a row without figures has no total. */
export type RowFigures = {
  readonly minor: readonly (Minor | null)[];
  readonly total: Minor | null;
};

type RowFrame = {
  /** Stable over edits, unique over all kinds of rows. */
  readonly id: string;
  readonly level: number;
  readonly title: string;
  /** Whether the row's children are shown; null for a row that has none. */
  readonly isOpen: boolean | null;
  readonly figures: RowFigures;
  /** The series that takes what is typed into the row; null where figures are only computed. */
  readonly series: SeriesRef | null;
};

/** One row of the grid. Rows are never changed in place: the same object means the same content. */
export type GridRow =
  | (RowFrame & { readonly kind: 'group'; readonly programme: string; readonly lineCount: number })
  | (RowFrame & {
      readonly kind: 'line';
      readonly line: string;
      readonly code: string;
      readonly lineKind: LineKind;
    })
  | (RowFrame & {
      readonly kind: 'allocation';
      readonly allocation: string;
      readonly line: string;
      readonly source: string;
    })
  /** A line that the plan no longer has; it is there for the figures of a version beside it. */
  | (RowFrame & { readonly kind: 'gone'; readonly line: string })
  | (RowFrame & { readonly kind: 'total' });

export const TOTAL_ROW_ID = 'total';

export function groupRowId(programme: string): string {
  return `group ${programme}`;
}

export function lineRowId(line: string): string {
  return `line ${line}`;
}

export function allocationRowId(allocation: string): string {
  return `allocation ${allocation}`;
}

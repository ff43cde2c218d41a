import type { Message } from '../messages/message.ts';
import type { Minor } from '../money/amount.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { CellMeasure } from '../plan/records.ts';

/** From best to worst but for the last two, which judge nothing. */
export const CHECK_STATES = ['pass', 'attention', 'fail', 'cannot-be-judged', 'not-applicable'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** The families of checks: the preconditions, the three criteria at the centre, and the other success factors. */
export const CRITERIA = ['precondition', 'scale', 'longevity', 'responsiveness', 'other'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What the figure of a check counts. Money is in whole currency units, a share is a fraction of one. */
export type CheckUnit = 'currency' | 'share' | 'years' | 'months' | 'count' | 'times' | 'none';

/** A cell that drives a result, with the amount that it contributes, in minor units. */
export type Evidence = {
  readonly line: string | null;
  readonly source: string | null;
  readonly period: PeriodKey | null;
  readonly minor: Minor;
};

/** Something that is not known and that the check needs: a blank amount, or a field without a value. */
export type Missing = {
  readonly line: string | null;
  readonly source: string | null;
  readonly period: PeriodKey | null;
  readonly field: CellMeasure | string;
};

/** A threshold in force: its value as decimal text, who set it and why it stands where it stands. */
export type Threshold = {
  readonly name: string;
  readonly value: string;
  readonly unit: CheckUnit;
  /** A published source, the house, or a person who changed it in this plan. */
  readonly basis: Message;
  readonly changed: boolean;
};

/** What one check says of a plan. Lists hold at most 100 entries; the counts tell how many there are. */
export type CheckResult = {
  readonly id: string;
  /** 3, 9 or another of the ten success factors; 0 for the preconditions. */
  readonly factor: number;
  readonly criterion: Criterion;
  readonly state: CheckState;
  /** Exact to 6 places, rounded half away from zero, for display and data; the state was decided on the exact figure. */
  readonly value: string | null;
  readonly unit: CheckUnit;
  readonly thresholds: readonly Threshold[];
  readonly evidence: readonly Evidence[];
  readonly evidenceCount: number;
  readonly missing: readonly Missing[];
  readonly missingCount: number;
  /** The figure in a sentence, as a colleague would say it. */
  readonly message: Message;
};

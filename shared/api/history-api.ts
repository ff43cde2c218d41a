import type { Message } from '../messages/message.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { SeriesRef } from '../plan/edit.ts';
import type { PackedPlan } from '../plan/packed-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { MeasureTotals, PlanChange } from '../review/plan-change.ts';
import type { FileToken, PlanHandle, StepAnswer } from './plan-answers.ts';

/** Which steps of the history are asked for; every part that is given must hold. `cell` is one amount's own history. */
export type HistoryFilter = {
  readonly line: string | null;
  readonly source: string | null;
  readonly who: string | null;
  readonly cell: { readonly ref: SeriesRef; readonly period: PeriodKey } | null;
};

/** One step as the history shows it; of many changes only the first are here, `count` says how many there are. */
export type HistoryEntry = {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly action: 'edit' | 'undo' | 'redo';
  readonly label: Message;
  /** The step that took this one back; null while it stands. */
  readonly undoneBy: number | null;
  /** With a filter by line, source or cell: the changes that it lets through. */
  readonly changes: readonly PlanChange[];
  readonly count: number;
};

/** Names of lines and sources that the changes mention and the plan no longer has. */
export type GoneNames = {
  readonly lines: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
};

/** Newest first. `next` is the `before` of the following page, null at the beginning of the plan. */
export type HistoryPage = {
  readonly entries: readonly HistoryEntry[];
  readonly gone: GoneNames;
  readonly next: number | null;
  /** Everybody who took a step, by name. */
  readonly people: readonly string[];
};

export const VERSION_KINDS = ['named', 'original', 'approved'] as const;
/** What a version is for: the newest `original` and `approved` can stand beside the plan in the grid. */
export type VersionKind = (typeof VERSION_KINDS)[number];

export type VersionInfo = {
  readonly number: number;
  readonly name: string;
  readonly kind: VersionKind;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  /** The sequence number of the plan that it keeps. */
  readonly seq: number;
};

/** A state of a plan that can be compared with another. */
export type StateRef =
  | { readonly kind: 'current' }
  | { readonly kind: 'version'; readonly number: number }
  | { readonly kind: 'file'; readonly file: FileToken };

/** Two states cell by cell: what moved in all, and one page of the changes. */
export type ComparisonPage = {
  /** Null when the two are in different currencies: then amounts are not compared. */
  readonly currency: string | null;
  readonly totals: readonly MeasureTotals[];
  readonly changes: readonly PlanChange[];
  readonly count: number;
  readonly gone: GoneNames;
};

type VersionText = { readonly name: string; readonly kind: VersionKind; readonly note: string };

export type HistoryApi = {
  'history/list': {
    input: {
      readonly plan: PlanHandle;
      readonly filter: HistoryFilter;
      /** Steps before this sequence number; null for the newest. */
      readonly before: number | null;
      readonly limit: number;
    };
    output: HistoryPage;
  };
  /** The changes of one step that the filter lets through, from `offset` on. */
  'history/get-changes': {
    input: {
      readonly plan: PlanHandle;
      readonly seq: number;
      readonly filter: HistoryFilter;
      readonly offset: number;
      readonly limit: number;
    };
    output: { readonly changes: readonly PlanChange[]; readonly count: number; readonly gone: GoneNames };
  };
  'versions/list': { input: { readonly plan: PlanHandle }; output: readonly VersionInfo[] };
  /** Keeps the plan as it stands now under a name. */
  'versions/create': { input: { readonly plan: PlanHandle } & VersionText; output: VersionInfo };
  'versions/update': {
    input: { readonly plan: PlanHandle; readonly number: number } & VersionText;
    output: VersionInfo;
  };
  /** The plan that a version keeps, without its comments, acceptances and sign-offs. */
  'versions/get-plan': {
    input: { readonly plan: PlanHandle; readonly number: number };
    output: { readonly plan: Plan };
  };
  'versions/compare': {
    input: {
      readonly plan: PlanHandle;
      readonly from: StateRef;
      readonly to: StateRef;
      readonly offset: number;
      readonly limit: number;
    };
    output: ComparisonPage;
  };
  /** Brings the plan back to a version, as one new edit. */
  'versions/restore': { input: { readonly plan: PlanHandle; readonly number: number }; output: StepAnswer };
};

/** A version's plan as it crosses from the planner to the window. */
export type PackedVersion = { readonly plan: PackedPlan };

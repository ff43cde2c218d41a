import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileToken } from '#shared/api/api.ts';
import type { HistoryFilter, StateRef } from '#shared/api/history-api.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';

export const ROOMS = ['plan', 'sources', 'history'] as const;
export type Room = (typeof ROOMS)[number];

export const GRID_MEASURES = ['need', 'funding', 'gap'] as const;
/** What the figures of the grid are. */
export type GridMeasure = (typeof GRID_MEASURES)[number];

export const SOURCES_MEASURES = ['award', 'certainty'] as const;
/** What the sources show by year: their awards or how certain these are. */
export type SourcesMeasure = (typeof SOURCES_MEASURES)[number];

export const SHOWN_VERSION_KINDS = ['original', 'approved'] as const;
/** Versions whose figures can stand beside the plan's own. */
export type ShownVersionKind = (typeof SHOWN_VERSION_KINDS)[number];

export const GROUPINGS = ['programme', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A cell by what it is about: a line, a source or both, in a period or in all of them. */
export type CellAbout = {
  readonly line: string | null;
  readonly source: string | null;
  readonly period: PeriodKey | null;
};

/** A state of the plan that is compared with another; a file goes by the name under which it was chosen. */
export type ComparedState =
  | Exclude<StateRef, { readonly kind: 'file' }>
  | { readonly kind: 'file'; readonly file: FileToken; readonly name: string };
export type Compared = {
  readonly from: ComparedState;
  readonly to: ComparedState;
  /** Where the person stood in what differs, for when they come back from a cell that it led to. */
  readonly spot?: { readonly filter: string; readonly top: number };
};

export const HISTORY_TABS = ['changes', 'versions'] as const;
/** The two parts of the history's room. */
export type HistoryTab = (typeof HISTORY_TABS)[number];

/** Which changes the history shows: those of a line, of a source, of a person, or all where these are null. */
export type ShownChanges = Pick<HistoryFilter, 'line' | 'source' | 'who'>;
export const EVERY_CHANGE: ShownChanges = { line: null, source: null, who: null };

/** The one amount whose history stands beside the grid. It takes the focus when it was asked for, not when it only follows the grid's. */
export type CellInHistory = {
  readonly ref: SeriesRef;
  readonly period: PeriodKey;
  readonly takesFocus: boolean;
};

/** How the plan is looked at: never part of the plan, never saved in it. */
export type ViewState = {
  readonly room: Room;
  readonly measure: GridMeasure;
  readonly sourcesMeasure: SourcesMeasure;
  readonly grouping: Grouping;
  /** Whose columns stand beside those of the plan as it is now. */
  readonly versionColumns: ReadonlySet<ShownVersionKind>;
  /** Ids of the rows that are folded up. */
  readonly folded: ReadonlySet<string>;
  /** What one unit of a shown figure is worth, in whole currency units: 1, 1000 or 1000000. */
  readonly scale: number;
  readonly isChecksOpen: boolean;
  /** The check whose evidence is marked in the grid. */
  readonly check: string | null;
  /** The cell that someone asked to be shown; a new object each time it is asked for. */
  readonly sought: CellAbout | null;
  readonly historyTab: HistoryTab;
  readonly shownChanges: ShownChanges;
  /** The cell whose history takes the place of the checks; null while none does. */
  readonly cellInHistory: CellInHistory | null;
  /** The two states that are compared on screen; null while the list of versions is there. */
  readonly compared: Compared | null;
  /** What the status bar says of the cell in focus. */
  readonly focusText: string | null;
};

export type ViewStore = StoreApi<ViewState>;

/** A narrow window starts with the checks folded away, so that the grid has room. */
export function makeViewStore(isNarrow: boolean): ViewStore {
  return createStore<ViewState>(() => ({
    room: 'plan',
    measure: 'need',
    sourcesMeasure: 'award',
    grouping: 'programme',
    versionColumns: new Set(),
    folded: new Set(),
    scale: 1,
    isChecksOpen: !isNarrow,
    check: null,
    sought: null,
    historyTab: 'changes',
    shownChanges: EVERY_CHANGE,
    cellInHistory: null,
    compared: null,
    focusText: null,
  }));
}

/** The set with the id in it when it was not, and without it when it was. */
export function toggled<Id extends string>(set: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

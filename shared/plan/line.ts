import type { YearId } from '../calendar/fiscal-year.ts';
import type { Series } from './series.ts';

export const LINE_KINDS = ['revenue', 'capital'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const STAGES = ['idea', 'business-plan', 'cost-plan', 'contracted', 'delivering', 'done'] as const;
type Stage = (typeof STAGES)[number];

export const ASSET_TYPES = [
  'standard-building',
  'non-standard-building',
  'standard-civil',
  'non-standard-civil',
  'equipment',
  'outsourcing',
] as const;
type AssetType = (typeof ASSET_TYPES)[number];

/** A dated statement by a named person. */
type Note = { readonly date: string; readonly text: string; readonly by: string };
type Owner = { readonly name: string; readonly role: string };
/** The weight is decimal text, not below 0. */
type ThemeWeight = { readonly theme: string; readonly weight: string };

type EvidenceEntry = {
  readonly factor: number;
  readonly document: string;
  readonly date: string | null;
  readonly page: string;
  readonly note: string;
};

export const INDICATOR_USES = ['justify', 'monitor', 'evaluate'] as const;
export const INDICATOR_LENSES = ['economies', 'effectiveness', 'efficiency', 'equality'] as const;
export const INDICATOR_LEVELS = ['output', 'outcome'] as const;

type Indicator = {
  readonly name: string;
  readonly use: (typeof INDICATOR_USES)[number] | null;
  readonly lens: (typeof INDICATOR_LENSES)[number] | null;
  readonly level: (typeof INDICATOR_LEVELS)[number] | null;
  readonly baseline: string;
  readonly baselineDate: string | null;
  readonly target: string;
  readonly targetYear: YearId | null;
  readonly source: string;
  readonly owner: string;
};

/** What is known of a line besides its amounts. */
export type LineDetails = {
  readonly code: string;
  readonly title: string;
  readonly programme: string;
  readonly place: string | null;
  readonly kind: LineKind;
  readonly recurring: boolean | null;
  readonly stage: Stage | null;
  readonly assetType: AssetType | null;
  /** Share of optimism bias that is mitigated, decimal text from 0 to 1. */
  readonly mitigation: string;
  readonly makesAsset: boolean | null;
  readonly completionYear: YearId | null;
  readonly runningCostLine: string | null;
  readonly nilRunningCost: Note | null;
  readonly deadline: string | null;
  readonly contractDate: string | null;
  readonly owner: Owner | null;
  readonly objectives: readonly string[];
  readonly themes: readonly ThemeWeight[];
  readonly isEvaluation: boolean;
  readonly exitNote: Note | null;
  readonly evidence: readonly EvidenceEntry[];
  readonly indicators: readonly Indicator[];
};

export const LINE_MEASURES = ['need', 'actual', 'risk', 'bias'] as const;
export type LineMeasure = (typeof LINE_MEASURES)[number];

/** One thing that the plan pays for: its need (gross, without contingency), actual spend, and contingency in two parts. */
export type Line = LineDetails & { readonly id: string } & Readonly<Record<LineMeasure, Series>>;

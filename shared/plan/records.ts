import type { YearId } from '../calendar/fiscal-year.ts';
import type { Minor } from '../money/amount.ts';
import type { PeriodKey } from './axis.ts';

/** Smaller parts of a plan: what is recorded beside its lines, sources and allocations. */
export type Objective = { readonly id: string; readonly title: string };
export type PlanPlace = { readonly id: string; readonly name: string; readonly weight: string | null };
export const REPORT_THEMES = ['economic', 'cultural', 'business', 'spatial'] as const;
export type ReportTheme = (typeof REPORT_THEMES)[number];
export type Theme = { readonly id: string; readonly title: string; readonly report: ReportTheme | null };
export const REVIEW_KINDS = ['monitoring', 'evaluation', 'gateway'] as const;
export type Review = { readonly date: string; readonly kind: (typeof REVIEW_KINDS)[number] };
export type Exchange = { readonly date: string; readonly kind: string; readonly change: string };
/** Capital outturn of past years, oldest first, in minor units; slippage as decimal text. */
export type Outturn = {
  readonly capital: readonly Minor[];
  readonly slippageAssumed: string | null;
  readonly slippageSeen: string | null;
};
export type PriceIndex = { readonly source: string; readonly values: Readonly<Record<YearId, string>> };
export type PriceBasis = { readonly kind: 'nominal' } | { readonly kind: 'real'; readonly baseYear: YearId };
export const PROFILES = ['standard', 'transformation', 'pilot'] as const;
export type Profile = (typeof PROFILES)[number];

export type ThresholdOverride = {
  readonly check: string;
  readonly name: string;
  readonly value: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

export const CELL_MEASURES = [
  'need',
  'actual',
  'risk',
  'bias',
  'award',
  'drawn',
  'certainty',
  'allocation',
] as const;
export type CellMeasure = (typeof CELL_MEASURES)[number];

export type Hold = {
  readonly measure: CellMeasure;
  readonly line: string | null;
  readonly source: string | null;
  readonly years: readonly PeriodKey[];
};
type VirementEnd = { readonly line: string; readonly source: string; readonly year: PeriodKey };
export type Virement = {
  readonly from: VirementEnd;
  readonly to: VirementEnd;
  readonly amount: Minor;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};
export type StatedTotal = {
  readonly measure: CellMeasure;
  readonly where: string;
  readonly stated: Minor;
  readonly computed: Minor;
  readonly cells: readonly { readonly line?: string; readonly source?: string; readonly year: PeriodKey }[];
  readonly quantum: Minor;
};

export type CommentTarget = {
  readonly kind: 'cell' | 'line' | 'source' | 'check';
  readonly line?: string;
  readonly source?: string;
  readonly measure?: CellMeasure;
  readonly year?: PeriodKey;
  readonly check?: string;
};
export type Comment = {
  readonly id: string;
  readonly on: CommentTarget;
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly replyTo?: string;
  readonly resolved?: boolean;
};
export type Acceptance = {
  readonly id: string;
  readonly check: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly value: string | null;
  readonly state: string;
  readonly withdraws?: string;
};
export const SIGN_OFF_ROLES = ['preparer', 'reviewer', 'chief-finance-officer'] as const;
export type SignOff = {
  readonly id: string;
  readonly role: (typeof SIGN_OFF_ROLES)[number];
  readonly by: string;
  readonly at: string;
  readonly robustness: string;
  readonly reserves: string;
  readonly digest: string;
  readonly previous: string | null;
  readonly withdraws?: string;
};

import type { Series } from './series.ts';

export const FUNDER_TYPES = [
  'national',
  'regional',
  'local-own',
  'supranational',
  'philanthropic',
  'private',
] as const;
export type FunderType = (typeof FUNDER_TYPES)[number];

/** Dates between which the money may be spent, both inclusive. */
type Window = { readonly from: string; readonly to: string };
export type Payment = { readonly mode: 'advance' } | { readonly mode: 'arrears'; readonly lagMonths: number };
export type RingFence =
  | { readonly kind: 'none' }
  | { readonly kind: 'theme'; readonly themes: readonly string[] }
  | { readonly kind: 'line'; readonly lines: readonly string[] };
export type CarryRule =
  | { readonly rule: 'free' }
  | { readonly rule: 'years'; readonly years: number }
  | { readonly rule: 'approval' }
  | { readonly rule: 'none' };
export const KIND_LIMITS = ['revenue', 'capital', 'either'] as const;
type KindLimit = (typeof KIND_LIMITS)[number];

/** 4 held, 3 contracted, 2 announced or indicative, 1 applied for, 0 unidentified. Secured is 3 or 4, expected 2 or more. */
export const CERTAINTIES = [0, 1, 2, 3, 4] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export type Taper = { readonly document: string; readonly date: string; readonly page: string };

/** What is known of a funding source besides its amounts; `null` is not known, but for the window. */
export type SourceDetails = {
  readonly name: string;
  readonly funder: string;
  readonly funderType: FunderType | null;
  readonly competitive: boolean | null;
  /** `null` is open-ended. */
  readonly window: Window | 'unknown' | null;
  readonly awardDate: string | null;
  readonly payment: Payment | null;
  readonly ringFence: RingFence | null;
  readonly kindLimit: KindLimit | null;
  readonly carry: CarryRule | null;
  /** Share of total cost that others must pay, decimal text, at least 0 and below 1. */
  readonly matchShare: string | null;
  readonly oneOff: boolean | null;
  readonly nextGateway: string | null;
  readonly taper: Taper | null;
  readonly conditionsRecorded: boolean | null;
  /** Share of the money that may be moved, decimal text. */
  readonly movableShare: string | null;
};

export const SOURCE_MEASURES = ['award', 'drawn'] as const;
export type SourceMeasure = (typeof SOURCE_MEASURES)[number];

/** Money that pays for lines: its terms, its award and how certain the award is in each period. */
export type Source = SourceDetails & {
  readonly id: string;
  readonly certainty: readonly (Certainty | null)[];
} & Readonly<Record<SourceMeasure, Series>>;

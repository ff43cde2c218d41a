import type { FiscalCalendar, YearId } from '../calendar/fiscal-year.ts';
import { planMessages } from '../messages/catalogue/plan.ts';
import { allocationId, makeAllocationTable, type Allocation } from './allocation.ts';
import { makeAxis, type YearAxis } from './axis.ts';
import type { Line, LineDetails, LineKind, LineMeasure } from './line.ts';
import type { Plan, PlanDetails } from './plan.ts';
import type { Acceptance, Comment, SignOff, Theme } from './records.ts';
import { blankSeries, type Series } from './series.ts';
import type { Certainty, Source, SourceDetails, SourceMeasure } from './source.ts';
import { makeTable } from './table.ts';

/** The four themes of the report, which a plan has unless it names its own. */
const DEFAULT_THEMES: readonly Theme[] = [
  { id: 'economic', title: planMessages['plan.theme-economic'], report: 'economic' },
  { id: 'cultural', title: planMessages['plan.theme-cultural'], report: 'cultural' },
  { id: 'business', title: planMessages['plan.theme-business'], report: 'business' },
  { id: 'spatial', title: planMessages['plan.theme-spatial'], report: 'spatial' },
];

const LOCALES_BY_CURRENCY: ReadonlyMap<string, string> = new Map([
  ['GBP', 'en-GB'],
  ['USD', 'en-US'],
  ['EUR', 'de-DE'],
  ['JPY', 'ja-JP'],
  ['CHF', 'de-CH'],
]);

/** The locale in which a plan of this currency is shown unless it says otherwise. It has no part in any figure. */
function defaultLocaleFor(currency: string): string {
  return LOCALES_BY_CURRENCY.get(currency) ?? 'en-GB';
}

type RequiredOfPlan = {
  readonly currency: string;
  readonly asOf: string;
  readonly calendar: FiscalCalendar;
  readonly years: readonly YearId[];
};

export type NewPlan = RequiredOfPlan &
  Partial<PlanDetails> & {
    readonly id?: string;
    readonly before?: boolean;
    readonly later?: boolean;
    readonly lines?: readonly Line[];
    readonly sources?: readonly Source[];
    readonly allocations?: readonly Allocation[];
    readonly comments?: readonly Comment[];
    readonly acceptances?: readonly Acceptance[];
    readonly signOffs?: readonly SignOff[];
  };

const PLAN_DEFAULTS = {
  id: '',
  title: '',
  place: null,
  priceBasis: { kind: 'nominal' },
  index: null,
  bridgingReserve: 0n,
  profile: 'standard',
  thresholds: [],
  assumptions: '',
  objectives: [],
  places: [],
  themes: DEFAULT_THEMES,
  reviews: [],
  exchanges: [],
  outturn: null,
  holds: [],
  virements: [],
  statedTotals: [],
  comments: [],
  acceptances: [],
  signOffs: [],
} as const satisfies Partial<Plan>;

/** Makes a plan; what is not given has the default of Plan JSON. The parts are expected to fit together. */
export function newPlan(given: NewPlan): Plan {
  const { years, before, later, lines, sources, allocations, ...details } = given;
  return {
    ...PLAN_DEFAULTS,
    locale: defaultLocaleFor(given.currency),
    ...details,
    axis: makeAxis(years, before, later),
    lines: makeTable(lines ?? []),
    sources: makeTable(sources ?? []),
    allocations: makeAllocationTable(allocations ?? []),
  };
}

export type NewLine = Partial<LineDetails> & {
  readonly id: string;
  readonly title: string;
  readonly kind: LineKind;
} & Partial<Record<LineMeasure, Series>>;

const LINE_DEFAULTS = {
  code: '',
  programme: '',
  place: null,
  recurring: null,
  stage: null,
  assetType: null,
  mitigation: '0',
  makesAsset: null,
  completionYear: null,
  runningCostLine: null,
  nilRunningCost: null,
  deadline: null,
  contractDate: null,
  owner: null,
  objectives: [],
  themes: [],
  isEvaluation: false,
  exitNote: null,
  evidence: [],
  indicators: [],
} as const satisfies Partial<LineDetails>;

/** Makes a line for a plan with these periods; measures that are not given are blank. */
export function newLine(axis: YearAxis, given: NewLine): Line {
  const blank = blankSeries(axis.periods.length);
  return { ...LINE_DEFAULTS, need: blank, actual: blank, risk: blank, bias: blank, ...given };
}

export type NewSource = Partial<SourceDetails> & {
  readonly id: string;
  readonly name: string;
  readonly funder: string;
  readonly certainty?: readonly (Certainty | null)[];
} & Partial<Record<SourceMeasure, Series>>;

const SOURCE_DEFAULTS = {
  funderType: null,
  competitive: null,
  window: null,
  awardDate: null,
  payment: null,
  ringFence: null,
  kindLimit: null,
  carry: null,
  matchShare: null,
  oneOff: null,
  nextGateway: null,
  taper: null,
  conditionsRecorded: null,
  movableShare: null,
} as const satisfies Partial<SourceDetails>;

/** Makes a source for a plan with these periods; terms that are not given are not known, and the window is open-ended. */
export function newSource(axis: YearAxis, given: NewSource): Source {
  const length = axis.periods.length;
  const blank = blankSeries(length);
  const certainty = Array<Certainty | null>(length).fill(null);
  return { ...SOURCE_DEFAULTS, award: blank, drawn: blank, certainty, ...given };
}

export type NewAllocation = {
  readonly line: string;
  readonly source: string;
  readonly matchFor?: string | null;
  readonly amounts?: Series;
};

/** Makes an allocation for a plan with these periods; its id follows from what it joins. */
export function newAllocation(axis: YearAxis, given: NewAllocation): Allocation {
  const { line, source, matchFor = null, amounts = blankSeries(axis.periods.length) } = given;
  return { id: allocationId(line, source, matchFor), line, source, matchFor, amounts };
}

import type { FiscalCalendar } from '../calendar/fiscal-year.ts';
import type { Minor } from '../money/amount.ts';
import type { AllocationTable } from './allocation.ts';
import type { YearAxis } from './axis.ts';
import type { Line } from './line.ts';
import type {
  Acceptance,
  Comment,
  Exchange,
  Hold,
  Objective,
  Outturn,
  PlanPlace,
  PriceBasis,
  PriceIndex,
  Profile,
  Review,
  SignOff,
  StatedTotal,
  Theme,
  ThresholdOverride,
  Virement,
} from './records.ts';
import type { Source } from './source.ts';
import type { Table } from './table.ts';

/** What is known of a plan besides its years, lines, sources, allocations and the records that are only ever added to. */
export type PlanDetails = {
  readonly title: string;
  readonly place: { readonly name: string; readonly population: number | null } | null;
  readonly currency: string;
  readonly locale: string;
  /** The date as of which the plan is judged, ISO. */
  readonly asOf: string;
  readonly calendar: FiscalCalendar;
  readonly priceBasis: PriceBasis;
  readonly index: PriceIndex | null;
  readonly bridgingReserve: Minor;
  readonly profile: Profile;
  readonly thresholds: readonly ThresholdOverride[];
  readonly assumptions: string;
  readonly objectives: readonly Objective[];
  readonly places: readonly PlanPlace[];
  readonly themes: readonly Theme[];
  readonly reviews: readonly Review[];
  readonly exchanges: readonly Exchange[];
  readonly outturn: Outturn | null;
  readonly holds: readonly Hold[];
  readonly virements: readonly Virement[];
  readonly statedTotals: readonly StatedTotal[];
};

/** A funding plan. Immutable: an edit answers a new plan that shares every part it did not touch. */
export type Plan = PlanDetails & {
  readonly id: string;
  readonly axis: YearAxis;
  readonly lines: Table<Line>;
  readonly sources: Table<Source>;
  readonly allocations: AllocationTable;
  readonly comments: readonly Comment[];
  readonly acceptances: readonly Acceptance[];
  readonly signOffs: readonly SignOff[];
};

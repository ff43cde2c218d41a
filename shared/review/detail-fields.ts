import type { LineDetails } from '../plan/line.ts';
import type { PlanDetails } from '../plan/plan.ts';
import type { SourceDetails } from '../plan/source.ts';

/** The keys of an object that names each key of a type once, so that the compiler misses none. */
function keysOf<Key extends string>(fields: Readonly<Record<Key, true>>): readonly Key[] {
  // The keys of a record are those of its type; the compiler loses that.
  return Object.keys(fields) as Key[];
}

/** What is compared of a plan itself, in the order in which changes are told. */
export const PLAN_FIELDS = keysOf<keyof PlanDetails>({
  title: true,
  place: true,
  currency: true,
  locale: true,
  asOf: true,
  calendar: true,
  priceBasis: true,
  index: true,
  bridgingReserve: true,
  profile: true,
  thresholds: true,
  assumptions: true,
  objectives: true,
  places: true,
  themes: true,
  reviews: true,
  exchanges: true,
  outturn: true,
  holds: true,
  virements: true,
  statedTotals: true,
});

/** What is compared of a line besides its amounts. */
export const LINE_FIELDS = keysOf<keyof LineDetails>({
  code: true,
  title: true,
  programme: true,
  place: true,
  kind: true,
  recurring: true,
  stage: true,
  assetType: true,
  mitigation: true,
  makesAsset: true,
  completionYear: true,
  runningCostLine: true,
  nilRunningCost: true,
  deadline: true,
  contractDate: true,
  owner: true,
  objectives: true,
  themes: true,
  isEvaluation: true,
  exitNote: true,
  evidence: true,
  indicators: true,
});

/** What is compared of a source besides its amounts and their certainty. */
export const SOURCE_FIELDS = keysOf<keyof SourceDetails>({
  name: true,
  funder: true,
  funderType: true,
  competitive: true,
  window: true,
  awardDate: true,
  payment: true,
  ringFence: true,
  kindLimit: true,
  carry: true,
  matchShare: true,
  oneOff: true,
  nextGateway: true,
  taper: true,
  conditionsRecorded: true,
  movableShare: true,
});

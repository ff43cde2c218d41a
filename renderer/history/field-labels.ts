import type { PlainMessageId } from '#shared/messages/message.ts';
import type { LineDetails } from '#shared/plan/line.ts';
import type { PlanDetails } from '#shared/plan/plan.ts';
import type { SourceDetails } from '#shared/plan/source.ts';

type Labels<Details> = Readonly<Record<keyof Details, PlainMessageId>>;

/** What the fields of a line are called: as in the forms where there is one. */
export const LINE_LABELS: Labels<LineDetails> = {
  code: 'window.line-code',
  title: 'window.line-title',
  programme: 'window.line-programme',
  place: 'field.place',
  kind: 'window.line-kind',
  recurring: 'field.recurring',
  stage: 'field.stage',
  assetType: 'field.asset-type',
  mitigation: 'field.mitigation',
  makesAsset: 'field.makes-asset',
  completionYear: 'field.completion-year',
  runningCostLine: 'field.running-cost-line',
  nilRunningCost: 'field.nil-running-cost',
  deadline: 'field.deadline',
  contractDate: 'field.contract-date',
  owner: 'field.owner',
  objectives: 'field.objectives',
  themes: 'field.themes',
  isEvaluation: 'field.is-evaluation',
  exitNote: 'field.exit-note',
  evidence: 'field.evidence',
  indicators: 'field.indicators',
};

/** What the terms of a source are called. */
export const SOURCE_LABELS: Labels<SourceDetails> = {
  name: 'window.source-name',
  funder: 'window.source-funder',
  funderType: 'window.source-column-type',
  competitive: 'window.term-competitive',
  window: 'window.term-window',
  awardDate: 'window.term-award-date',
  payment: 'window.term-payment',
  ringFence: 'window.term-ring-fence',
  kindLimit: 'window.term-kind-limit',
  carry: 'window.term-carry',
  matchShare: 'window.term-match-share',
  oneOff: 'window.term-one-off',
  nextGateway: 'window.term-gateway',
  taper: 'window.term-taper',
  conditionsRecorded: 'window.term-conditions',
  movableShare: 'window.term-movable',
};

/** What the details of a plan are called. */
export const PLAN_LABELS: Labels<PlanDetails> = {
  title: 'field.plan-title',
  place: 'field.place',
  currency: 'field.currency',
  locale: 'field.locale',
  asOf: 'field.as-of',
  calendar: 'field.calendar',
  priceBasis: 'field.price-basis',
  index: 'field.price-index',
  bridgingReserve: 'field.bridging-reserve',
  profile: 'field.profile',
  thresholds: 'field.thresholds',
  assumptions: 'field.assumptions',
  objectives: 'field.objectives',
  places: 'field.places',
  themes: 'field.themes',
  reviews: 'field.reviews',
  exchanges: 'field.exchanges',
  outturn: 'field.outturn',
  holds: 'field.holds',
  virements: 'field.virements',
  statedTotals: 'field.stated-totals',
};

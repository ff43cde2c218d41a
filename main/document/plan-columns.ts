import type { LineDetails } from '#shared/plan/line.ts';
import type { PlanDetails } from '#shared/plan/plan.ts';
import type { Acceptance, Comment, SignOff } from '#shared/plan/records.ts';
import type { SourceDetails } from '#shared/plan/source.ts';
import type { Columns } from './column.ts';

/** Where each field of a plan stands in its file. The compiler holds that no field is forgotten. */
export const PLAN_COLUMNS = {
  title: ['title', 'text'],
  place: ['place', 'json'],
  currency: ['currency', 'text'],
  locale: ['locale', 'text'],
  asOf: ['as_of', 'text'],
  calendar: ['calendar', 'json'],
  priceBasis: ['price_basis', 'json'],
  index: ['price_index', 'json'],
  bridgingReserve: ['bridging_reserve', 'integer'],
  profile: ['profile', 'text'],
  thresholds: ['thresholds', 'json'],
  assumptions: ['assumptions', 'text'],
  objectives: ['objectives', 'json'],
  places: ['places', 'json'],
  themes: ['themes', 'json'],
  reviews: ['reviews', 'json'],
  exchanges: ['exchanges', 'json'],
  outturn: ['outturn', 'json'],
  holds: ['holds', 'json'],
  virements: ['virements', 'json'],
  statedTotals: ['stated_totals', 'json'],
} as const satisfies Columns<keyof PlanDetails>;

export const LINE_COLUMNS = {
  code: ['code', 'text'],
  title: ['title', 'text'],
  programme: ['programme', 'text'],
  place: ['place', 'text'],
  kind: ['kind', 'text'],
  recurring: ['recurring', 'flag'],
  stage: ['stage', 'text'],
  assetType: ['asset_type', 'text'],
  mitigation: ['mitigation', 'text'],
  makesAsset: ['makes_asset', 'flag'],
  completionYear: ['completion_year', 'text'],
  runningCostLine: ['running_cost_line', 'text'],
  nilRunningCost: ['nil_running_cost', 'json'],
  deadline: ['deadline', 'text'],
  contractDate: ['contract_date', 'text'],
  owner: ['owner', 'json'],
  objectives: ['objectives', 'json'],
  themes: ['themes', 'json'],
  isEvaluation: ['is_evaluation', 'flag'],
  exitNote: ['exit_note', 'json'],
  evidence: ['evidence', 'json'],
  indicators: ['indicators', 'json'],
} as const satisfies Columns<keyof LineDetails>;

export const SOURCE_COLUMNS = {
  name: ['name', 'text'],
  funder: ['funder', 'text'],
  funderType: ['funder_type', 'text'],
  competitive: ['competitive', 'flag'],
  window: ['spending_window', 'json'],
  awardDate: ['award_date', 'text'],
  payment: ['payment', 'json'],
  ringFence: ['ring_fence', 'json'],
  kindLimit: ['kind_limit', 'text'],
  carry: ['carry', 'json'],
  matchShare: ['match_share', 'text'],
  oneOff: ['one_off', 'flag'],
  nextGateway: ['next_gateway', 'text'],
  taper: ['taper', 'json'],
  conditionsRecorded: ['conditions_recorded', 'flag'],
  movableShare: ['movable_share', 'text'],
} as const satisfies Columns<keyof SourceDetails>;

export const ALLOCATION_COLUMNS = {
  line: ['line', 'text'],
  source: ['source', 'text'],
  matchFor: ['match_for', 'text'],
} as const satisfies Columns<'line' | 'source' | 'matchFor'>;

export const COMMENT_COLUMNS = {
  id: ['id', 'text'],
  on: ['made_on', 'json'],
  text: ['text', 'text'],
  by: ['made_by', 'text'],
  at: ['made_at', 'text'],
  replyTo: ['reply_to', 'text'],
  resolved: ['resolved', 'flag'],
} as const satisfies Columns<keyof Comment>;

export const ACCEPTANCE_COLUMNS = {
  id: ['id', 'text'],
  check: ['check_id', 'text'],
  reason: ['reason', 'text'],
  by: ['made_by', 'text'],
  at: ['made_at', 'text'],
  value: ['value', 'text'],
  state: ['state', 'text'],
  withdraws: ['withdraws', 'text'],
} as const satisfies Columns<keyof Acceptance>;

export const SIGN_OFF_COLUMNS = {
  id: ['id', 'text'],
  role: ['role', 'text'],
  by: ['made_by', 'text'],
  at: ['made_at', 'text'],
  robustness: ['robustness', 'text'],
  reserves: ['reserves', 'text'],
  digest: ['digest', 'text'],
  previous: ['previous', 'text'],
  withdraws: ['withdraws', 'text'],
} as const satisfies Columns<keyof SignOff>;

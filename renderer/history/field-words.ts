import type { LineDetails } from '#shared/plan/line.ts';
import type { PlanDetails } from '#shared/plan/plan.ts';
import type { SourceDetails } from '#shared/plan/source.ts';
import { amountWords } from './change-reader.ts';
import {
  asChoice,
  asDate,
  asLine,
  asList,
  asMember,
  asNameIn,
  asShare,
  asText,
  asYear,
  asYesNo,
  memberOf,
  type ValueWords,
} from './value-words.ts';

type Words<Details> = Readonly<Record<keyof Details, ValueWords>>;

const asTheme = asNameIn(({ plan }) => plan.themes);

export const LINE_WORDS: Words<LineDetails> = {
  code: asText,
  title: asText,
  programme: asText,
  place: asNameIn(({ plan }) => plan.places),
  kind: asChoice({ revenue: 'window.kind-revenue', capital: 'window.kind-capital' }),
  recurring: asYesNo,
  stage: asChoice({
    idea: 'field.stage-idea',
    'business-plan': 'field.stage-business-plan',
    'cost-plan': 'field.stage-cost-plan',
    contracted: 'field.stage-contracted',
    delivering: 'field.stage-delivering',
    done: 'field.stage-done',
  }),
  assetType: asChoice({
    'standard-building': 'field.asset-standard-building',
    'non-standard-building': 'field.asset-non-standard-building',
    'standard-civil': 'field.asset-standard-civil',
    'non-standard-civil': 'field.asset-non-standard-civil',
    equipment: 'field.asset-equipment',
    outsourcing: 'field.asset-outsourcing',
  }),
  mitigation: asShare,
  makesAsset: asYesNo,
  completionYear: asYear,
  runningCostLine: asLine,
  nilRunningCost: asMember('text'),
  deadline: asDate,
  contractDate: asDate,
  owner: (value, { say }) => {
    const [name, role] = [memberOf(value, 'name'), memberOf(value, 'role')];
    if (typeof name !== 'string' || typeof role !== 'string') return null;
    return say({ id: 'field.person', values: { name, role } });
  },
  objectives: asList(asNameIn(({ plan }) => plan.objectives)),
  themes: asList((value, reader) => asTheme(memberOf(value, 'theme'), reader)),
  isEvaluation: asYesNo,
  exitNote: asMember('text'),
  evidence: asList(asMember('document')),
  indicators: asList(asMember('name')),
};

export const SOURCE_WORDS: Words<SourceDetails> = {
  name: asText,
  funder: asText,
  funderType: asChoice({
    national: 'window.funder-national',
    regional: 'window.funder-regional',
    'local-own': 'window.funder-local-own',
    supranational: 'window.funder-supranational',
    philanthropic: 'window.funder-philanthropic',
    private: 'window.funder-private',
  }),
  competitive: asYesNo,
  window: (value, { say }) => {
    if (value === 'unknown') return say('window.not-known');
    const [from, to] = [memberOf(value, 'from'), memberOf(value, 'to')];
    return typeof from === 'string' && typeof to === 'string'
      ? say({ id: 'field.window', values: { from, to } })
      : null;
  },
  awardDate: asDate,
  payment: (value, { say }) => {
    if (memberOf(value, 'mode') === 'advance') return say('window.payment-advance');
    const months = memberOf(value, 'lagMonths');
    return typeof months === 'number' ? say({ id: 'field.arrears', values: { months } }) : null;
  },
  ringFence: (value, reader) => {
    const kind = memberOf(value, 'kind');
    if (kind === 'none') return reader.say('window.ring-fence-none');
    if (kind === 'theme') return asMember('themes', asList(asTheme))(value, reader);
    return asMember('lines', asList(asLine))(value, reader);
  },
  kindLimit: asChoice({
    revenue: 'window.kind-limit-revenue',
    capital: 'window.kind-limit-capital',
    either: 'window.kind-limit-either',
  }),
  carry: (value, reader) => {
    const years = memberOf(value, 'years');
    if (typeof years === 'number') return reader.say({ id: 'field.carry-years', values: { years } });
    return asMember('rule', CARRY_RULE)(value, reader);
  },
  matchShare: asShare,
  oneOff: asYesNo,
  nextGateway: asDate,
  taper: asMember('document'),
  conditionsRecorded: asYesNo,
  movableShare: asShare,
};

const CARRY_RULE = asChoice({
  free: 'window.carry-free',
  approval: 'window.carry-approval',
  none: 'window.carry-none',
});

export const PLAN_WORDS: Words<PlanDetails> = {
  title: asText,
  place: asMember('name'),
  currency: asText,
  locale: asText,
  asOf: asDate,
  calendar: (value, { formats, say }) => {
    const start = memberOf(value, 'startMonth');
    if (typeof start !== 'number') return null;
    const format = new Intl.DateTimeFormat(formats.locale, { month: 'long', timeZone: 'UTC' });
    const month = format.format(Date.UTC(2000, start - 1, 1));
    return say({ id: 'field.calendar-starts', values: { month } });
  },
  priceBasis: (value, { say }) => {
    const year = memberOf(value, 'baseYear');
    return typeof year === 'string'
      ? say({ id: 'window.real-prices', values: { year } })
      : say('window.cash-prices');
  },
  index: asMember('source'),
  bridgingReserve: (value, reader) => (typeof value === 'bigint' ? amountWords(reader, value) : null),
  profile: asChoice({
    standard: 'field.profile-standard',
    transformation: 'field.profile-transformation',
    pilot: 'field.profile-pilot',
  }),
  thresholds: asList(asMember('name')),
  assumptions: asText,
  objectives: asList(asMember('title')),
  places: asList(asMember('name')),
  themes: asList(asMember('title')),
  reviews: asList(asMember('date', asDate)),
  exchanges: asList(asMember('change')),
  outturn: () => null,
  holds: asList(() => null),
  virements: asList(asMember('reason')),
  statedTotals: asList(asMember('where')),
};

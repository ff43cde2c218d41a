import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type Counted = { readonly count: number };

/** What the fields of a line and of a plan are called where no form names them yet, and the words for their values. */
export const fieldMessages = {
  'field.place': 'Place',
  'field.recurring': 'Recurring',
  'field.stage': 'Stage',
  'field.stage-idea': 'Idea',
  'field.stage-business-plan': 'Business plan',
  'field.stage-cost-plan': 'Cost plan',
  'field.stage-contracted': 'Contracted',
  'field.stage-delivering': 'Delivering',
  'field.stage-done': 'Done',
  'field.asset-type': 'Asset type',
  'field.asset-standard-building': 'Standard building',
  'field.asset-non-standard-building': 'Non-standard building',
  'field.asset-standard-civil': 'Standard civil engineering',
  'field.asset-non-standard-civil': 'Non-standard civil engineering',
  'field.asset-equipment': 'Equipment',
  'field.asset-outsourcing': 'Outsourcing',
  'field.mitigation': 'Optimism bias mitigated',
  'field.makes-asset': 'Makes an asset',
  'field.completion-year': 'Completion year',
  'field.running-cost-line': 'Line of its running costs',
  'field.nil-running-cost': 'Statement of no running costs',
  'field.deadline': 'Deadline',
  'field.contract-date': 'Contract date',
  'field.owner': 'Owner',
  'field.objectives': 'Objectives',
  'field.themes': 'Themes',
  'field.is-evaluation': 'Is an evaluation',
  'field.exit-note': 'Exit note',
  'field.evidence': 'Evidence',
  'field.indicators': 'Indicators',

  'field.plan-title': 'Title',
  'field.currency': 'Currency',
  'field.locale': 'Numbers and dates',
  'field.as-of': 'As-of date',
  'field.calendar': 'Fiscal year',
  'field.calendar-starts': ({ month }: { readonly month: string }) => `starts in ${month}`,
  'field.price-basis': 'Price basis',
  'field.price-index': 'Price index',
  'field.bridging-reserve': 'Bridging reserve',
  'field.profile': 'Profile',
  'field.profile-standard': 'Standard',
  'field.profile-transformation': 'Transformation',
  'field.profile-pilot': 'Pilot',
  'field.thresholds': 'Thresholds',
  'field.assumptions': 'Core assumptions',
  'field.places': 'Places',
  'field.reviews': 'Review schedule',
  'field.exchanges': 'Knowledge exchanges',
  'field.outturn': 'Capital outturn of past years',
  'field.holds': 'Holds',
  'field.virements': 'Virements',
  'field.stated-totals': 'Totals stated in the file',

  'field.none': 'none',
  'field.items': ({ count }: Counted, { plural }: Formats) => plural(count, 'entry', 'entries'),
  'field.person': ({ name, role }: { readonly name: string; readonly role: string }) =>
    role === '' ? name : `${name}, ${role}`,
  'field.arrears': ({ months }: { readonly months: number }, { plural }: Formats) =>
    `in arrears, ${plural(months, 'month', 'months')} after spending`,
  'field.window': ({ from, to }: { readonly from: string; readonly to: string }, { date }: Formats) =>
    `${date(from)} – ${date(to)}`,
  'field.carry-years': ({ years }: { readonly years: number }, { plural }: Formats) =>
    `carries over for ${plural(years, 'year', 'years')}`,
} as const satisfies Record<string, CatalogueText>;

import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

type Drop = {
  readonly from: string;
  readonly to: string;
  readonly drop: string;
  readonly amount: string;
  readonly isTapered: boolean;
};

function writeDrop(
  { from, to, drop, amount: lost, isTapered }: Drop,
  { amount, share, year }: Formats,
): string {
  const announced = isTapered ? ', by a taper that is on record for every source that gives less' : '';
  return `from ${year(from)} to ${year(to)}: ${amount(lost)}, or ${share(drop)} of its highest year${announced}`;
}

/** Texts of the checks of longevity: does it last? */
export const longevityMessages = {
  'check.LG-1.name': 'Horizon',
  'check.LG-1.question': 'How far does the plan look?',
  'check.LG-1.not-applicable': 'No year of the plan has a need or funding above nil yet.',
  'check.LG-1.result': (
    {
      years,
      first,
      last,
      hasLater,
      wanted,
    }: {
      readonly years: number;
      readonly first: string | null;
      readonly last: string | null;
      readonly hasLater: boolean;
      readonly wanted: string | null;
    },
    { number, plural, year }: Formats,
  ) => {
    const span =
      first === null || last === null
        ? ''
        : first === last
          ? `, ${year(first)}`
          : `, from ${year(first)} to ${year(last)}`;
    const later = hasLater ? '; the years after the plan’s last count as one' : '';
    const missing =
      wanted === null ? '' : ` A plan of this kind looks at least ${number(wanted)} years ahead.`;
    return `The plan looks over ${plural(years, 'year', 'years')}${span}${later}.${missing}`;
  },

  'check.LG-2.name': 'Unbroken funded run',
  'check.LG-2.question': 'For how many years on end is most of the need covered?',
  'check.LG-2.not-applicable': 'No line has a need in the years of the plan.',
  'check.LG-2.result': (
    {
      years,
      cover,
      secured,
      broken,
    }: {
      readonly years: number;
      readonly cover: string;
      readonly secured: number;
      readonly broken: { readonly year: string; readonly cover: string } | null;
    },
    { plural, share, year }: Formats,
  ) => {
    const run =
      years === 0
        ? `Expected money does not cover ${share(cover)} of the need even in the plan’s first year.`
        : `Expected money covers at least ${share(cover)} of the need for ${plural(years, 'year', 'years')} on end.`;
    const stop =
      broken === null
        ? ' The run lasts as long as the plan has need.'
        : ` In ${year(broken.year)} it covers ${share(broken.cover)}.`;
    return `${run}${stop} Held or contracted money alone does so for ${plural(secured, 'year', 'years')}.`;
  },

  'check.LG-4.name': 'Cliff edge',
  'check.LG-4.question': 'Does funding drop faster than need?',
  'check.LG-4.one-year': 'The plan has one year, so nothing can drop from one year to the next.',
  'check.LG-4.not-applicable': 'Nothing of the need is paid for in any year, so nothing can drop.',
  'check.LG-4.result': (
    {
      worst,
      decided,
      ending,
    }: {
      readonly worst: Drop | null;
      /** The pair of years that decided the state, where another pair drops more but is announced. */
      readonly decided: Drop | null;
      readonly ending: {
        readonly source: string;
        readonly line: string;
        readonly amount: string;
        readonly others: number;
      } | null;
    },
    formats: Formats,
  ) => {
    const parts = [
      worst === null
        ? 'What is paid of the need never drops faster than the need itself.'
        : `The steepest drop beyond what falls away in need is ${writeDrop(worst, formats)}.`,
    ];
    if (decided !== null) parts.push(`What decides is the drop ${writeDrop(decided, formats)}.`);
    if (ending !== null) {
      const others =
        ending.others > 0
          ? ` (and ${formats.plural(ending.others, 'other such end', 'other such ends')})`
          : '';
      parts.push(
        `${ending.source} ends while ${ending.line} still needs ${formats.amount(ending.amount)} that no other source pays towards${others}.`,
      );
    }
    return parts.join(' ');
  },
} as const satisfies Record<string, CatalogueText>;

import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

type SourceCell = {
  readonly source: string;
  readonly period: string;
  readonly amount: string;
  readonly others: number;
};

/** Texts of the checks of responsiveness: does the money come where and when it is needed? */
export const responsivenessMessages = {
  'check.RS-5.name': 'Room to move',
  'check.RS-5.question': 'How much of the money can be moved when things change?',
  'check.RS-5.not-applicable': 'No line has funding yet, so there is nothing to move.',
  'check.RS-5.result': (
    {
      share: movable,
      amount: all,
      tied,
    }: {
      readonly share: string;
      readonly amount: string;
      readonly tied: { readonly source: string; readonly amount: string } | null;
    },
    { amount, share }: Formats,
  ) => {
    const largest =
      tied === null
        ? ' Nothing is tied to a theme or a line.'
        : ` The largest source tied to a theme or a line is ${tied.source}, ${amount(tied.amount)}.`;
    return `${share(movable)} of the ${amount(all)} of funding can be moved when things change.${largest}`;
  },

  'check.RS-6.name': 'Lapse and clawback',
  'check.RS-6.question': 'Will any money be lost?',
  'check.RS-6.not-applicable': 'No source has an award yet, so nothing can be lost.',
  'check.RS-6.result': (
    {
      lapsed,
      lapsing,
      undrawn,
      waiting,
      most,
      unjudged,
    }: {
      readonly lapsed: string;
      readonly lapsing: SourceCell | null;
      readonly undrawn: SourceCell | null;
      readonly waiting: SourceCell | null;
      readonly most: string;
      readonly unjudged: number;
    },
    { amount, number, plural, year }: Formats,
  ) => {
    const more = ({ others }: SourceCell) =>
      others > 0 ? ` (and ${plural(others, 'other year', 'other years')})` : '';
    const parts = [
      lapsing === null
        ? 'No award lapses unused.'
        : `${amount(lapsed)} lapses unused. The largest part is ${lapsing.source} at the end of ${year(lapsing.period)}, ${amount(lapsing.amount)}${more(lapsing)}.`,
    ];
    if (undrawn !== null) {
      parts.push(
        `${undrawn.source} has ${amount(undrawn.amount)} not drawn in ${year(undrawn.period)}, more than ${number(most)} times that year’s award${more(undrawn)}.`,
      );
    }
    if (waiting !== null) {
      parts.push(
        `Carrying money on needs the funder’s approval: ${waiting.source} at the end of ${year(waiting.period)}, ${amount(waiting.amount)}${more(waiting)}.`,
      );
    }
    if (unjudged > 0) parts.push(`${plural(unjudged, 'source', 'sources')} cannot be judged yet.`);
    return parts.join(' ');
  },
} as const satisfies Record<string, CatalogueText>;

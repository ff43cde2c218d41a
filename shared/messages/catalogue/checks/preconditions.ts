import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

type SourceCell = { readonly source: string; readonly period: string; readonly amount: string };

/** Texts of the checks that come first: do the figures add up, and are the terms kept? */
export const preconditionMessages = {
  'check.INT-2.name': 'Over-allocation',
  'check.INT-2.question': 'Is any source promised more than it gives?',
  'check.INT-2.not-applicable': 'No source pays for anything in the years of the plan yet.',
  'check.INT-2.result': (
    {
      overuse,
      largest,
      others,
      sources,
      unjudged,
    }: {
      readonly overuse: string | null;
      readonly largest: SourceCell | null;
      readonly others: number;
      readonly sources: number;
      readonly unjudged: number;
    },
    { amount, year, plural }: Formats,
  ) => {
    const unsaid = unjudged > 0 ? ` ${plural(unjudged, 'source', 'sources')} cannot be judged yet.` : '';
    if (largest === null)
      return `No source is promised more than it gives (${plural(sources, 'source', 'sources')} looked at).${unsaid}`;
    const where = `${largest.source} in ${year(largest.period)}, ${amount(largest.amount)}`;
    const more = others > 0 ? ` (and ${plural(others, 'other year', 'other years')})` : '';
    return overuse === null
      ? `No source is promised more than it gives, but money carried over needs the funder’s approval: ${where}${more}.`
      : `Sources are promised ${amount(overuse)} more than they give. The largest part is ${where}${more}.${unsaid}`;
  },
} as const satisfies Record<string, CatalogueText>;

import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

const NEGATIVE_NEED =
  'lines with a negative need, such as recoveries, count against it, and the money of the other lines does not make up for them yet.';

function isBelowZero(decimalText: string): boolean {
  return decimalText.startsWith('-');
}

/** Texts of the checks of scale: is it enough? */
export const scaleMessages = {
  'check.SC-1.name': 'Cover',
  'check.SC-1.question': 'Does the plan fund what it says is needed?',
  'check.SC-1.not-applicable': 'No line has a need, so there is nothing to cover.',
  'check.SC-1.result': (
    {
      cover,
      weakest,
      gap,
      surplus,
    }: {
      readonly cover: string;
      readonly weakest: { readonly year: string; readonly need: string; readonly paid: string } | null;
      readonly gap: { readonly line: string; readonly period: string; readonly amount: string } | null;
      readonly surplus: string | null;
    },
    { amount, share, year }: Formats,
  ) => {
    if (isBelowZero(cover)) {
      return `Cover is ${share(cover)}: ${NEGATIVE_NEED}${gap === null ? '' : ` The largest gap is ${gap.line} in ${year(gap.period)}, ${amount(gap.amount)}.`}`;
    }
    const parts = [
      gap === null ? 'All of the need is paid for.' : `${share(cover)} of the need is paid for.`,
    ];
    if (weakest !== null && isBelowZero(weakest.paid)) {
      parts.push(`The weakest year is ${year(weakest.year)}: ${NEGATIVE_NEED}`);
    } else if (weakest !== null) {
      parts.push(
        `The weakest year is ${year(weakest.year)}: need is ${amount(weakest.need)}, and ${amount(weakest.paid)} of it is paid for.`,
      );
    }
    if (gap !== null)
      parts.push(`The largest gap is ${gap.line} in ${year(gap.period)}, ${amount(gap.amount)}.`);
    if (surplus !== null)
      parts.push(`${amount(surplus)} stands on lines that need less, where it closes no gap.`);
    return parts.join(' ');
  },

  'check.SC-2.name': 'Secured cover',
  'check.SC-2.question': 'How much of that is really committed?',
  'check.SC-2.not-applicable': 'No line has a need in the years of the plan, so there is nothing to secure.',
  'check.SC-2.result': (
    values: {
      readonly secured: string;
      readonly year: string;
      readonly yearSecured: string | null;
      readonly lastYear: string;
      readonly threeYears: string | null;
      readonly unidentified: string | null;
    },
    { amount, share, year }: Formats,
  ) => {
    const { secured, yearSecured, lastYear, threeYears, unidentified } = values;
    const first = year(values.year);
    if (isBelowZero(secured)) return `Secured cover is ${share(secured)}: ${NEGATIVE_NEED}`;
    const parts = [`Held or contracted money covers ${share(secured)} of the need over the plan’s years.`];
    parts.push(
      yearSecured === null
        ? `${first} has no need.`
        : `In ${first} it covers ${share(yearSecured)} of that year’s need.`,
    );
    if (threeYears !== null && lastYear !== values.year) {
      parts.push(`From ${first} to ${year(lastYear)} it covers ${share(threeYears)}.`);
    }
    if (unidentified !== null) {
      parts.push(`${amount(unidentified)} of the funding in ${first} has no source yet (certainty 0).`);
    }
    return parts.join(' ');
  },
} as const satisfies Record<string, CatalogueText>;

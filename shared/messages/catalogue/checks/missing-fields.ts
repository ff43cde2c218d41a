import type { CatalogueText } from '../../catalogue-text.ts';
import type { Formats } from '../../formats.ts';

/** What a field is called where a check lists it as missing. */
const FIELDS = {
  need: 'Need',
  award: 'Award',
  certainty: 'Certainty',
  carry: 'Carry-over rule',
  ringFence: 'Ring-fence',
  window: 'Window',
} as const;

function fieldName(field: string): string {
  const known: Readonly<Record<string, string>> = FIELDS;
  return known[field] ?? field;
}

type MissingCell = {
  readonly field: string;
  readonly line: string | null;
  readonly source: string | null;
  readonly period: string | null;
};

function writeMissing({ field, line, source, period }: MissingCell, { year }: Formats): string {
  const row = [line, source].filter((name) => name !== null).join(' from ');
  const of = row === '' ? '' : ` of ${row}`;
  return `${fieldName(field).toLowerCase()}${of}${period === null ? '' : ` in ${year(period)}`}`;
}

/** Texts about what a check needs and does not find. */
export const missingMessages = {
  'missing.need': FIELDS.need,
  'missing.award': FIELDS.award,
  'missing.certainty': FIELDS.certainty,
  'missing.carry': FIELDS.carry,
  'missing.ringFence': FIELDS.ringFence,
  'missing.window': FIELDS.window,
  'missing.entry': (values: MissingCell, formats: Formats) => {
    const text = writeMissing(values, formats);
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  'check.cannot-be-judged': (
    {
      others,
      failsAnyway,
      ...first
    }: MissingCell & { readonly others: number; readonly failsAnyway: boolean },
    formats: Formats,
  ) => {
    const more =
      others > 0 ? `, and ${formats.plural(others, 'more entry', 'more entries')} that this check needs` : '';
    const certain = failsAnyway
      ? ' It fails already on what is known, whatever the rest turns out to be.'
      : '';
    return `This cannot be judged yet. What is missing: the ${writeMissing(first, formats)}${more}.${certain}`;
  },
} as const satisfies Record<string, CatalogueText>;

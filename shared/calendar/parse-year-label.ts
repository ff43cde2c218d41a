import { parseScaleWords } from '#shared/money/scale-words.ts';
import { MONTH_NAME } from './months.ts';
import { bucketAroundYear, bucketWithoutYear } from './year-buckets.ts';
import { findYearMentions } from './year-mentions.ts';
import type { YearMarker, YearMention } from './year-mentions.ts';
import { normaliseYearText, tidyWords } from './year-text.ts';

/** One fiscal year as a label names it; which twelve months it is depends on the calendar. */
export type NamedYear = {
  readonly kind: 'year';
  /** The calendar year that is named, the first of two. */
  readonly first: number;
  /** The second calendar year of `2025/26`; null when only one is named. */
  readonly second: number | null;
  readonly marker: YearMarker;
  /** The other words of the label, such as `Proposed`, `Ansatz` or `Total`. */
  readonly measureWord: string | null;
  readonly original: string;
};

export type YearLabel =
  | NamedYear
  | {
      readonly kind: 'bucket';
      readonly bucket: 'before' | 'later';
      /** The year it refers to, when it names one. */
      readonly of: NamedYear | null;
      /** Whether that year belongs to the bucket. */
      readonly inclusive: boolean;
      readonly measureWord: string | null;
      readonly original: string;
    }
  /** Several years at once; both calendar years are those named first and last. */
  | { readonly kind: 'span'; readonly first: number; readonly last: number; readonly original: string };

/** Longer texts are sentences that mention a year. */
const LONGEST_LABEL = 80;
/** The running number of a year beside its name: `Year 1 2025/26`. */
const ORDINAL = /(?<!fiscal |financial |\p{L})(?:year|yr|jahr|année)\.? ?\d{1,2}(?!\d|'| ?[/-] ?\d)/giu;
/** Words for a year that say nothing more about it. */
const EMPTY_WORDS = /^(?:in|en|year|yr|jahr|haushaltsjahr|année|exercice|年度?)$/i;
const MONTH = new RegExp(MONTH_NAME, 'iu');
/** Most labels are plain words: they are spared the search for a scale. */
const MAY_STATE_SCALE = /[\d\p{Sc}円]|EUR|GBP|USD|thousand|million|billion|tsd|mio|mrd|millier/iu;
const JOIN = /^\s?(?:-|to|bis|à|au|through|until|~)\s?$/i;

/**
 * Reads what a header calls a year: `2025/26`, `FY26`, `Ansatz 2026`, `令和7年度`, `Before 2020/21`, `au-delà`.
 * Null for anything that names no year or cannot be told from a date, an amount, a code or a sum over years.
 * @example parseYearLabel('FY 2013-14 Proposed') // first 2013, second 2014, marker fy, measureWord Proposed
 */
export function parseYearLabel(text: string): YearLabel | null {
  const tidied = normaliseYearText(text);
  if (tidied === '' || tidied.length > LONGEST_LABEL) return null;
  const label = tidied.replace(ORDINAL, ' ');
  const mentions = /[\d元]/.test(label) ? findYearMentions(label) : [];
  if (mentions === null) return null;
  const [one, two, ...more] = mentions;
  if (one === undefined) return bucketOf(bucketWithoutYear(withoutScale(label)), null, text);
  if (two === undefined) return readSingle(label, one, text);
  return more.length > 0 ? null : readDouble(label, one, two, text);
}

function readSingle(label: string, mention: YearMention, original: string): YearLabel | null {
  const { first, second } = mention;
  if (second !== null && second > first + 1) return { kind: 'span', first, last: second, original };
  const head = withoutScale(label.slice(0, mention.start));
  const tail = withoutScale(label.slice(mention.end));
  const words = tidyWords(`${head} ${tail}`);
  if (/\d/.test(`${head}${tail}`) || MONTH.test(`${head} ${tail}`)) return null;
  const named = { kind: 'year', first, second, marker: mention.marker, original } as const;
  const bucket = bucketAroundYear(head, tail);
  if (bucket !== null) return bucketOf(bucket, { ...named, measureWord: null }, original);
  return { ...named, measureWord: words !== null && EMPTY_WORDS.test(words) ? null : words };
}

/** Two mentions are a span, or the same year told twice: `令和7年度（2025年度）`, `FY2026 (2025/26)`. */
function readDouble(label: string, one: YearMention, two: YearMention, original: string): YearLabel | null {
  if (JOIN.test(label.slice(one.end, two.start))) {
    const last = two.second ?? two.first;
    return last > one.first ? { kind: 'span', first: one.first, last, original } : null;
  }
  if (!isSameYear(one, two)) return null;
  const [kept, other] = two.second !== null || one.marker === 'plain' ? [two, one] : [one, two];
  const blank = ' '.repeat(other.end - other.start);
  return readSingle(label.slice(0, other.start) + blank + label.slice(other.end), kept, original);
}

function isSameYear(one: YearMention, two: YearMention): boolean {
  if (one.first === two.first) return one.second === null || two.second === null || one.second === two.second;
  // FY2026 is 2025/26: only a single year may equal the second of a pair.
  if (one.second === null) return one.first === two.second;
  return two.second === null && one.second === two.first;
}

function bucketOf(
  words: ReturnType<typeof bucketWithoutYear>,
  of: NamedYear | null,
  original: string,
): YearLabel | null {
  return words === null ? null : { kind: 'bucket', ...words, of, original };
}

/** A header often states its scale under the year: `2025/26 £'000`. */
function withoutScale(text: string): string {
  if (!MAY_STATE_SCALE.test(text)) return text;
  const found = parseScaleWords(text);
  return found === null ? text : text.replace(found.phrase, ' ').replace(/(?:^|\s)(?:in|en)\s*$/i, ' ');
}

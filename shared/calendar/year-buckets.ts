import { tidyWords } from './year-text.ts';

/** A column for all years before or after those that have one of their own. */
type BucketWords = {
  readonly bucket: 'before' | 'later';
  /** Whether the year it refers to belongs to it: `2028 onwards` holds 2028, `Beyond 2028` does not. */
  readonly inclusive: boolean;
  /** The words of the label that are left, such as `CP`. */
  readonly measureWord: string | null;
};

type Rule = {
  readonly pattern: RegExp;
  readonly bucket: 'before' | 'later';
  readonly inclusive: boolean;
};

/** Words in front of a year. */
const BEFORE_YEAR: readonly Rule[] = [
  { pattern: /(?<!\p{L})(?:before|prior to|pre-?|vor|avant)\s*$/iu, bucket: 'before', inclusive: false },
  {
    pattern: /(?<!\p{L})(?:up to|until|to end of|bis|jusqu'(?:à|en))\s*$/iu,
    bucket: 'before',
    inclusive: true,
  },
  {
    pattern: /(?<!\p{L})(?:beyond|after|later than|post-?|nach|après|au-delà(?: de)?)\s*$/iu,
    bucket: 'later',
    inclusive: false,
  },
  { pattern: /(?<!\p{L})(?:from|ab|à partir de)\s*$/iu, bucket: 'later', inclusive: true },
];

/** Words behind a year. */
const BEHIND_YEAR: readonly Rule[] = [
  { pattern: /^\s*(?:and (?:before|earlier|prior)|以前|まで)/iu, bucket: 'before', inclusive: true },
  {
    pattern:
      /^\s*(?:onwards?|and (?:later|after|beyond|onwards?)|ff\.?(?!\p{L})|et au-delà|und später|\+|以降|以後)/iu,
    bucket: 'later',
    inclusive: true,
  },
];

/** Labels that name no year. They are short, or a sentence that speaks of earlier years would do. */
const WITHOUT_YEAR: readonly Rule[] = [
  {
    pattern:
      /(?<!\p{L})(?:(?:all )?(?:prior|previous|earlier|past|preceding) (?:years|yrs)'?|(?:années|exercices)? ?(?:antérieure?s|précédente?s)|vorjahre|frühere jahre|bisherige jahre)(?!\p{L})|^(?:prior|before|bisher)$|前年度(?:以前|まで)|過年度/iu,
    bucket: 'before',
    inclusive: false,
  },
  {
    pattern:
      /(?<!\p{L})(?:(?:all )?(?:later ?\/ ?)?(?:later|future|subsequent|following|remaining|further) (?:years|yrs)'?|(?:années|exercices)? ?(?:ultérieure?s|suivante?s)|au-delà|spätere jahre|folgejahre|folgende jahre)(?!\p{L})|^(?:later|future|beyond|thereafter|später|spätere)$|[次翌]年度以降|後年度(?:以降)?/iu,
    bucket: 'later',
    inclusive: false,
  },
];
const MOST_WORDS = 5;

/** Reads the words on both sides of a year; null when they make no bucket of it. */
export function bucketAroundYear(head: string, tail: string): BucketWords | null {
  const ahead = BEFORE_YEAR.find(({ pattern }) => pattern.test(head));
  const behind = BEHIND_YEAR.find(({ pattern }) => pattern.test(tail));
  const rule = ahead ?? behind;
  if (rule === undefined) return null;
  const words =
    ahead === undefined
      ? `${head} ${tail.replace(rule.pattern, ' ')}`
      : `${head.replace(rule.pattern, ' ')} ${tail}`;
  return { bucket: rule.bucket, inclusive: rule.inclusive, measureWord: tidyWords(words) };
}

/** Reads a label that names no year: `prior years`, `au-delà`, `spätere Jahre`; null for any other. */
export function bucketWithoutYear(text: string): BucketWords | null {
  if (/\d/.test(text) || text.split(' ').length > MOST_WORDS) return null;
  const rule = WITHOUT_YEAR.find(({ pattern }) => pattern.test(text));
  if (rule === undefined) return null;
  return {
    bucket: rule.bucket,
    inclusive: rule.inclusive,
    measureWord: tidyWords(text.replace(rule.pattern, ' ')),
  };
}

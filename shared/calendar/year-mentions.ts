import { EARLIEST_YEAR, LATEST_YEAR } from './fiscal-year.ts';
import { calendarYearOfEra } from './japanese-era.ts';

/** What kind of words name a year. */
export type YearMarker = 'fy' | 'era' | 'nendo' | 'split' | 'plain';

/** A place in a label that names a year, or several. */
export type YearMention = {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  /** The second calendar year of a label such as `2025/26`. */
  readonly second: number | null;
  readonly marker: YearMarker;
};

const LATIN = 'A-Za-z\\u00c0-\\u024f';
const YEAR = '(?:(?:19|2[01])\\d\\d|2200)';
/** A year is no part of a word, a longer number, a date, an amount or a code. */
const ALONE_BEFORE = `(?<![${LATIN}\\d.,/'\\p{Sc}]|\\d\\s|[${LATIN}\\d]-)`;
const ALONE_AFTER = `(?![${LATIN}\\d%‰\\p{Sc}]|\\s?%|[.,]\\d|[-/]\\s?\\d|\\s[-/]\\s?(?!${YEAR}(?!\\d))\\d|[-/][${LATIN}])`;
const FISCAL = `(?:(?:S|F)?FYE?|F\\.Y\\.|fiscal years?|financial years?|fiscal|fin\\.? year)`;
/** Words that budgets write against their year without a space. */
const JOINED = '(?:CP|BP|CA|VE|Budget|Ansatz|Planung|Plan)';
const BETWEEN = "\\s?(?:[/-]|to|bis|à|au)\\s?'?";

/** Behind `R7` stands nothing, or Japanese: `R7 bypass` is a road. */
const JAPANESE_BEHIND = '(?=$|[ (~/-]*(?:$|[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]|[RH\\d]))';
const OR_JOINED = `(?:${ALONE_BEFORE}|(?<=(?<![${LATIN}])(?:${JOINED}|pre-|post-)))`;

const PATTERNS: readonly string[] = [
  `(?<era>令和|平成|昭和)\\s?(?<eraYear>元|\\d{1,2})(?!\\d)(?:\\s?年度?)?`,
  // H1 and H2 are half-years, S and a number a section of an act, unless the word for year follows.
  `(?<![${LATIN}\\d.,/])(?<letter>R|H(?![12](?!\\d|年))|S(?=\\d+年))(?<letterYear>元|\\d{1,2})(?!\\d|[.,]\\d)(?:年度?)?${JAPANESE_BEHIND}`,
  `(?<![\\d.,/-])(?<nendo>${YEAR})\\s?年度`,
  `(?:(?<pairFy>(?<![${LATIN}])${FISCAL}\\s?-?\\s?'?)|${OR_JOINED})(?<pairFirst>${YEAR})${BETWEEN}(?:FY\\s?)?(?<pairSecond>${YEAR}|\\d\\d)${ALONE_AFTER}`,
  `(?:(?<shortFy>(?<![${LATIN}])${FISCAL}\\s?'?)|${ALONE_BEFORE})(?<shortFirst>\\d\\d)\\s?[/-]\\s?(?:FY\\s?)?'?(?<shortSecond>\\d\\d)${ALONE_AFTER}`,
  `(?<![${LATIN}])${FISCAL}\\s?-?\\s?'?(?<fiscal>${YEAR}|\\d\\d)${ALONE_AFTER}`,
  `(?<![${LATIN}\\d])'(?<cut>\\d\\d)${ALONE_AFTER}`,
  `${OR_JOINED}(?<plain>${YEAR})${ALONE_AFTER}`,
];
const MENTION = new RegExp(PATTERNS.map((pattern) => `(?:${pattern})`).join('|'), 'giu');

/** All places of a tidied label that name a year; null when one of them cannot be a year. */
export function findYearMentions(text: string): YearMention[] | null {
  const mentions: YearMention[] = [];
  for (const match of text.matchAll(MENTION)) {
    const read = readMention(match.groups ?? {});
    if (read === null) return null;
    mentions.push({ start: match.index, end: match.index + match[0].length, ...read });
  }
  return mentions;
}

type Read = Omit<YearMention, 'start' | 'end'>;
type Groups = Readonly<Record<string, string | undefined>>;

function readMention(groups: Groups): Read | null {
  return readEra(groups) ?? readPair(groups) ?? readOne(groups);
}

function readEra(groups: Groups): Read | null {
  const era = groups['era'] ?? groups['letter'];
  const year = groups['eraYear'] ?? groups['letterYear'];
  if (era === undefined || year === undefined) return null;
  const first = calendarYearOfEra(era, year);
  return first === null ? null : plausible({ first, second: null, marker: 'era' });
}

function readPair(groups: Groups): Read | null {
  const from = groups['pairFirst'] ?? groups['shortFirst'];
  const to = groups['pairSecond'] ?? groups['shortSecond'];
  if (from === undefined || to === undefined) return null;
  const first = fullYear(from);
  const second = to.length === 4 ? Number(to) : secondOfPair(first, Number(to));
  const isShort = groups['shortFirst'] !== undefined && groups['shortFy'] === undefined;
  if (second <= first || (isShort && second !== first + 1)) return null;
  const isFiscal = groups['pairFy'] !== undefined || groups['shortFy'] !== undefined;
  return plausible({ first, second, marker: isFiscal ? 'fy' : 'split' });
}

function readOne(groups: Groups): Read | null {
  if (groups['nendo'] !== undefined)
    return plausible({ first: Number(groups['nendo']), second: null, marker: 'nendo' });
  if (groups['fiscal'] !== undefined)
    return plausible({ first: fullYear(groups['fiscal']), second: null, marker: 'fy' });
  const year = groups['cut'] ?? groups['plain'];
  return year === undefined ? null : plausible({ first: fullYear(year), second: null, marker: 'plain' });
}

function plausible(read: Read): Read | null {
  const last = read.second ?? read.first;
  return read.first >= EARLIEST_YEAR && last <= LATEST_YEAR ? read : null;
}

/** Two digits are a year from 1970 to 2069: plans look forty years ahead more often than sixty back. */
function fullYear(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) < 70 ? 2000 + Number(text) : 1900 + Number(text);
}

/** `2025/26` is 2026 and `1999/00` is 2000. */
function secondOfPair(first: number, lastDigits: number): number {
  const second = first - (first % 100) + lastDigits;
  return lastDigits === 0 && first % 100 === 99 ? second + 100 : second;
}

import { MONTH_NAME, monthOfName } from './months.ts';
import { normaliseYearText } from './year-text.ts';

/** The month in which a text says that the year starts, and the words that say so. */
type StartMonthWords = { readonly startMonth: number; readonly phrase: string };

type Rule = {
  readonly pattern: RegExp;
  readonly startMonth: (groups: Readonly<Record<string, string | undefined>>) => number | null;
};

const YEAR_WORD =
  "(?:year|fy|fye|haushaltsjahr|wirtschaftsjahr|geschäftsjahr|jahr|exercice|année)s?(?:['-]| )?";
const DAY = '(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?)';

/** A date as people write it, the day before or behind the month, the year often left out. */
function date(name: string): string {
  return (
    `(?:(?<${name}Day>${DAY}) ?(?:of )?)?(?<${name}>${MONTH_NAME})` +
    `(?: (?<${name}DayBehind>${DAY})(?!\\d))?(?:,? ?(?<${name}Year>\\d{4}))?`
  );
}

const RULES: readonly Rule[] = [
  // 1 April 2026 to 31 March 2027; July 1 through June 30; Apr-Mar; 1. Januar bis 31. Dezember
  {
    pattern: new RegExp(
      `${date('from')} ?(?:-|to|through|until|bis(?: zum)?|au|à) ?(?:the (?:following|next) )?${date('to')}`,
      'iu',
    ),
    startMonth: startOfRange,
  },
  // year ended 31 March 2026; fiscal year ends June 30; year-end: 31 December; exercice clos le 31 décembre
  {
    pattern: new RegExp(
      `(?:${YEAR_WORD}(?:ending|ended|ends|end|to|clos|endet|endend)|fye)(?: on| le| am| zum|:)?(?: the)? ${date('to')}`,
      'iu',
    ),
    startMonth: (groups) => startAfter(groups),
  },
  // fiscal year begins July 1; financial year starts in April; exercice commençant le 1er janvier
  {
    pattern: new RegExp(
      `${YEAR_WORD}(?:begins|beginning|starts?|starting|commences|commencing|runs from|from|beginnt|commence|commençant)` +
        `(?: on| in| le| am| im|:)?(?: the)? ${date('from')}`,
      'iu',
    ),
    startMonth: (groups) => (isFirstDay(groups, 'from') ? monthOfName(groups['from'] ?? '') : null),
  },
  // Haushaltsjahr = Kalenderjahr; fiscal year is the calendar year; année civile
  { pattern: /kalenderjahr|calendar years?(?! quarter)|année civile/iu, startMonth: () => 1 },
  // 4月1日から翌年3月31日; 4月~3月
  {
    pattern: /(?<!\d)(?<fromNumber>\d{1,2})月(?:1日)? ?(?:から|-|~) ?(?:翌年)?の?(?<toNumber>\d{1,2})月/u,
    startMonth: ({ fromNumber, toNumber }) => twelveMonths(Number(fromNumber), Number(toNumber)),
  },
];

/**
 * Finds out from a title, header or note when the year starts: `year ending 31 March 2026`, `April to
 * March`, `fiscal year begins July 1`, `Haushaltsjahr = Kalenderjahr`, `4月~3月`. Null when it does not say.
 * A period that is not twelve months, or that starts within a month, says nothing.
 */
export function findStartMonth(text: string): StartMonthWords | null {
  const tidied = normaliseYearText(text);
  for (const { pattern, startMonth } of RULES) {
    const match = pattern.exec(tidied);
    const month = match === null ? null : startMonth(match.groups ?? {});
    if (match !== null && month !== null) return { startMonth: month, phrase: match[0].trim() };
  }
  return null;
}

type Groups = Readonly<Record<string, string | undefined>>;

function startOfRange(groups: Groups): number | null {
  const from = monthOfName(groups['from'] ?? '');
  const to = monthOfName(groups['to'] ?? '');
  if (from === null || to === null || !isFirstDay(groups, 'from') || !isLastDay(groups)) return null;
  const [fromYear, toYear] = [groups['fromYear'], groups['toYear']];
  const years = fromYear === undefined || toYear === undefined ? null : Number(toYear) - Number(fromYear);
  if (years !== null && years !== (from === 1 ? 0 : 1)) return null;
  return twelveMonths(from, to);
}

function startAfter(groups: Groups): number | null {
  const month = monthOfName(groups['to'] ?? '');
  return month === null || !isLastDay(groups) ? null : (month % 12) + 1;
}

function twelveMonths(from: number, to: number): number | null {
  return from >= 1 && from <= 12 && to === ((from + 10) % 12) + 1 ? from : null;
}

function dayOf(groups: Groups, name: 'from' | 'to'): number | null {
  const day = groups[`${name}Day`] ?? groups[`${name}DayBehind`];
  return day === undefined ? null : Number.parseInt(day, 10);
}

function isFirstDay(groups: Groups, name: 'from'): boolean {
  return [null, 1].includes(dayOf(groups, name));
}

/** The last days of months are 28 to 31; the month itself tells which. */
function isLastDay(groups: Groups): boolean {
  return (dayOf(groups, 'to') ?? 31) >= 28;
}

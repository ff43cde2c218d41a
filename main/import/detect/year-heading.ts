import type { RawCell } from '#main/excel/read/sheet.ts';
import { parseYearLabel } from '#shared/calendar/parse-year-label.ts';
import type { NamedYear } from '#shared/calendar/parse-year-label.ts';
import { isPeriodTotal, plain, readAsideKind } from './column-words.ts';
import { isPercentFormat } from './figure.ts';

/** What a header cell says about time. */
export type YearHeading =
  | { readonly kind: 'year'; readonly year: NamedYear; readonly words: string }
  | { readonly kind: 'before' | 'later'; readonly words: string }
  /** Months between two fiscal calendars, such as the third quarter of 1976 in the United States. */
  | { readonly kind: 'transition'; readonly words: string };

const TRANSITION =
  /^(?:tq|transition(?:al)?[- ](?:quarter|period|year)|rumpf(?:wirtschafts|haushalts|geschäfts)?jahr|stub period)(?![\p{L}])/iu;
/** What is left of a unit such as `(£s)` or `$ bn` is no measure. */
const CURRENCY_WORDS = /\(?\p{Sc}['’]?\p{L}{0,3}\)?/gu;
/** Formats in which a year stands: no separators, decimals, signs or currency. */
const YEAR_FORMAT = /^(?:general|standard|@|0+|#|###0|####)(?:_\)|_ )?(?:;.*)?$/i;
const FIRST_AND_LAST_DAYS = /^(\d{4})-(?:(01-01|04-01|07-01|10-01)|(12-31|03-31|06-30|09-30))$/;

/** Reads header cells, each text once: rows repeat, and large sheets hold the same few texts many times. */
export function createHeadingReader(): (cell: RawCell) => YearHeading | null {
  const known = new Map<string, YearHeading | null>();
  return (cell) => {
    if (cell.kind === 'text') {
      if (cell.text.length > 120) return null;
      const found = known.get(cell.text);
      if (found !== undefined) return found;
      const heading = readText(cell.text);
      known.set(cell.text, heading);
      return heading;
    }
    if (cell.kind === 'number') return readNumber(cell);
    return cell.kind === 'date' ? readDate(cell.text) : null;
  };
}

function readText(text: string): YearHeading | null {
  const label = plain(text);
  if (TRANSITION.test(label)) return { kind: 'transition', words: label };
  const parsed = parseYearLabel(label);
  if (parsed === null || parsed.kind === 'span') return null;
  const words = plain((parsed.measureWord ?? '').replace(CURRENCY_WORDS, ' '));
  const aside = readAsideKind(words);
  // `2025/26 Total` is the year's total over its parts; `Change 2025`, `% 2025` are no amounts of a year.
  if (aside !== null && !(aside === 'total' && isPeriodTotal(words))) return null;
  return parsed.kind === 'bucket' ? { kind: parsed.bucket, words } : { kind: 'year', year: parsed, words };
}

function readNumber(cell: RawCell): YearHeading | null {
  if (!/^(?:19|2[01])\d\d(?:\.0+)?$/.test(cell.raw) || isPercentFormat(cell.format)) return null;
  if (!YEAR_FORMAT.test(cell.format)) return null;
  const parsed = parseYearLabel(cell.raw.slice(0, 4));
  return parsed?.kind === 'year' ? { kind: 'year', year: parsed, words: '' } : null;
}

/** The first or last day of a fiscal year stands for the year. */
function readDate(iso: string): YearHeading | null {
  const match = FIRST_AND_LAST_DAYS.exec(iso.slice(0, 10));
  if (match === null) return null;
  const calendarYear = Number(match[1]);
  const isCalendarYear = match[2] === '01-01' || match[3] === '12-31';
  const first = match[2] === undefined && !isCalendarYear ? calendarYear - 1 : calendarYear;
  const label = isCalendarYear ? String(first) : `${first}/${String(first + 1).slice(2)}`;
  const parsed = parseYearLabel(label);
  return parsed?.kind === 'year'
    ? { kind: 'year', year: { ...parsed, original: iso.slice(0, 10) }, words: '' }
    : null;
}

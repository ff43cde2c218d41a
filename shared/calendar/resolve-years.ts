import { defaultCalendarFor, toYearId, yearsBetween } from './fiscal-year.ts';
import type { FiscalCalendar, Naming, YearId } from './fiscal-year.ts';
import type { NamedYear } from './parse-year-label.ts';
import { findStartMonth } from './start-month-words.ts';

/** The calendar of a file, and whether the file says so or the locale is taken to. */
export type ResolvedCalendar = FiscalCalendar & {
  /** `locale` is an assumption, to be stated as a finding. */
  readonly basis: 'file' | 'locale';
  /** The words of the file that say when the year starts. */
  readonly phrase?: string;
};

/**
 * Decides when the fiscal years of a file start: by its own words, else by the locale. Words that contradict
 * each other decide nothing.
 * @param source.words - titles, headers and notes of the file.
 */
export function resolveStartMonth(source: {
  readonly words: readonly string[];
  readonly locale: string;
}): ResolvedCalendar {
  const usual = defaultCalendarFor(source.locale);
  const found = source.words.map(findStartMonth).filter((words) => words !== null);
  const [first] = found;
  if (first === undefined || found.some(({ startMonth }) => startMonth !== first.startMonth)) {
    return { ...usual, basis: 'locale' };
  }
  const naming = namingFor(first.startMonth, usual.naming);
  return { startMonth: first.startMonth, naming, basis: 'file', phrase: first.phrase };
}

function namingFor(startMonth: number, usual: Naming): Naming {
  if (startMonth === 1) return 'single';
  return usual === 'single' ? 'both' : usual;
}

/**
 * The fiscal year that a label names in a calendar. Of two years the first is the start. One year after `FY`
 * is the year of the end, as in the United States and Britain, unless years are called by their start; a
 * Japanese year is always the start; a plain year follows the naming.
 * @example yearIdFor(label of 'FY26', { startMonth: 7, naming: 'end' }) // '2025'
 */
export function yearIdFor(label: NamedYear, calendar: FiscalCalendar): YearId {
  const isByEnd = label.second === null && calendar.startMonth !== 1 && isNamedByEnd(label, calendar.naming);
  return toYearId(isByEnd ? label.first - 1 : label.first);
}

function isNamedByEnd({ marker }: NamedYear, naming: Naming): boolean {
  switch (marker) {
    case 'fy':
      return naming === 'end' || naming === 'both';
    case 'plain':
      return naming === 'end';
    case 'era':
    case 'nendo':
    case 'split':
      return false;
  }
}

/**
 * The years that are absent between the first and the last of those given. They were not imported, which
 * says nothing about their figures.
 */
export function findGaps(ids: readonly YearId[]): YearId[] {
  const sorted = ids.toSorted();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  const present = new Set(ids);
  return yearsBetween(first, last).filter((id) => !present.has(id));
}

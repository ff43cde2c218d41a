import { addDays } from './dates.ts';
import type { IsoDate } from './dates.ts';

/** A fiscal year by the calendar year in which it starts, as text: `2026` for April 2026 to March 2027. */
export type YearId = string;

/** How a fiscal year is called: by the year it starts, the year it ends, both, or as a calendar year. */
export type Naming = 'start' | 'end' | 'both' | 'single';

export type FiscalCalendar = {
  /** The month in which the year starts, 1 to 12. */
  readonly startMonth: number;
  readonly naming: Naming;
};

/** Years outside these are taken for other numbers. */
export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2200;

/** Whether the text is a year id within 1900 to 2200. */
export function isYearId(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= EARLIEST_YEAR && Number(text) <= LATEST_YEAR;
}

/** The year id of a calendar year. */
export function toYearId(year: number): YearId {
  return String(year).padStart(4, '0');
}

/** The first day of a fiscal year. */
export function yearStart(id: YearId, calendar: FiscalCalendar): IsoDate {
  return `${id}-${String(calendar.startMonth).padStart(2, '0')}-01`;
}

/** The last day of a fiscal year. */
export function yearEnd(id: YearId, calendar: FiscalCalendar): IsoDate {
  return addDays(yearStart(nextYear(id), calendar), -1);
}

/** The fiscal year after this one. */
export function nextYear(id: YearId): YearId {
  return toYearId(Number(id) + 1);
}

/** All years from the first to the last, both included; none when the last comes before the first. */
export function yearsBetween(first: YearId, last: YearId): YearId[] {
  const count = Math.max(0, Number(last) - Number(first) + 1);
  return Array.from({ length: count }, (_, index) => toYearId(Number(first) + index));
}

/**
 * What people call a fiscal year: `2026/27` by both years (`1999/2000` where the century turns), `FY2027` by
 * the year it ends, `2026` by the year it starts or as a calendar year. Japanese plans read `2026年度`, never an
 * era year: a plan may outlive the era it is made in.
 */
export function yearLabel(id: YearId, calendar: FiscalCalendar, locale: string): string {
  const start = Number(id);
  const end = calendar.startMonth === 1 ? start : start + 1;
  switch (calendar.naming) {
    case 'both':
      if (end === start) return id;
      return end % 100 === 0 ? `${id}/${end}` : `${id}/${String(end % 100).padStart(2, '0')}`;
    case 'end':
      return `FY${end}`;
    case 'start':
      return locale.startsWith('ja') ? `${id}年度` : id;
    case 'single':
      return id;
  }
}

/** The calendar that public bodies of a locale usually keep: an assumption, to be stated where it is used. */
export function defaultCalendarFor(locale: string): FiscalCalendar {
  if (locale === 'en-GB') return { startMonth: 4, naming: 'both' };
  if (locale === 'en-US') return { startMonth: 7, naming: 'end' };
  if (locale.startsWith('ja')) return { startMonth: 4, naming: 'start' };
  return { startMonth: 1, naming: 'single' };
}

import { defaultCalendarFor, yearEnd, yearLabel, yearStart } from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { resolveStartMonth, yearIdFor } from '#shared/calendar/resolve-years.ts';
import type { ResolvedCalendar } from '#shared/calendar/resolve-years.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Sheet } from '#main/excel/read/sheet.ts';
import { plain } from './detect/column-words.ts';
import type { ImportTable, TableYear } from './detect/import-table.ts';

const ROWS_SEARCHED = 60;
const LONGEST_TEXT = 400;
/** When the fiscal year starts, and what that rests on. */
export type ImportCalendar = Omit<ResolvedCalendar, 'basis'> & {
  /** `two-years`: years that name two calendar years cannot start in January. */
  readonly basis: ResolvedCalendar['basis'] | 'two-years';
  /** The header of a year that names two, where the year would start in January. */
  readonly split?: string;
};

/** Years that name two calendar years start neither in January; this is when most of those without other words do. */
const USUAL_SPLIT_START = 4;

/** Decides when the file's fiscal years start: by the words on its sheets, else by the locale. */
export function resolveImportCalendar(
  sheets: readonly Sheet[],
  tables: readonly ImportTable[],
  locale: string,
): ImportCalendar {
  const words = tables.flatMap(({ texts }) => [...texts.titles, ...texts.otherHeaders]);
  for (const index of new Set(tables.map(({ sheet }) => sheet))) {
    const sheet = sheets[index];
    if (sheet !== undefined) words.push(...textsOf(sheet));
  }
  const resolved = resolveStartMonth({ words, locale });
  const split = splitHeader(tables);
  if (resolved.startMonth !== 1 || split === undefined) return resolved;
  // What the file says in words stands, as a contradiction that is told.
  if (resolved.basis === 'file') return { ...resolved, split };
  return { startMonth: USUAL_SPLIT_START, naming: 'both', basis: 'two-years', split };
}

/** The header of the first year that names two calendar years, as `FY 2013-14`. */
export function splitHeader(tables: readonly ImportTable[]): string | undefined {
  return tables
    .flatMap(({ years }) => years)
    .find(({ heading }) => heading.kind === 'year' && heading.year.second !== null)?.header;
}

function textsOf(sheet: Sheet): string[] {
  const rows = Math.min(sheet.rows, ROWS_SEARCHED);
  const texts: string[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (const column of sheet.rowCells(row)) {
      if (sheet.kind(row, column) !== 'text') continue;
      const text = plain(sheet.cell(row, column).text);
      if (text.length <= LONGEST_TEXT) texts.push(text);
    }
  }
  return texts;
}

/** The calendar of a start month, called as people of the locale call their years. */
export function calendarFor(startMonth: number, locale: string): FiscalCalendar {
  if (startMonth === 1) return { startMonth, naming: 'single' };
  const { naming } = defaultCalendarFor(locale);
  return { startMonth, naming: naming === 'single' ? 'both' : naming };
}

/** The period of the plan that a year column stands for. */
export function periodOf({ heading }: TableYear, calendar: FiscalCalendar): PeriodKey | null {
  if (heading.kind === 'year') return yearIdFor(heading.year, calendar);
  return heading.kind === 'transition' ? null : heading.kind;
}

/** A column's label and its first and last day; a bucket keeps its header and has no days. */
export function describePeriod(
  year: TableYear,
  calendar: FiscalCalendar,
  locale: string,
): { label: string; start: string; end: string } {
  const period = periodOf(year, calendar);
  if (period === null || period === 'before' || period === 'later')
    return { label: year.header, start: '', end: '' };
  return {
    label: yearLabel(period, calendar, locale),
    start: yearStart(period, calendar),
    end: yearEnd(period, calendar),
  };
}

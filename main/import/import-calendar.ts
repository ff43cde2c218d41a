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
/** Years that name two calendar years start neither in January; this is when most of those without other words do. */
const USUAL_SPLIT_START = 4;

/** Decides when the file's fiscal years start: by the words on its sheets, else by the locale. */
export function resolveImportCalendar(
  sheets: readonly Sheet[],
  tables: readonly ImportTable[],
  locale: string,
): ResolvedCalendar {
  const words = tables.flatMap(({ texts }) => [...texts.titles, ...texts.otherHeaders]);
  for (const index of new Set(tables.map(({ sheet }) => sheet))) {
    const sheet = sheets[index];
    if (sheet !== undefined) words.push(...textsOf(sheet));
  }
  const resolved = resolveStartMonth({ words, locale });
  if (resolved.startMonth !== 1 || resolved.basis === 'file' || !tables.some(namesTwoYears)) return resolved;
  return { ...resolved, startMonth: USUAL_SPLIT_START, naming: 'both' };
}

function namesTwoYears({ years }: ImportTable): boolean {
  return years.some(({ heading }) => heading.kind === 'year' && heading.year.second !== null);
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

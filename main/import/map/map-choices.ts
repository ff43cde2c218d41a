import { MOST_YEARS } from '#main/import/choose-years.ts';
import { calendarFor } from '#main/import/import-calendar.ts';
import type { ImportState } from '#main/import/import-state.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import { yearLabel, yearsBetween } from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { findGaps } from '#shared/calendar/resolve-years.ts';
import { isCurrencyCode } from '#shared/money/currency.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { mapTable, refuse } from './map-table.ts';
import type { MappedTable, Problem } from './map-table.ts';

/** Everything that the choices take from a file, ready for a plan. */
export type Mapped = {
  readonly calendar: FiscalCalendar;
  readonly currency: string;
  readonly years: readonly string[];
  readonly before: boolean;
  readonly later: boolean;
  readonly tables: readonly MappedTable[];
};

export type MapResult = { readonly ok: true; readonly mapped: Mapped } | Problem;

/** Carries out the choices of a person: which tables, columns, scales, roles. Says what is wrong with them otherwise. */
export function mapChoices(state: ImportState, choices: ImportChoices): MapResult {
  if (!isCurrencyCode(choices.currency)) {
    return refuse({ id: 'import.unknown-currency', values: { currency: choices.currency } });
  }
  const calendar = calendarFor(choices.startMonth, choices.locale);
  const tables: MappedTable[] = [];
  for (const choice of choices.tables) {
    const mapped = mapTable(state, choices, choice, calendar);
    if (!mapped.ok) return mapped;
    tables.push(mapped.table);
  }
  const periods = new Set<PeriodKey>(tables.flatMap(({ columns }) => columns.map(({ period }) => period)));
  const years = [...periods].filter((period) => period !== 'before' && period !== 'later').toSorted();
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return refuse({ id: 'import.nothing-chosen' });
  const gaps = findGaps(years);
  if (gaps.length > 0 && !choices.confirmGaps) {
    const labels = gaps.map((id) => yearLabel(id, calendar, choices.locale));
    return refuse({ id: 'import.years-with-gap', values: { years: labels } });
  }
  const all = yearsBetween(first, last);
  if (all.length > MOST_YEARS) {
    return refuse({ id: 'import.too-many-years', values: { count: all.length } });
  }
  const buckets = { before: periods.has('before'), later: periods.has('later') };
  return { ok: true, mapped: { calendar, currency: choices.currency, years: all, ...buckets, tables } };
}

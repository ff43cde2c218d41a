import { rangeAddress } from '#main/excel/read/a1.ts';
import type { Sheet, Workbook } from '#main/excel/read/sheet.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import type { Finding, ImportReport } from '#shared/api/import-report.ts';
import { yearLabel } from '#shared/calendar/fiscal-year.ts';
import { chooseYears } from './choose-years.ts';
import { detectTables } from './detect/detect-tables.ts';
import { decideFileLocale } from './detect/file-locale.ts';
import type { GivenLocale } from './detect/file-locale.ts';
import { finding } from './detect/findings.ts';
import type { ImportTable } from './detect/import-table.ts';
import { chooseMeasure } from './detect/choose-measure.ts';
import { calendarFindings } from './calendar-findings.ts';
import { calendarFor, periodOf, resolveImportCalendar } from './import-calendar.ts';
import type { ImportCalendar } from './import-calendar.ts';
import { importReport } from './import-report.ts';
import type { ImportFile, ImportState } from './import-state.ts';
import { mappingFindings } from './map/mapping-findings.ts';
import { addRounding } from './reconcile/rounding.ts';
import { suggestChoices } from './suggest-choices.ts';

/** Sheets with fewer numbers than this need no table. */
const NUMBERS_WORTH_TELLING = 10;

/**
 * Finds every table of a workbook and says what was found. Pure: the same workbook and locale give the same
 * answer. The locale is followed where a person chose it; else the file's own words and marks come first.
 */
export function readImport(workbook: Workbook, file: ImportFile, given: GivenLocale): ImportState {
  const { sheets } = workbook;
  const decided = decideFileLocale(sheets, given);
  const { locale } = decided;
  const found = sheets.flatMap((sheet, index) => detectTables(sheet, { locale, index }));
  const calendar = resolveImportCalendar(sheets, found, locale);
  const repeats = findRepeats(found);
  const tables = found.map((table, index) => ({
    ...table,
    findings: [
      ...table.findings,
      ...repeatFindings(sheets, found, index, repeats),
      ...yearFindings(sheets, table, calendar, locale),
    ],
  }));
  const findings = [...calendarFindings(tables, calendar, decided), ...sheetFindings(sheets, tables)];
  const state = { file, locale, startMonth: calendar.startMonth, sheets, tables, repeats };
  const report = importReport(state, findings);
  const draft = { ...state, report };
  const suggested = suggestChoices(draft);
  if (suggested === null) return draft;
  const others = tables.length - suggested.tables.length - repeats.size;
  const more = others > 0 ? [finding('info', { id: 'import.other-tables', values: { count: others } })] : [];
  const { plan, findings: onTaken } = describeTaken(draft, suggested);
  return { ...draft, report: { ...report, plan, findings: [...report.findings, ...onTaken, ...more] } };
}

/**
 * What the suggestion brings, by what detection knows already: mapping every amount again would double the memory of a
 * large file. A suggestion takes needs or actual spend only, one line for each row.
 */
function describeTaken(
  { sheets, tables, startMonth, locale }: ImportState,
  { tables: choices }: ImportChoices,
): Pick<ImportReport, 'plan' | 'findings'> {
  const calendar = calendarFor(startMonth, locale);
  const years = new Set<string>();
  let lines = 0;
  const taken = choices.flatMap(({ table: index, yearColumns, measure }) => {
    const table = tables[index];
    const sheet = sheets[table?.sheet ?? -1];
    if (table === undefined || sheet === undefined) return [];
    const columns = yearColumns.flatMap((at) => table.years[at] ?? []);
    for (const column of columns) {
      const period = periodOf(column, calendar);
      if (column.heading.kind === 'year' && period !== null) years.add(period);
    }
    lines += table.rows.filter(({ role }) => role === 'data').length;
    return [{ table, sheet, measure, rounding: addRounding(columns.map(({ rounding }) => rounding)) }];
  });
  return { plan: { lines, sources: 0, years: years.size }, findings: mappingFindings(taken) };
}

function sheetFindings(sheets: readonly Sheet[], tables: readonly ImportTable[]): Finding[] {
  if (tables.length === 0) return [finding('error', { id: 'import.no-table' })];
  return sheets.flatMap((sheet, index) => {
    if (sheet.hidden || tables.some((table) => table.sheet === index) || !holdsNumbers(sheet)) return [];
    return [finding('info', { id: 'import.sheet-without-table', values: { sheet: sheet.name } }, { sheet })];
  });
}

function holdsNumbers(sheet: Sheet): boolean {
  let count = 0;
  for (let row = 0; row < Math.min(sheet.rows, 500) && count < NUMBERS_WORTH_TELLING; row += 1) {
    for (const column of sheet.rowCells(row)) if (sheet.kind(row, column) === 'number') count += 1;
  }
  return count >= NUMBERS_WORTH_TELLING;
}

/** Years missing between others, and what stands behind the gap with its total: never taken without a word. */
function yearFindings(
  sheets: readonly Sheet[],
  table: ImportTable,
  resolved: ImportCalendar,
  locale: string,
): Finding[] {
  const sheet = sheets[table.sheet];
  if (sheet === undefined) return [];
  const calendar = calendarFor(resolved.startMonth, locale);
  const { taken, apart, twice, absent } = chooseYears(table, calendar);
  const labels = absent.map((id) => yearLabel(id, calendar, locale));
  const place = { sheet, row: table.top };
  const gaps =
    labels.length === 0
      ? []
      : [
          finding(
            'warning',
            { id: 'import.years-absent', values: { years: labels } },
            { ...place, column: table.left },
          ),
        ];
  const left = apart.flatMap((index) => {
    const year = table.years[index];
    if (year === undefined) return [];
    const values = { label: year.header, total: year.total };
    return [finding('warning', { id: 'import.years-not-taken', values }, { ...place, column: year.column })];
  });
  const nameOf = (index: number): string => table.years[index]?.header ?? '';
  const values = { taken: taken.map(nameOf).join(', '), others: twice.map(nameOf).join(', ') };
  const message = { id: 'import.several-measures', values } as const;
  const same = twice.length === 0 ? [] : [finding('warning', message, { ...place, column: table.left })];
  return [...same, ...gaps, ...left];
}

/** Tables with the same totals for the same years: the one with the most lines is kept, the others repeat it. */
function findRepeats(tables: readonly ImportTable[]): Map<number, number> {
  const byTotals = new Map<string, number[]>();
  tables.forEach((table, index) => {
    const { taken } = chooseMeasure(table.years);
    const totals = taken.map((at) => {
      const year = table.years[at];
      const name = year?.heading.kind === 'year' ? String(year.heading.year.first) : year?.heading.kind;
      return `${name}=${year?.total}`;
    });
    if (totals.every((total) => total.endsWith('=0'))) return;
    const key = totals.toSorted().join(' ');
    byTotals.set(key, [...(byTotals.get(key) ?? []), index]);
  });
  const repeats = new Map<number, number>();
  const linesOf = (index: number): number =>
    tables[index]?.rows.filter(({ role }) => role === 'data').length ?? 0;
  for (const indexes of byTotals.values()) {
    const [kept, ...others] = indexes.toSorted((a, b) => linesOf(b) - linesOf(a) || a - b);
    for (const other of others) if (kept !== undefined) repeats.set(other, kept);
  }
  return repeats;
}

function repeatFindings(
  sheets: readonly Sheet[],
  tables: readonly ImportTable[],
  index: number,
  repeats: ReadonlyMap<number, number>,
): Finding[] {
  const original = tables[repeats.get(index) ?? -1];
  const own = tables[index];
  const sheet = sheets[own?.sheet ?? -1];
  const where = sheets[original?.sheet ?? -1];
  if (original === undefined || own === undefined || sheet === undefined || where === undefined) return [];
  const values = { sheet: where.name, range: rangeAddress(original) };
  return [finding('info', { id: 'import.same-totals', values }, { sheet, row: own.top, column: own.left })];
}

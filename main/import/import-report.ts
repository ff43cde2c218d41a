import { cellAddress, columnName, rangeAddress } from '#main/excel/read/a1.ts';
import { ROW_ROLES } from '#shared/api/import-report.ts';
import type { Finding, ImportReport, RowRole, TableReport } from '#shared/api/import-report.ts';
import type { ImportTable, TableYear } from './detect/import-table.ts';
import { calendarFor, describePeriod } from './import-calendar.ts';
import type { ImportState } from './import-state.ts';
import { measureOfTable } from './suggest-choices.ts';

/** The report on a file in the shape that scripts rely on; findings on the file stand before those on its tables. */
export function importReport(state: Omit<ImportState, 'report'>, findings: readonly Finding[]): ImportReport {
  return {
    file: state.file.name,
    sha256: state.file.sha256,
    sheets: state.sheets.map(({ name, hidden, rows, columns }) => ({ name, hidden, rows, columns })),
    tables: state.tables.map((table) => tableReport(state, table)),
    findings: [...findings, ...state.tables.flatMap((table) => table.findings)],
    plan: null,
  };
}

/** One table of the report. */
export function tableReport(state: Omit<ImportState, 'report'>, table: ImportTable): TableReport {
  return {
    sheet: state.sheets[table.sheet]?.name ?? '',
    range: rangeAddress(table),
    block: null,
    orientation: 'columns',
    headerRows: table.headerRows.map((row) => row + 1),
    measure: measureOfTable(table),
    currency: table.money.currency,
    scale: String(table.money.scale),
    confidence: confidenceText(table.confidence),
    yearColumns: table.years.map((year) => yearReport(state, table, year)),
    rows: countRoles(table),
    statedTotals: table.statedTotals.map(({ row, column, stated, computed, difference }) => ({
      cell: cellAddress(row, column),
      stated,
      computed,
      difference,
    })),
  };
}

function yearReport(
  { startMonth, locale }: Pick<ImportState, 'startMonth' | 'locale'>,
  table: ImportTable,
  year: TableYear,
): TableReport['yearColumns'][number] {
  return {
    column: columnName(year.column),
    header: year.header,
    ...describePeriod(year, calendarFor(startMonth, locale), locale),
    measure: year.measure === '' ? measureOfTable(table) : year.measure,
    total: year.total,
  };
}

function countRoles({ rows }: ImportTable): Record<RowRole, number> {
  const counts = { data: 0, heading: 0, subtotal: 0, total: 0, memo: 0, note: 0 } satisfies Record<
    RowRole,
    number
  >;
  for (const role of ROW_ROLES) counts[role] = rows.filter((row) => row.role === role).length;
  return counts;
}

/** Hundredths as decimal text: 95 is `0.95`. */
function confidenceText(confidence: number): string {
  return confidence >= 100 ? '1' : `0.${String(confidence).padStart(2, '0')}`;
}

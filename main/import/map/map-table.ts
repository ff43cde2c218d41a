import { cellAddress } from '#main/excel/read/a1.ts';
import type { AmountGrid } from '#main/import/detect/amount-grid.ts';
import type { ImportTable, TableYear } from '#main/import/detect/import-table.ts';
import type { TableRow } from '#main/import/detect/row-roles.ts';
import { periodOf } from '#main/import/import-calendar.ts';
import type { ImportSheet, ImportState } from '#main/import/import-state.ts';
import type { ImportChoices, ImportMeasure, TableChoice } from '#shared/api/api.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import type { Message } from '#shared/messages/message.ts';
import { isWithinRange } from '#shared/money/amount.ts';
import type { Minor } from '#shared/money/amount.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { minorFrom } from '#main/import/reconcile/rounding.ts';
import type { Rounding } from '#main/import/reconcile/rounding.ts';
import { reviseTable } from './revise-table.ts';

/** A data row with its amounts by chosen column; what its labels and cells say is read from the sheet when it is needed. */
export type MappedRow = {
  readonly row: TableRow;
  readonly minor: readonly (Minor | null)[];
  /** Columns whose figure was finer than the currency. */
  readonly rounded: readonly boolean[];
};
type MappedColumn = { readonly index: number; readonly year: TableYear; readonly period: PeriodKey };
export type MappedTable = {
  readonly measure: ImportMeasure;
  readonly sheet: ImportSheet;
  /** The table as the choices make it, with its totals. */
  readonly table: ImportTable;
  readonly scale: bigint;
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly MappedRow[];
  readonly rounding: Rounding;
};

export type Problem = { readonly ok: false; readonly problem: Message };
export type TableResult = { readonly ok: true; readonly table: MappedTable } | Problem;

export const refuse = (problem: Message): Problem => ({ ok: false, problem });

/** Carries out the choices on one table. */
export function mapTable(
  state: ImportState,
  choices: ImportChoices,
  choice: TableChoice,
  calendar: FiscalCalendar,
): TableResult {
  const found = state.tables[choice.table];
  const sheet = state.sheets[found?.sheet ?? -1];
  if (found === undefined || sheet === undefined) return refuse({ id: 'import.unknown-table' });
  if (!/^[1-9]\d{0,14}$/.test(choice.scale)) {
    return refuse({ id: 'import.bad-scale', values: { scale: choice.scale } });
  }
  const scale = BigInt(choice.scale);
  const { table, grid } = reviseTable(sheet, found, { choice, scale, locale: choices.locale });
  const columns = chooseColumns(table, choice, calendar);
  if (!columns.ok) return columns;
  const read = readRows(table, grid, columns.columns, currencyDecimals(choices.currency));
  if (read.tooLarge !== null) {
    const values = { sheet: sheet.name, cell: read.tooLarge };
    return refuse({ id: 'import.amount-too-large', values });
  }
  const { rows, rounding } = read;
  return {
    ok: true,
    table: { measure: choice.measure, sheet, table, scale, columns: columns.columns, rows, rounding },
  };
}

function chooseColumns(
  table: ImportTable,
  { yearColumns }: TableChoice,
  calendar: FiscalCalendar,
): { readonly ok: true; readonly columns: readonly MappedColumn[] } | Problem {
  const columns: MappedColumn[] = [];
  for (const index of yearColumns) {
    const year = table.years[index];
    const period = year === undefined ? null : periodOf(year, calendar);
    if (year === undefined || period === null) return refuse({ id: 'import.unknown-table' });
    if (columns.some((column) => column.period === period)) {
      return refuse({ id: 'import.year-twice', values: { label: year.header } });
    }
    columns.push({ index, year, period });
  }
  return { ok: true, columns };
}

function readRows(
  table: ImportTable,
  grid: AmountGrid,
  columns: readonly MappedColumn[],
  decimals: number,
): { rows: MappedRow[]; rounding: Rounding; tooLarge: string | null } {
  const toMinor = minorFrom(grid, decimals);
  const rows: MappedRow[] = [];
  let [count, moved] = [0, 0n];
  let tooLarge: string | null = null;
  for (const row of table.rows) {
    if (row.role !== 'data') continue;
    const rounded = columns.map(() => false);
    const minor = columns.map(({ index, year }, at) => {
      const value = grid.rows.get(row.row)?.[index] ?? null;
      if (value === null) return null;
      const amount = toMinor(value);
      if (!isWithinRange(amount.minor)) tooLarge ??= cellAddress(row.row, year.column);
      if (amount.residue !== 0n) {
        count += 1;
        moved += amount.residue;
        rounded[at] = true;
      }
      return amount.minor;
    });
    rows.push({ row, minor, rounded });
  }
  return { rows, rounding: { count, moved }, tooLarge };
}

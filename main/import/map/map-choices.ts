import { cellAddress } from '#main/excel/read/a1.ts';
import type { AmountGrid } from '#main/import/detect/amount-grid.ts';
import { readFigure } from '#main/import/detect/figure.ts';
import type { ImportTable, TableYear } from '#main/import/detect/import-table.ts';
import { MOST_YEARS } from '#main/import/choose-years.ts';
import { calendarFor, periodOf } from '#main/import/import-calendar.ts';
import type { ImportSheet, ImportState } from '#main/import/import-state.ts';
import type { ImportChoices, ImportMeasure, TableChoice } from '#shared/api/api.ts';
import { yearLabel, yearsBetween } from '#shared/calendar/fiscal-year.ts';
import type { FiscalCalendar } from '#shared/calendar/fiscal-year.ts';
import { findGaps } from '#shared/calendar/resolve-years.ts';
import type { Message } from '#shared/messages/message.ts';
import { isWithinRange } from '#shared/money/amount.ts';
import type { Minor } from '#shared/money/amount.ts';
import { currencyDecimals, isCurrencyCode } from '#shared/money/currency.ts';
import { divideHalfAway } from '#shared/money/rounding.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { ProvenanceCell } from '#shared/plan/edit.ts';
import { readLineLabels } from './line-labels.ts';
import type { LineLabels } from './line-labels.ts';
import { reviseTable } from './revise-table.ts';

/** One amount on its way into a plan, with the cell it was read from. */
export type MappedAmount = {
  readonly period: PeriodKey;
  readonly minor: Minor;
  readonly from: ProvenanceCell;
};
export type MappedRow = LineLabels & { readonly amounts: readonly MappedAmount[] };
export type MappedTable = {
  readonly measure: ImportMeasure;
  readonly rows: readonly MappedRow[];
  /** The table as the choices make it, with its totals. */
  readonly table: ImportTable;
};

/** Everything that the choices take from a file, ready for a plan. */
export type Mapped = {
  readonly calendar: FiscalCalendar;
  readonly currency: string;
  readonly years: readonly string[];
  readonly before: boolean;
  readonly later: boolean;
  readonly tables: readonly MappedTable[];
  readonly rounding: Rounding;
};

/** What rounding to the currency's decimals moved, in units of 10^-`decimals` of the currency. */
export type Rounding = { readonly count: number; readonly moved: bigint; readonly decimals: number };
export type MapResult = { readonly ok: true; readonly mapped: Mapped } | Problem;
type Problem = { readonly ok: false; readonly problem: Message };

/** Finer than any figure of fifteen digits. */
const ROUNDING_DECIMALS = 20;

const refuse = (problem: Message): Problem => ({ ok: false, problem });

/** Carries out the choices of a person: which tables, columns, scales, roles. Says what is wrong with them otherwise. */
export function mapChoices(state: ImportState, choices: ImportChoices): MapResult {
  if (!isCurrencyCode(choices.currency)) {
    return refuse({ id: 'import.unknown-currency', values: { currency: choices.currency } });
  }
  const calendar = calendarFor(choices.startMonth, choices.locale);
  const tables: MappedTable[] = [];
  const periods = new Set<PeriodKey>();
  let rounding: Rounding = { count: 0, moved: 0n, decimals: ROUNDING_DECIMALS };
  for (const choice of choices.tables) {
    const mapped = mapTable(state, choices, choice, calendar);
    if (!mapped.ok) return mapped;
    tables.push(mapped.table);
    for (const period of mapped.periods) periods.add(period);
    const { count, moved } = mapped.rounding;
    rounding = { ...rounding, count: rounding.count + count, moved: rounding.moved + moved };
  }
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
  if (all.length > MOST_YEARS) return refuse({ id: 'import.too-many-years', values: { count: all.length } });
  const buckets = { before: periods.has('before'), later: periods.has('later') };
  return {
    ok: true,
    mapped: { calendar, currency: choices.currency, years: all, ...buckets, tables, rounding },
  };
}

type TableResult =
  | {
      readonly ok: true;
      readonly table: MappedTable;
      readonly periods: readonly PeriodKey[];
      readonly rounding: Omit<Rounding, 'decimals'>;
    }
  | Problem;

function mapTable(
  state: ImportState,
  choices: ImportChoices,
  choice: TableChoice,
  calendar: FiscalCalendar,
): TableResult {
  const found = state.tables[choice.table];
  const sheet = state.sheets[found?.sheet ?? -1];
  if (found === undefined || sheet === undefined) return refuse({ id: 'import.unknown-table' });
  if (!/^[1-9]\d{0,14}$/.test(choice.scale))
    return refuse({ id: 'import.bad-scale', values: { scale: choice.scale } });
  const scale = BigInt(choice.scale);
  const { table, grid } = reviseTable(sheet, found, { choice, scale, locale: choices.locale });
  const columns: ChosenColumn[] = [];
  for (const index of choice.yearColumns) {
    const year = table.years[index];
    const period = year === undefined ? null : periodOf(year, calendar);
    if (year === undefined || period === null) return refuse({ id: 'import.unknown-table' });
    if (columns.some((column) => column.period === period)) {
      return refuse({ id: 'import.year-twice', values: { label: year.header } });
    }
    columns.push({ index, year, period });
  }
  const decimals = currencyDecimals(choices.currency);
  let [count, moved] = [0, 0n];
  const rows: MappedRow[] = [];
  for (const row of table.rows.filter(({ role }) => role === 'data')) {
    const amounts: MappedAmount[] = [];
    for (const column of columns) {
      const value = grid.rows.get(row.row)?.[column.index] ?? null;
      if (value === null) continue;
      const { minor, residue } = toMinor(value, grid, decimals);
      const cell = cellAddress(row.row, column.year.column);
      if (!isWithinRange(minor))
        return refuse({ id: 'import.amount-too-large', values: { sheet: sheet.name, cell } });
      if (residue !== 0n) count += 1;
      moved += residue;
      const from = provenance(sheet, row.row, column.year, { scale, rounded: residue !== 0n });
      amounts.push({ period: column.period, minor, from });
    }
    rows.push({ ...readLineLabels(sheet, table, row), amounts });
  }
  const periods = columns.map(({ period }) => period);
  return { ok: true, table: { measure: choice.measure, rows, table }, periods, rounding: { count, moved } };
}

type ChosenColumn = { readonly index: number; readonly year: TableYear; readonly period: PeriodKey };

/** Rounds half away from zero to the currency's decimals, and tells by how much in units of 10^-20. */
function toMinor(value: bigint, grid: AmountGrid, decimals: number): { minor: Minor; residue: bigint } {
  const minor = divideHalfAway(value * 10n ** BigInt(decimals), 10n ** BigInt(grid.decimals));
  const exact = value * 10n ** BigInt(ROUNDING_DECIMALS - Math.min(grid.decimals, ROUNDING_DECIMALS));
  const residue = minor * 10n ** BigInt(ROUNDING_DECIMALS - decimals) - exact;
  return { minor, residue };
}

/** The rule in short: how the cell was read, times its scale, and whether the figure was rounded. */
function provenance(
  sheet: ImportSheet,
  row: number,
  { column, notation }: TableYear,
  { scale, rounded }: { readonly scale: bigint; readonly rounded: boolean },
): ProvenanceCell {
  const cell = sheet.cell(row, column);
  const figure = readFigure(cell, { notation: notation.notation, scale });
  const kind = figure.kind === 'amount' ? figure.rule : figure.kind;
  const how = kind === 'text' ? `text with decimal ${notation.notation.decimal}` : kind;
  const rule = `${how}${scale === 1n ? '' : ` * ${scale}`}${rounded ? ', rounded' : ''}`;
  return { sheet: sheet.name, cell: cellAddress(row, column), raw: cell.raw, rule };
}

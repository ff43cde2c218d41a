import type { Sheet } from '#main/excel/read/sheet.ts';
import { compareStatedTotals, totalsOf } from '#main/import/reconcile/stated-totals.ts';
import { measureRounding } from '#main/import/reconcile/rounding.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import { readAmountGrid } from './amount-grid.ts';
import { assessTable } from './assess-table.ts';
import { decideColumnNotations } from './column-notation.ts';
import { describeTable } from './describe-table.ts';
import { findHeaderRows } from './header-rows.ts';
import type { ImportTable } from './import-table.ts';
import { readLabelColumns } from './label-columns.ts';
import { readRowRoles } from './row-roles.ts';
import { frameTables } from './table-frame.ts';
import type { TableFrame } from './table-frame.ts';
import { readTableMoney, readTableTexts } from './table-money.ts';
import { readYearColumns } from './year-columns.ts';

/** Sheets with more tables than this are lists of something else. */
const MOST_TABLES = 200;
/** Decimals of most currencies, for a table that names none. */
const USUAL_DECIMALS = 2;

export type DetectOptions = {
  readonly locale: string;
  /** The number of the sheet in its workbook. */
  readonly index: number;
};

/** Finds the tables of a sheet that have their years in columns, each with its rows, totals, findings and confidence. */
export function detectTables(sheet: Sheet, options: DetectOptions): ImportTable[] {
  const frames = frameTables(sheet, findHeaderRows(sheet)).slice(0, MOST_TABLES);
  return frames.flatMap((frame) => {
    const before = Math.max(-1, ...frames.map(({ lastRow }) => lastRow).filter((row) => row < frame.yearRow));
    const table = detectTable(sheet, frame, before, options);
    return table === null ? [] : [table];
  });
}

function detectTable(
  sheet: Sheet,
  frame: TableFrame,
  lastRowBefore: number,
  options: DetectOptions,
): ImportTable | null {
  const { locale, index } = options;
  const yearColumns = readYearColumns(sheet, frame);
  const columns = yearColumns.years.map(({ column }) => column);
  if (yearColumns.years.every(({ heading }) => heading.kind === 'transition')) return null;
  const around = readLabelColumns(sheet, frame, yearColumns);
  const rows = Array.from(
    { length: frame.lastRow - frame.firstRow + 1 },
    (_, at) => frame.firstRow + at,
  ).filter((row) => !frame.repeated.has(row));
  const texts = readTableTexts(sheet, frame, yearColumns.years, lastRowBefore);
  const money = readTableMoney(sheet, { texts, years: yearColumns.years, rows, locale });
  const notations = decideColumnNotations(sheet, columns, rows, locale);
  const grid = readAmountGrid(sheet, { columns, rows, notations, scale: money.scale });
  const tableRows = readRowRoles(sheet, frame, around.labels, grid);
  if (!tableRows.rows.some(({ role }) => role === 'data')) return null;
  const totals = totalsOf(tableRows, grid);
  const data = tableRows.rows.filter(({ role }) => role === 'data').map(({ row }) => row);
  const decimals = money.currency === null ? USUAL_DECIMALS : currencyDecimals(money.currency);
  const roundings = measureRounding(grid, data, decimals);
  const lastFigures = Math.max(...grid.rows.keys());
  const years = yearColumns.years.flatMap((year, at) => {
    const notation = notations[at];
    const rounding = roundings[at];
    if (notation === undefined || rounding === undefined) return [];
    return [{ ...year, notation, total: totals[at] ?? '0', rounding }];
  });
  const draft = {
    sheet: index,
    headerRows: frame.headerRows,
    top: Math.min(...frame.headerRows),
    left: around.left,
    bottom: lastFigures,
    right: around.right,
    texts,
    years: years.filter(({ heading }) => heading.kind !== 'transition'),
    transitions: years.filter(({ heading }) => heading.kind === 'transition'),
    labels: around.labels,
    asides: [...yearColumns.asides, ...around.asides].toSorted((a, b) => a.column - b.column),
    money,
    refused: grid.refused,
    statedTotals: compareStatedTotals(tableRows, grid),
    rows: tableRows,
    grid,
    hasOpenParts: yearColumns.hasOpenParts,
    locale,
  };
  const { confidence, findings } = assessTable(sheet, draft);
  const { grid: _grid, hasOpenParts: _parts, locale: _locale, rows: _rows, ...plainDraft } = draft;
  return {
    ...plainDraft,
    rows: tableRows.rows,
    sums: tableRows.sums,
    confidence,
    findings: [...findings, ...describeTable(sheet, draft)],
  };
}

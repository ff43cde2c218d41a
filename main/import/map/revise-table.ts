import type { ImportTable, TableYear } from '#main/import/detect/import-table.ts';
import { readAmountGrid } from '#main/import/detect/amount-grid.ts';
import type { AmountGrid } from '#main/import/detect/amount-grid.ts';
import type { ColumnNotation } from '#main/import/detect/column-notation.ts';
import type { ImportSheet } from '#main/import/import-state.ts';
import { compareStatedTotals, totalsOf } from '#main/import/reconcile/stated-totals.ts';
import type { TableChoice } from '#shared/api/api.ts';
import { notationForLocale } from '#shared/money/number-notation.ts';

/** A table as a person's choices make it, with its amounts. */
export type RevisedTable = { readonly table: ImportTable; readonly grid: AmountGrid };

/**
 * Reads a table again under the choices: another scale, roles changed by hand, another locale where the notation rested on
 * it. Totals and stated sums follow.
 */
export function reviseTable(
  sheet: ImportSheet,
  table: ImportTable,
  {
    choice,
    scale,
    locale,
  }: { readonly choice: TableChoice; readonly scale: bigint; readonly locale: string },
): RevisedTable {
  const rows = table.rows.map((row) => ({ ...row, role: choice.rowRoles[String(row.row + 1)] ?? row.role }));
  const data = new Set(rows.filter(({ role }) => role === 'data').map(({ row }) => row));
  const sums = table.sums
    .filter(({ row }) => !data.has(row))
    .map((sum) => ({ ...sum, parts: sum.parts.filter((part) => data.has(part)) }));
  const grid = readAmountGrid(sheet, {
    columns: table.years.map(({ column }) => column),
    rows: rows.map(({ row }) => row),
    notations: table.years.map(({ notation }) => followLocale(notation, locale)),
    scale,
  });
  const tableRows = { rows, sums, doubtful: [], unexplained: [] };
  const totals = totalsOf(tableRows, grid);
  const years: TableYear[] = table.years.map((year, index) => ({
    ...year,
    total: totals[index] ?? year.total,
  }));
  return {
    table: {
      ...table,
      rows,
      sums,
      years,
      money: { ...table.money, scale },
      statedTotals: compareStatedTotals(tableRows, grid),
    },
    grid,
  };
}

function followLocale(notation: ColumnNotation, locale: string): ColumnNotation {
  return notation.basis === 'locale' ? { ...notation, notation: notationForLocale(locale) } : notation;
}

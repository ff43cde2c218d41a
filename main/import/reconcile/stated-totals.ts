import type { AmountGrid } from '#main/import/detect/amount-grid.ts';
import { toTotalText } from '#main/import/detect/fixed-point.ts';
import type { StatedTotal } from '#main/import/detect/import-table.ts';
import type { TableRows } from '#main/import/detect/row-roles.ts';

/**
 * Compares every stated sum with the sum of its lines. A difference is rounding when it is at most n q / 2, where n figures
 * rounded to the step q were added.
 */
export function compareStatedTotals({ rows, sums }: TableRows, grid: AmountGrid): StatedTotal[] {
  const labels = new Map(rows.map(({ row, label }) => [row, label]));
  const text = (value: bigint): string => toTotalText(value, grid.decimals);
  return sums
    .toSorted((a, b) => a.row - b.row)
    .flatMap(({ row, parts }) =>
      grid.columns.flatMap((column, index) => {
        const stated = grid.rows.get(row)?.[index] ?? null;
        if (stated === null) return [];
        const values = parts
          .map((part) => grid.rows.get(part)?.[index] ?? null)
          .filter((value) => value !== null);
        const computed = values.reduce((sum: bigint, value) => sum + value, 0n);
        const difference = stated - computed;
        const size = difference < 0n ? -difference : difference;
        const isRounding = size * 2n <= BigInt(Math.max(1, values.length)) * (grid.quanta[index] ?? 1n);
        return [
          {
            row,
            column,
            label: labels.get(row) ?? '',
            stated: text(stated),
            computed: text(computed),
            difference: text(difference),
            isRounding,
          },
        ];
      }),
    );
}

/** What the data rows of each column add up to, in whole currency units. */
export function totalsOf({ rows }: TableRows, grid: AmountGrid): string[] {
  const data = rows.filter(({ role }) => role === 'data').map(({ row }) => grid.rows.get(row) ?? []);
  return grid.columns.map((_, index) =>
    toTotalText(
      data.reduce((sum, values) => sum + (values[index] ?? 0n), 0n),
      grid.decimals,
    ),
  );
}

import type { ColDef, ValueFormatterParams } from 'ag-grid-community';
import { cellText } from './amount-texts.ts';
import type { GridContext } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import classes from './grid.module.css';

/** What all columns of amounts share. */
export const amountColumn: ColDef<GridRow> = {
  headerClass: classes['yearHeader'] ?? '',
  cellClass: classes['amount'] ?? '',
  // While an edit is on its way the grid asks for the typed text itself to be shown.
  valueFormatter: ({ value, context }: ValueFormatterParams<GridRow, unknown, GridContext>) =>
    typeof value === 'string'
      ? value
      : cellText(typeof value === 'bigint' ? value : null, context.look().format),
};

import type { Finding } from '#shared/api/import-report.ts';
import type { ColumnNotation } from './column-notation.ts';
import type { Rounding } from '#main/import/reconcile/rounding.ts';
import type { RefusedCell } from './amount-grid.ts';
import type { LabelColumn } from './label-columns.ts';
import type { StatedSum, TableRow } from './row-roles.ts';
import type { TableMoney, TableTexts } from './table-money.ts';
import type { AsideColumn, YearColumn } from './year-columns.ts';

/** A column of one year with what its data rows add up to, in whole currency units. */
export type TableYear = YearColumn & {
  readonly notation: ColumnNotation;
  readonly total: string;
  /** What rounding to the decimals of the table's currency moves. */
  readonly rounding: Rounding;
};

/** A stated total beside what its lines add up to; amounts are decimal text in whole currency units. */
export type StatedTotal = {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly stated: string;
  readonly computed: string;
  readonly difference: string;
  /** Whether rounding of the summed figures explains the difference. */
  readonly isRounding: boolean;
};

/** A table found on a sheet. Plain data: it crosses processes. All row and column numbers are zero-based. */
export type ImportTable = {
  readonly sheet: number;
  readonly headerRows: readonly number[];
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly texts: TableTexts;
  readonly years: readonly TableYear[];
  /** Periods between two fiscal calendars, never imported. */
  readonly transitions: readonly TableYear[];
  readonly labels: readonly LabelColumn[];
  readonly asides: readonly AsideColumn[];
  readonly rows: readonly TableRow[];
  readonly sums: readonly StatedSum[];
  readonly money: TableMoney;
  readonly refused: readonly RefusedCell[];
  readonly statedTotals: readonly StatedTotal[];
  /** 0 to 100: how sure it is that the totals are right without a person's help. */
  readonly confidence: number;
  readonly findings: readonly Finding[];
};

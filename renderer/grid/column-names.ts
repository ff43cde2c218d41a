import type { PeriodKey } from '#shared/plan/axis.ts';

export const TITLE_COLUMN = 'title';
export const CODE_COLUMN = 'code';
export const KIND_COLUMN = 'kind';
export const TOTAL_COLUMN = 'total';
const PERIOD_PREFIX = 'period ';

/** The period of a column, or null for a column that holds no period's figures. */
export function periodOfColumn(columnId: string): PeriodKey | null {
  return columnId.startsWith(PERIOD_PREFIX) ? columnId.slice(PERIOD_PREFIX.length) : null;
}

export function columnOfPeriod(period: PeriodKey): string {
  return `${PERIOD_PREFIX}${period}`;
}

/** Where a mark stands: a row and a column. */
export function markKey(row: string, column: string): string {
  return `${row} | ${column}`;
}

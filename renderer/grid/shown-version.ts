import type { Say } from '#renderer/app/texts.ts';
import type { ShownVersionKind } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { periodOfColumn, TOTAL_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import type { VersionFigures } from './version-figures.ts';

/** A version whose figures stand beside the plan's own. */
export type ShownVersion = {
  readonly kind: ShownVersionKind;
  readonly info: VersionInfo;
  readonly plan: Plan;
  readonly figuresOf: VersionFigures;
};

const PREFIX = 'version ';

/** The column of a version beside a column of the plan. */
export function columnOfVersion(kind: ShownVersionKind, column: string): string {
  return `${PREFIX}${kind} ${column}`;
}

/** The version of a column, and which of the plan's columns it stands beside; null for the plan's own columns. */
export function versionOfColumn(column: string): { kind: ShownVersionKind; column: string } | null {
  for (const kind of ['original', 'approved'] as const) {
    const start = columnOfVersion(kind, '');
    if (column.startsWith(start)) return { kind, column: column.slice(start.length) };
  }
  return null;
}

/** A version's figure for a row and a column of the plan; undefined when the version has no such row or year. */
export function versionFigure(version: ShownVersion, row: GridRow, column: string): Minor | null | undefined {
  const figures = version.figuresOf(row);
  if (figures === null) return undefined;
  if (column === TOTAL_COLUMN) return figures.total;
  const period = periodOfColumn(column);
  if (period === null) return undefined;
  return figures.minor[version.plan.axis.periods.indexOf(period)];
}

/** Years in which a version has amounts and the plan has no column: they are in the version's total all the same. */
export function yearsOutside({ plan: version }: ShownVersion, plan: Plan): readonly PeriodKey[] {
  const shown = new Set(plan.axis.periods);
  return version.axis.periods.filter((period) => !shown.has(period));
}

/** The note beside the grid for versions with years that the plan no longer has; null when there is none. */
export function outsideNote(
  versions: readonly ShownVersion[],
  plan: Plan,
  { say, year }: { readonly say: Say; readonly year: (period: PeriodKey) => string },
): Message | null {
  for (const version of versions) {
    const outside = yearsOutside(version, plan);
    if (outside.length === 0) continue;
    const values = { version: say(`window.version-kind-${version.kind}`), years: outside.map(year) };
    return { id: 'window.version-years-outside', values };
  }
  return null;
}

/** The plan's own figure of a row in one of its columns; null for a blank and for a column without figures. */
export function figureInColumn(row: GridRow, column: string, periods: readonly PeriodKey[]): Minor | null {
  if (column === TOTAL_COLUMN) return row.figures.total;
  const period = periodOfColumn(column);
  return period === null ? null : (row.figures.minor[periods.indexOf(period)] ?? null);
}

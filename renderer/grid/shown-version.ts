import type { Say } from '#renderer/app/texts.ts';
import type { ShownVersionKind } from '#renderer/store/view-store.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey, YearAxis } from '#shared/plan/axis.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { periodOfColumn, TOTAL_COLUMN } from './column-names.ts';
import { type GridRow, TOTAL_ROW_ID } from './grid-row.ts';
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

/** Whose column it is, and which of the plan's columns it stands beside. */
export type VersionColumn = { readonly kind: ShownVersionKind; readonly column: string };

/** What a version's column shows; null for the plan's own columns. */
export function versionOfColumn(column: string): VersionColumn | null {
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
function yearsOutside({ plan: version, figuresOf }: ShownVersion, axis: YearAxis): readonly PeriodKey[] {
  const { minor } = figuresOf(TOTAL) ?? { minor: [] };
  const shown = new Set(axis.periods);
  return version.axis.periods.filter((period, index) => !shown.has(period) && minor[index] != null);
}

/** Asks for the figures of all lines together. */
const TOTAL: GridRow = {
  kind: 'total',
  id: TOTAL_ROW_ID,
  level: 0,
  title: '',
  isOpen: null,
  figures: { minor: [], total: null },
  series: null,
};

/** The note beside the grid for a version with amounts in years that the plan no longer has; null when there is none. */
export function outsideNote(
  versions: readonly ShownVersion[],
  axis: YearAxis,
  { say, year }: { readonly say: Say; readonly year: (period: PeriodKey) => string },
): Message | null {
  for (const version of versions) {
    const outside = yearsOutside(version, axis);
    const [first] = outside;
    if (first === undefined) continue;
    const kind = say(`window.version-kind-${version.kind}`);
    const values = { version: kind, first: year(first), count: outside.length };
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

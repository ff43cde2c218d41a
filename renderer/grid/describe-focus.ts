import type { Say } from '#renderer/app/texts.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { spokenText } from './amount-texts.ts';
import { periodOfColumn, TOTAL_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import { type ShownVersion, type VersionColumn, versionFigure, versionOfColumn } from './shown-version.ts';

type Focus = {
  readonly row: GridRow;
  readonly column: string;
  readonly versions: readonly ShownVersion[];
  readonly formats: Formats;
  readonly say: Say;
};

/** The figure in focus in full, however the cell shows it; null where there is none to tell of. */
export function describeFocus(plan: Plan, focus: Focus): Message | null {
  const { row, column, formats, say } = focus;
  const beside = versionOfColumn(column);
  if (beside !== null) return describeVersion(plan, focus, beside);
  const period = periodOfColumn(column);
  if (period === null && column !== TOTAL_COLUMN) return null;
  const minor = period === null ? row.figures.total : row.figures.minor[plan.axis.periods.indexOf(period)];
  const place = {
    row: row.title,
    column: period === null ? say('window.column-total') : formats.year(period),
  };
  if (minor === null || minor === undefined) return { id: 'window.focus-blank', values: place };
  return { id: 'window.focus', values: { ...place, figure: spokenText(minor, plan) } };
}

/** A version's figure beside the plan's. */
function describeVersion(
  plan: Plan,
  { row, versions, formats, say }: Focus,
  { kind, column }: VersionColumn,
): Message | null {
  const version = versions.find((shown) => shown.kind === kind);
  if (version === undefined) return null;
  const period = periodOfColumn(column);
  const place = {
    row: row.title,
    column: period === null ? say('window.column-total') : formats.year(period),
    version: version.info.name,
  };
  const minor = versionFigure(version, row, column) ?? null;
  if (minor === null) return { id: 'window.focus-version-blank', values: place };
  return { id: 'window.focus-version', values: { ...place, figure: spokenText(minor, plan) } };
}

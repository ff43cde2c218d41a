import type { Say } from '#renderer/app/texts.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { spokenText } from './amount-texts.ts';
import { periodOfColumn, TOTAL_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';

type Focus = {
  readonly row: GridRow;
  readonly column: string;
  readonly formats: Formats;
  readonly say: Say;
};

/** The figure in focus in full, however the cell shows it; null where there is none to tell of. */
export function describeFocus(plan: Plan, { row, column, formats, say }: Focus): Message | null {
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

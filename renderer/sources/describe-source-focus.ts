import type { Say } from '#renderer/app/texts.ts';
import { spokenText } from '#renderer/grid/amount-texts.ts';
import { periodOfColumn } from '#renderer/grid/column-names.ts';
import type { SourcesMeasure } from '#renderer/store/view-store.ts';
import type { Formats } from '#shared/messages/formats.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { FIGURE_COLUMNS } from './source-columns.ts';
import type { SourceRow } from './source-rows.ts';

type Focus = {
  readonly row: SourceRow;
  readonly column: string;
  readonly measure: SourcesMeasure;
  readonly formats: Formats;
  readonly say: Say;
};

/** The figure or certainty in focus in words; null where there is none to tell of. */
export function describeSourceFocus(
  plan: Plan,
  { row, column, measure, formats, say }: Focus,
): Message | null {
  const figure = FIGURE_COLUMNS.find((each) => each === column);
  if (figure !== undefined) {
    const name = figure === 'total' ? 'award' : figure;
    return describe(plan, { row: row.name, column: say(`window.source-column-${name}`), minor: row[figure] });
  }
  const period = periodOfColumn(column);
  if (period === null) return null;
  const index = plan.axis.periods.indexOf(period);
  const place = { row: row.name, column: formats.year(period) };
  if (measure === 'award') return describe(plan, { ...place, minor: row.award[index] ?? null });
  const certainty = row.certainty[index] ?? null;
  if (certainty === null) return { id: 'window.focus-blank', values: place };
  return { id: 'window.focus', values: { ...place, figure: say(`window.certainty-${certainty}`) } };
}

type Described = { readonly row: string; readonly column: string; readonly minor: bigint | null };

function describe(plan: Plan, { minor, ...place }: Described): Message {
  if (minor === null) return { id: 'window.focus-blank', values: place };
  return { id: 'window.focus', values: { ...place, figure: spokenText(minor, plan) } };
}

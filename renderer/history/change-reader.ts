import type { Say } from '#renderer/app/texts.ts';
import type { GoneNames } from '#shared/api/history-api.ts';
import type { Formats } from '#shared/messages/formats.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import type { Minor } from '#shared/money/amount.ts';
import { minorToDecimalText } from '#shared/money/decimal-text.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lineName, sourceName } from '#shared/plan/row-names.ts';

/** What changes are put into words with: the plan as it is now, the names of rows it no longer has, and how its people read. */
export type ChangeReader = {
  readonly plan: Plan;
  readonly gone: GoneNames;
  readonly formats: Formats;
  readonly say: Say;
};

export const NOTHING_GONE: GoneNames = { lines: {}, sources: {} };

/** What a line is called now, else what it was last called. */
export function nameOfLine({ plan, gone }: Pick<ChangeReader, 'plan' | 'gone'>, id: string): string {
  return plan.lines.at.has(id) ? lineName(plan, id) : (gone.lines[id] ?? id);
}

/** What a source is called now, else what it was last called. */
export function nameOfSource({ plan, gone }: Pick<ChangeReader, 'plan' | 'gone'>, id: string): string {
  return plan.sources.at.has(id) ? sourceName(plan, id) : (gone.sources[id] ?? id);
}

/** An amount with its currency; blank is said in a word, which zero is not. */
export function amountWords({ plan, formats, say }: ChangeReader, minor: Minor | null): string {
  if (minor === null) return say('history.blank');
  return formats.amount(minorToDecimalText(minor, currencyDecimals(plan.currency)));
}

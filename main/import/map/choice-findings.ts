import { CALENDAR_IDS } from '#main/import/calendar-findings.ts';
import { finding } from '#main/import/detect/findings.ts';
import { splitHeader } from '#main/import/import-calendar.ts';
import type { ImportState } from '#main/import/import-state.ts';
import type { ImportChoices } from '#shared/api/api.ts';
import type { Finding } from '#shared/api/import-report.ts';

const SCALE_IDS: ReadonlySet<string> = new Set(['scale-stated', 'scale-assumed', 'scale-conflict']);
const CURRENCY_IDS: ReadonlySet<string> = new Set(['currency-assumed', 'currency-unknown']);
const LOCALE_IDS: ReadonlySet<string> = new Set(['notation-assumed', 'language-assumed']);

/** Tells which findings are no longer true, because a person chose otherwise than what they state. */
export function supersededBy(state: ImportState, choices: ImportChoices): (finding: Finding) => boolean {
  const otherMonth = choices.startMonth !== state.startMonth;
  const otherLocale = choices.locale !== state.locale;
  const rescaled = new Set<Finding>();
  const repriced = new Set<Finding>();
  for (const { table: index, scale } of choices.tables) {
    const table = state.tables[index];
    if (table === undefined) continue;
    for (const each of table.findings) {
      if (scale !== String(table.money.scale)) rescaled.add(each);
      if (choices.currency !== table.money.currency) repriced.add(each);
    }
  }
  return (each) =>
    (otherMonth && CALENDAR_IDS.has(each.id)) ||
    (otherLocale && LOCALE_IDS.has(each.id)) ||
    (SCALE_IDS.has(each.id) && rescaled.has(each)) ||
    (CURRENCY_IDS.has(each.id) && repriced.has(each));
}

/** What the choices themselves contradict in the file. */
export function choiceFindings({ startMonth, tables }: ImportState, choices: ImportChoices): Finding[] {
  const taken = choices.tables.flatMap(({ table }) => tables[table] ?? []);
  const label = splitHeader(taken);
  if (choices.startMonth !== 1 || startMonth === 1 || label === undefined) return [];
  return [finding('warning', { id: 'import.january-chosen', values: { label } })];
}

import type { Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** The lines of one programme, in plan order. */
export type LineGroup = { readonly programme: string; readonly lines: readonly Line[] };

/** More programmes than this are a list, not groups: a total over so many subtotals would pass Excel's limit on a formula. */
const MOST_GROUPS = 400;

/** Lines by programme, programmes in the order in which they first appear. A plan with one nameless programme has one group. */
export function groupLines(plan: Plan): readonly LineGroup[] {
  const groups = new Map<string, Line[]>();
  for (const line of plan.lines.rows) {
    const group = groups.get(line.programme);
    if (group) group.push(line);
    else groups.set(line.programme, [line]);
  }
  if (groups.size > MOST_GROUPS) return [{ programme: '', lines: plan.lines.rows }];
  return [...groups].map(([programme, lines]) => ({ programme, lines }));
}

import type { Line } from '#shared/plan/line.ts';
import type { Grouping } from '#renderer/store/view-store.ts';

/** Lines that stand together; `programme` is null where lines are not grouped at all. */
export type LineGroup = { readonly programme: string | null; readonly lines: readonly Line[] };

/** Puts lines of one programme together, programmes in the order of their first lines. A plan without any needs no heading over its lines. */
export function groupLines(lines: readonly Line[], grouping: Grouping): readonly LineGroup[] {
  if (grouping === 'none' || lines.every(({ programme }) => programme === ''))
    return [{ programme: null, lines }];
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.programme);
    if (group === undefined) groups.set(line.programme, [line]);
    else group.push(line);
  }
  return [...groups].map(([programme, members]) => ({ programme, lines: members }));
}

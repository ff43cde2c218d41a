import type { Line } from '#shared/plan/line.ts';
import type { Grouping } from '#renderer/store/view-store.ts';

/** Lines that stand together; `programme` is null where lines are not grouped at all. */
export type LineGroup = { readonly programme: string | null; readonly lines: readonly Line[] };

/** Puts lines of one programme together: programmes in the order of their first lines, those without one last. */
export function groupLines(lines: readonly Line[], grouping: Grouping): readonly LineGroup[] {
  if (grouping === 'none') return [{ programme: null, lines }];
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const group = groups.get(line.programme);
    if (group === undefined) groups.set(line.programme, [line]);
    else group.push(line);
  }
  const named = [...groups].filter(([programme]) => programme !== '');
  const rest = groups.get('');
  const ordered = named.map(([programme, members]) => ({ programme, lines: members }));
  if (rest === undefined) return ordered;
  // A plan without any programme needs no heading over its lines.
  return ordered.length === 0
    ? [{ programme: null, lines: rest }]
    : [...ordered, { programme: '', lines: rest }];
}

import type { CellAbout } from '#renderer/store/view-store.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import { type GridRow, groupRowId, lineRowId } from './grid-row.ts';

/** Where the row of a sought cell stands: the source's row under its line where there is one, else the line's own; -1 while it is folded up or gone. */
export function findSoughtRow(rows: readonly GridRow[], { line, source }: CellAbout): number {
  if (line === null) return -1;
  const child = rows.findIndex(
    (row) => row.kind === 'allocation' && row.line === line && row.source === source,
  );
  return child >= 0 ? child : rows.findIndex((row) => row.id === lineRowId(line));
}

/** What must not be folded up for a sought cell to be seen: the programme of its line and, for a source, the line itself. */
export function foldsOver(plan: Plan, { line, source }: CellAbout): readonly string[] {
  if (line === null) return [];
  const programme = findRow(plan.lines, line)?.programme ?? '';
  const own =
    source !== null && plan.allocations.at.has(allocationId(line, source, null)) ? [lineRowId(line)] : [];
  return [groupRowId(programme), ...own];
}

import type { Plan } from '#shared/plan/plan.ts';

/**
 * The lines whose rows may look different in the later plan, by id; null when more than single rows changed: rows came,
 * went or moved, or what belongs to all of them is another.
 */
export function changedLines(before: Plan, after: Plan): ReadonlySet<string> | null {
  if (before === after) return new Set();
  const isSameShape =
    before.axis === after.axis &&
    before.sources === after.sources &&
    before.lines.at === after.lines.at &&
    before.allocations.byLine === after.allocations.byLine;
  if (!isSameShape) return null;
  const changed = new Set<string>();
  for (const [index, line] of after.lines.rows.entries()) {
    const old = before.lines.rows[index];
    if (old === line) continue;
    if (old?.programme !== line.programme) return null;
    changed.add(line.id);
  }
  if (before.allocations.rows === after.allocations.rows) return changed;
  for (const [index, row] of after.allocations.rows.entries()) {
    if (before.allocations.rows[index] !== row) changed.add(row.line);
  }
  return changed;
}

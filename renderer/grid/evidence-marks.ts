import type { CheckResult, CheckState, Evidence, Missing } from '#shared/criteria/result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lineAllocations } from '#shared/plan/totals.ts';
import { columnOfPeriod, markKey, TITLE_COLUMN } from './column-names.ts';
import { allocationRowId, lineRowId, TOTAL_ROW_ID } from './grid-row.ts';

const NO_MARKS: ReadonlyMap<string, CheckState> = new Map();

/** The cells that a check's evidence points at, and those that it misses: row and column to the check's state. */
export function evidenceMarks(plan: Plan, result: CheckResult | undefined): ReadonlyMap<string, CheckState> {
  if (result === undefined) return NO_MARKS;
  const cells = [...result.evidence, ...result.missing].flatMap((place) => cellsOf(plan, place));
  return new Map(cells.map((cell) => [cell, result.state]));
}

/** A cell of a line and a source is the source's row under the line, and the line's own, which stands for it when folded. */
function cellsOf(plan: Plan, { line, source, period }: Evidence | Missing): readonly string[] {
  const column = period === null ? TITLE_COLUMN : columnOfPeriod(period);
  if (line === null && source === null) return [markKey(TOTAL_ROW_ID, column)];
  const lines = line === null ? linesOf(plan, source) : [line];
  return lines.flatMap((id) => {
    const children = lineAllocations(plan, id).filter((allocation) => allocation.source === source);
    const rows = [lineRowId(id), ...children.map((allocation) => allocationRowId(allocation.id))];
    return rows.map((row) => markKey(row, column));
  });
}

/** Evidence that names a source alone points at every line that draws on it. */
function linesOf(plan: Plan, source: string | null): readonly string[] {
  if (source === null) return [];
  return plan.allocations.rows.filter((row) => row.source === source).map((row) => row.line);
}

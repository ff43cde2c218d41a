import type { HistoryFilter } from '#shared/api/history-api.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import type { StepRow } from './find-steps.ts';
import { passesFilter, rowsAskedFor } from './history-filter.ts';
import { decodeSummary, unpackRowChanges, type StepSummary } from './journal-summary.ts';

/**
 * The changes of a step that a filter lets through, and how many they are. They come from what the journal keeps of the
 * step, or of the step and the first row that the filter asks for; all that the step changed is only read, by `readAll`,
 * where that does not tell.
 */
export function changesLetThrough(
  step: StepRow,
  filter: HistoryFilter,
  readAll: () => readonly PlanChange[],
): StepSummary {
  const rows = rowsAskedFor(filter);
  const summary = decodeSummary(step['summary']);
  if (rows.length === 0) return summary ?? whole(readAll());
  const ofRow = unpackRowChanges(step['of_row']);
  const known = ofRow ?? summary;
  const passing = known?.changes.filter((change) => passesFilter(filter, change)) ?? [];
  if (known !== null && known.changes.length === known.count) return whole(passing);
  if (ofRow !== null && filter.cell === null && rows.length === 1) return { ...ofRow, changes: passing };
  if (ofRow !== null && isTold(filter, passing)) return whole(passing);
  return whole(readAll().filter((change) => passesFilter(filter, change)));
}

/** A step changes a cell once at most; and only the money of sources for lines can be left out of what is kept of a row. */
function isTold({ cell }: HistoryFilter, passing: readonly PlanChange[]): boolean {
  return cell !== null && (passing.length > 0 || cell.ref.of !== 'allocation');
}

function whole(changes: readonly PlanChange[]): StepSummary {
  return { count: changes.length, changes };
}

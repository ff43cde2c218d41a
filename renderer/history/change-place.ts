import type { CellAbout, ViewState } from '#renderer/store/view-store.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

type ViewChange = Partial<Pick<ViewState, 'room' | 'measure' | 'sourcesMeasure' | 'sought'>>;
type Rows = Pick<Plan, 'axis' | 'lines' | 'sources'>;

/** The room in which an amount stands. */
export function roomOf(ref: SeriesRef): 'plan' | 'sources' {
  return ref.of === 'source' ? 'sources' : 'plan';
}

/** A cell by what it is about. */
export function cellAbout(ref: SeriesRef, period: string): CellAbout {
  return {
    line: ref.of === 'source' ? null : ref.line,
    source: ref.of === 'line' ? null : ref.source,
    period,
  };
}

/** What the view must change to show where a change was made; null where the plan has no such place, or not any more. */
export function viewOfChange(plan: Rows, change: PlanChange): ViewChange | null {
  switch (change.kind) {
    case 'amount':
      return viewOfAmount(plan, change.ref, change.period);
    case 'certainty':
      return viewOfSource(plan, change.source, change.period, 'certainty');
    case 'allocation':
      return viewOfAmount(plan, { of: 'allocation', ...change }, null);
    case 'line-field':
      return viewOfLine(plan, change.line);
    case 'source-field':
      return viewOfSource(plan, change.source, null);
    case 'row':
      return change.of === 'line' ? viewOfLine(plan, change.id) : viewOfSource(plan, change.id, null);
    case 'plan-field':
    case 'years':
    case 'record':
      return null;
  }
}

/** Only need, funding and awards have cells; any other amount is shown by its row. */
function viewOfAmount(plan: Rows, ref: SeriesRef, period: string | null): ViewChange | null {
  const at = period !== null && plan.axis.periods.includes(period) ? period : null;
  if (ref.of === 'source') return viewOfSource(plan, ref.source, ref.measure === 'award' ? at : null);
  if (!plan.lines.at.has(ref.line)) return null;
  if (ref.of === 'allocation') {
    return { room: 'plan', measure: 'funding', sought: { line: ref.line, source: ref.source, period: at } };
  }
  if (ref.measure !== 'need') return viewOfLine(plan, ref.line);
  return { room: 'plan', measure: 'need', sought: { line: ref.line, source: null, period: at } };
}

function viewOfLine({ lines }: Rows, line: string): ViewChange | null {
  return lines.at.has(line) ? { room: 'plan', sought: { line, source: null, period: null } } : null;
}

function viewOfSource(
  { axis, sources }: Rows,
  source: string,
  period: string | null,
  sourcesMeasure: 'award' | 'certainty' = 'award',
): ViewChange | null {
  if (!sources.at.has(source)) return null;
  const at = period !== null && axis.periods.includes(period) ? period : null;
  return { room: 'sources', sourcesMeasure, sought: { line: null, source, period: at } };
}

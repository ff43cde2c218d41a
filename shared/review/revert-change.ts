import type { Edit } from '../plan/edit.ts';
import type { PlanChange } from './plan-change.ts';

/**
 * The edit that puts back what stood before one change; an amount gets back the origin that it had. It is for the plan
 * that the change was in: origins of another file mean nothing there. Null for what cannot be put back alone: rows,
 * allocations, years and records. The plan may still refuse the edit, when the row or the period is gone.
 */
export function revertChange(change: PlanChange): Edit | null {
  switch (change.kind) {
    case 'amount': {
      const { ref, period: from, before, beforeOrigin } = change;
      return { kind: 'set-amounts', blocks: [{ ref, from, minor: [before], origin: [beforeOrigin] }] };
    }
    case 'certainty':
      return {
        kind: 'set-certainty',
        source: change.source,
        from: change.period,
        values: [change.before],
      };
    case 'line-field':
      return { kind: 'update-line', id: change.line, changes: { [change.field]: change.before } };
    case 'source-field':
      return { kind: 'update-source', id: change.source, changes: { [change.field]: change.before } };
    case 'plan-field':
      return { kind: 'set-plan', changes: { [change.field]: change.before } };
    case 'row':
    case 'allocation':
    case 'years':
    case 'record':
      return null;
  }
}

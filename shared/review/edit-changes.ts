import type { PeriodKey } from '../plan/axis.ts';
import type { Edit } from '../plan/edit.ts';
import { PLAN_FIELDS } from './detail-fields.ts';
import { leavesOf, type LeafEdit } from './edit-leaves.ts';
import { amountChanges, certaintyChanges } from './edit-cells.ts';
import { allocationChanges, lineFieldChanges, rowChanges, sourceFieldChanges } from './edit-rows.ts';
import type { EditSide } from './edit-side.ts';
import type { PlanChange } from './plan-change.ts';
import { readEditSide } from './read-edit-side.ts';
import { isSameValue } from './same-value.ts';

type StepContext = {
  /** The first origin number of the edit, by `originOfEdit`; for the step of an undo as well. */
  readonly origin: number;
  /** The periods of the plan before the edit: the rows that an edit brings name none. */
  readonly periods: readonly PeriodKey[];
};

/**
 * What one step changed, from its edit and its inverse alone: each thing once, from what it was before the whole step to
 * what it was after it. What ends as it began is no change; nor is an amount that only got another origin, such as the
 * same figure typed over an imported one, since nobody would see a difference. The amounts of a row that comes or goes
 * are changes from or to blank. A row that is taken out and put in again was moved.
 * An edit without an inverse brought records alone, and those are its changes.
 * The order is fixed: years, the plan, rows, allocations, fields, certainty, amounts as they appear, records.
 */
export function changesOf(edit: Edit, inverse: Edit | null, context: StepContext): readonly PlanChange[] {
  const leaves = leavesOf(edit, context.origin);
  const records = leaves.flatMap(recordChange);
  if (inverse === null) return records;
  const after = readEditSide(leaves, context);
  const undone = leavesOf(inverse, context.origin);
  const before = readEditSide(undone, { origin: context.origin, periods: after.periods });
  return [
    ...yearsChanges(context.periods, after.periods),
    ...planChanges(before, after),
    ...rowChanges(before, after),
    ...allocationChanges(before, after),
    ...lineFieldChanges(before, after),
    ...sourceFieldChanges(before, after),
    ...certaintyChanges(before, after),
    ...amountChanges(before, after),
    ...records,
  ];
}

function recordChange(leaf: LeafEdit): PlanChange[] {
  switch (leaf.kind) {
    case 'comment':
      return [{ kind: 'record', record: 'comment', id: leaf.comment.id }];
    case 'accept':
      return [{ kind: 'record', record: 'acceptance', id: leaf.acceptance.id }];
    case 'sign':
      return [{ kind: 'record', record: 'sign-off', id: leaf.signOff.id }];
    default:
      return [];
  }
}

function yearsChanges(before: readonly PeriodKey[], after: readonly PeriodKey[]): PlanChange[] {
  return isSameValue(before, after) ? [] : [{ kind: 'years', before, after }];
}

function planChanges(before: EditSide, after: EditSide): PlanChange[] {
  return PLAN_FIELDS.flatMap((field): PlanChange[] => {
    const [was, is] = [before.plan[field], after.plan[field]];
    return isSameValue(was, is) ? [] : [{ kind: 'plan-field', field, before: was, after: is }];
  });
}

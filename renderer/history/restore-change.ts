import type { AskedEdit } from '#renderer/store/plan-session.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { findRow } from '#shared/plan/table.ts';
import type { Message } from '#shared/messages/message.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { revertChange } from '#shared/review/revert-change.ts';
import { isSameValue } from '#shared/review/same-value.ts';
import { cellValue } from './cell-value.ts';
import type { ChangeReader } from './change-reader.ts';
import type { ChangeInWords } from './change-words.ts';

/**
 * The edit that puts back what stood before a change; null where there is nothing to put back: it stands there already,
 * its row or year is gone, or the change is of a kind that cannot be taken back alone.
 */
export function editToRestore(plan: Plan, change: PlanChange): Edit | null {
  return isRestorable(plan, change) ? revertChange(change) : null;
}

function isRestorable(plan: Plan, change: PlanChange): boolean {
  switch (change.kind) {
    case 'amount': {
      const now = cellValue(plan, change.ref, change.period);
      return now !== null && now.minor !== change.before;
    }
    case 'certainty': {
      const source = findRow(plan.sources, change.source);
      const index = plan.axis.periods.indexOf(change.period);
      return source !== undefined && index >= 0 && (source.certainty[index] ?? null) !== change.before;
    }
    case 'line-field': {
      const line = findRow(plan.lines, change.line);
      return line !== undefined && !isSameValue(line[change.field], change.before);
    }
    case 'source-field': {
      const source = findRow(plan.sources, change.source);
      return source !== undefined && !isSameValue(source[change.field], change.before);
    }
    case 'plan-field':
      return !isSameValue(plan[change.field], change.before);
    case 'row':
    case 'allocation':
    case 'years':
    case 'record':
      return false;
  }
}

/** What the step that puts a value back is called, on its button and in the history; null for a change without a value. */
export function restoreLabel(words: ChangeInWords): Message | null {
  switch (words.kind) {
    case 'values':
      return { id: 'history.restore-of', values: { value: words.before, subject: words.subject } };
    case 'changed':
      return { id: 'history.restore-changed-of', values: { subject: words.subject } };
    case 'event':
      return null;
  }
}

/** The step that puts a value back: it stands in the history under what it did. */
export function askToRestore(edit: Edit, label: Message, { say }: Pick<ChangeReader, 'say'>): AskedEdit {
  return { edit: { kind: 'batch', label: say(label), edits: [edit] }, label };
}

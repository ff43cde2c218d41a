import type { Message } from '#shared/messages/message.ts';
import type { OpenStep } from '#main/document/journal.ts';

/** What a step that can be undone or redone is called. */
export function stepLabel({ kind, label }: Pick<OpenStep, 'kind' | 'label'>): Message {
  switch (kind) {
    case 'set-amounts':
      return { id: 'planner.step-amounts' };
    case 'set-certainty':
      return { id: 'planner.step-certainty' };
    case 'add-lines':
      return { id: 'planner.step-add-lines' };
    case 'update-line':
      return { id: 'planner.step-update-line' };
    case 'remove-lines':
      return { id: 'planner.step-remove-lines' };
    case 'add-sources':
      return { id: 'planner.step-add-sources' };
    case 'update-source':
      return { id: 'planner.step-update-source' };
    case 'remove-sources':
      return { id: 'planner.step-remove-sources' };
    case 'add-allocations':
      return { id: 'planner.step-add-allocations' };
    case 'remove-allocations':
      return { id: 'planner.step-remove-allocations' };
    case 'set-years':
      return { id: 'planner.step-years' };
    case 'set-plan':
      return { id: 'planner.step-plan' };
    case 'import':
      return { id: 'planner.step-import', values: { file: label } };
    case 'batch':
      return { id: 'planner.step-batch', values: { label } };
    default:
      return { id: 'planner.step-record' };
  }
}

import type { Message } from '#shared/messages/message.ts';
import type { PlanState } from './plan-state.ts';
import type { FileTrouble, PassingFailure } from './storage-trouble.ts';

/** What the status bar may truthfully say of the person's work. */
export type SaveState =
  | { readonly kind: 'read-only'; readonly reason: Message }
  /** `failure` is null when the planner does not answer. */
  | { readonly kind: 'not-saved'; readonly steps: number; readonly failure: PassingFailure | null }
  | {
      readonly kind: 'file-trouble';
      readonly steps: number;
      readonly trouble: FileTrouble;
      readonly isReadOnly: boolean;
    }
  | { readonly kind: 'shut-out'; readonly steps: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number | null };

/** Saved means that the planner confirmed every step; anything else is said as what it is. */
export function saveStateOf({ opened, replica, savedAt, host, storage }: PlanState): SaveState {
  const steps = replica.pending.length;
  if (opened.readOnly !== null && storage?.kind !== 'file')
    return { kind: 'read-only', reason: opened.readOnly };
  if (host === 'shut-out') return { kind: 'shut-out', steps };
  if (storage?.kind === 'file')
    return { kind: 'file-trouble', steps, trouble: storage.trouble, isReadOnly: opened.readOnly !== null };
  if (host === 'lost') return { kind: 'not-saved', steps, failure: null };
  if (steps === 0) return { kind: 'saved', at: savedAt };
  return storage === null ? { kind: 'saving' } : { kind: 'not-saved', steps, failure: storage.failure };
}

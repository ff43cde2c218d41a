import type { Message } from '#shared/messages/message.ts';
import type { PlanState } from './plan-state.ts';

/** What the status bar may truthfully say of the person's work. */
export type SaveState =
  | { readonly kind: 'read-only'; readonly reason: Message }
  | { readonly kind: 'not-saved' | 'shut-out'; readonly steps: number }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number | null };

/** Saved means that the planner confirmed every step; anything else is said as what it is. */
export function saveStateOf(state: PlanState): SaveState {
  if (state.opened.readOnly !== null) return { kind: 'read-only', reason: state.opened.readOnly };
  const steps = state.replica.pending.length;
  if (state.host === 'shut-out') return { kind: 'shut-out', steps };
  if (state.host === 'lost') return { kind: 'not-saved', steps };
  return steps === 0 ? { kind: 'saved', at: state.savedAt } : { kind: 'saving' };
}

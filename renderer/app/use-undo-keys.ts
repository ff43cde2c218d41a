import { useEffect } from 'react';
import type { PlanSession } from '#renderer/store/plan-session.ts';
import { useOpenPlan } from './app-context.ts';

/** What the keys of a person undo: `null` for any other key, and while a text field has its own undo. */
function undoStep(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isInTextField(event.target)) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && !event.shiftKey ? 'redo' : null;
}

/** Ctrl+Z undoes and Ctrl+Y (or Ctrl+Shift+Z) does again, wherever in the plan's window the focus is. */
export function useUndoKeys(): void {
  const { session } = useOpenPlan();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = undoStep(event);
      if (step === null || session.store.getState().opened.readOnly !== null) return;
      event.preventDefault();
      if (canTake(session, step)) session[step]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session]);
}

/** Whether there is anything to undo or redo, steps on their way included. A key too many is no error. */
function canTake({ store }: PlanSession, step: 'undo' | 'redo'): boolean {
  const { acked, pending } = store.getState().replica;
  if (step === 'undo') return acked.canUndo !== null || pending.length > 0;
  return acked.canRedo !== null || pending.some((each) => each.step.kind === 'undo');
}

/** Fields of these kinds, such as the switch between need and funding, hold no text that could be undone. */
const TEXTLESS_INPUTS: ReadonlySet<string> = new Set(['radio', 'checkbox', 'button']);

function isInTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !target.readOnly && !TEXTLESS_INPUTS.has(target.type);
  return target instanceof HTMLTextAreaElement;
}

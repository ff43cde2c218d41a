import { useEffect } from 'react';
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
      session[step]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session]);
}

function isInTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

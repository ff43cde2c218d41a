import { useEffect } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';

/** Ctrl+Shift+S saves a version, wherever in the plan's window the focus is; not over another dialog, nor in a plan that is only read. */
export function useVersionKeys(onSave: () => void): void {
  const { session } = useOpenPlan();
  const save = useLatest(onSave);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
      if (!isAsked || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      const isCovered = document.querySelector('[role="dialog"]') !== null;
      if (!isCovered && session.store.getState().opened.readOnly === null) save.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [session, save]);
}

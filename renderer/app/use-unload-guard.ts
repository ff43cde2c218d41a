import { useEffect } from 'react';
import type { AppState } from '#renderer/store/app-state.ts';
import { useApp } from './app-context.ts';

/**
 * Lets the browser ask before a tab goes whose last changes are not saved. The desktop's window is not asked: there the
 * event would hold the window open without a word.
 */
export function useUnloadGuard(): void {
  const { store } = useApp();
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isHeld(store.getState())) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [store]);
}

/** Whether a tab with this in it may not go without a question. */
export function isHeld({ info, plan }: Pick<AppState, 'info' | 'plan'>): boolean {
  const pending = plan?.session.store.getState().replica.pending ?? [];
  return info?.host === 'browser' && pending.length > 0;
}

import { useEffect } from 'react';
import { useApp } from './app-context.ts';

/**
 * Lets the browser ask before a tab goes whose last changes are not saved. The desktop's window is not asked: there the
 * event would hold the window open without a word.
 */
export function useUnloadGuard(): void {
  const { store } = useApp();
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      const { info, plan } = store.getState();
      const pending = plan?.session.store.getState().replica.pending ?? [];
      if (info?.host === 'browser' && pending.length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, [store]);
}

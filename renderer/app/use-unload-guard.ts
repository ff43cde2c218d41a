import { useEffect } from 'react';
import type { AppState } from '#renderer/store/app-state.ts';
import { useApp } from './app-context.ts';

/**
 * Holds the page while its last changes are not saved, and closes its plan when it goes. A browser asks by itself; the
 * desktop host waits a moment, then asks.
 */
export function useUnloadGuard(): void {
  const { store } = useApp();
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (isHeld(store.getState())) event.preventDefault();
    };
    // A page that is loaded again opens its plan anew: the planner must not count it as open twice, nor hold its file for a tab that is gone.
    const onHide = () => void store.getState().plan?.session.close();
    // A page that the browser kept and brings back has closed its plan.
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload();
    };
    window.addEventListener('beforeunload', onUnload);
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('pageshow', onShow);
    };
  }, [store]);
}

/** Whether a page with this in it may not go without a question. */
export function isHeld({ plan }: Pick<AppState, 'plan'>): boolean {
  return (plan?.session.store.getState().replica.pending ?? []).length > 0;
}

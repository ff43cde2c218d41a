import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AppState, OpenPlan } from '#renderer/store/app-state.ts';
import type { App } from '#renderer/store/app-store.ts';
import type { PlanState } from '#renderer/store/plan-state.ts';
import type { ViewState } from '#renderer/store/view-store.ts';

export const AppContext = createContext<App | null>(null);
export const PlanContext = createContext<OpenPlan | null>(null);

/** The application behind the window. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('No application around this component');
  return app;
}

export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

/** The plan on screen; only for components inside the plan's window. */
export function useOpenPlan(): OpenPlan {
  const plan = useContext(PlanContext);
  if (plan === null) throw new Error('No plan around this component');
  return plan;
}

export function usePlanState<T>(select: (state: PlanState) => T): T {
  return useStore(useOpenPlan().session.store, select);
}

export function useViewState<T>(select: (state: ViewState) => T): T {
  return useStore(useOpenPlan().view, select);
}

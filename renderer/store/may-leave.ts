import type { StoreApi } from 'zustand/vanilla';
import type { Message } from '#shared/messages/message.ts';
import type { PlanSession } from './plan-session.ts';
import { labelsOf } from './replica.ts';

/** The question that stands before a plan with unsaved changes is left. */
export type Leaving = {
  readonly steps: number;
  /** The changes by name; an undo or redo has none of its own. */
  readonly changes: readonly Message[];
  readonly answer: (isLeft: boolean) => void;
};

export type Leavable = {
  readonly plan: { readonly session: PlanSession } | null;
  readonly leaving: Leaving | null;
};

/** Whether the plan on screen may go: all of it is saved, or the person says that the rest may be lost. */
export async function mayLeave(store: StoreApi<Leavable>): Promise<boolean> {
  const session = store.getState().plan?.session;
  if (session === undefined) return true;
  session.retry();
  await session.settle();
  const steps = session.store.getState().replica.pending.map(({ step }) => step);
  if (steps.length === 0) return true;
  store.getState().leaving?.answer(false);
  return new Promise((resolve) => {
    const answer = (isLeft: boolean) => {
      store.setState({ leaving: null });
      resolve(isLeft);
    };
    store.setState({ leaving: { steps: steps.length, changes: labelsOf(steps), answer } });
  });
}

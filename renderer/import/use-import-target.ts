import { useState } from 'react';
import { useAppState } from '#renderer/app/app-context.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { PlanSession } from '#renderer/store/plan-session.ts';

/** Where an import goes: a new plan, or the open one when there is one that can be changed. */
export type ImportTarget = {
  readonly openTitle: string | null;
  readonly isNew: boolean;
  readonly setIsNew: (isNew: boolean) => void;
  /** The session of the plan that takes the import; null for a new plan. */
  readonly session: PlanSession | null;
};

/** An open plan that is still empty is what the import is most likely for; otherwise a new plan changes nothing that is there. */
export function useImportTarget(): ImportTarget {
  const open = useAppState(({ plan }) => plan);
  const state = open?.session.store.getState() ?? null;
  const plan = state?.opened.readOnly === null ? visiblePlan(state.replica) : null;
  const [isNew, setIsNew] = useState(plan === null || plan.lines.rows.length > 0);
  const session = plan === null || isNew ? null : (open?.session ?? null);
  return { openTitle: plan?.title ?? null, isNew, setIsNew, session };
}

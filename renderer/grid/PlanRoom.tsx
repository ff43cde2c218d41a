import { usePlanState } from '#renderer/app/app-context.ts';
import { visiblePlan } from '#renderer/store/replica.ts';

/** The plan by line and year. */
export function PlanRoom() {
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  return <p className="pn-muted">{plan.title}</p>;
}

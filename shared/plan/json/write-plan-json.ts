import type { Plan } from '../plan.ts';
import { planToJson } from './plan-to-json.ts';

/** Writes a plan as Plan JSON, whole but for its origins: reading it gives the same plan. */
export function writePlanJson(plan: Plan): string {
  return `${JSON.stringify(planToJson(plan), null, 2)}\n`;
}

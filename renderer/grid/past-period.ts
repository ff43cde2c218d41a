import { yearEnd } from '#shared/calendar/fiscal-year.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** Whether a period was over on the day as of which the plan is judged. */
export function isPastPeriod(
  { asOf, calendar }: Pick<Plan, 'asOf' | 'calendar'>,
  period: PeriodKey,
): boolean {
  if (period === 'before') return true;
  if (period === 'later') return false;
  return yearEnd(period, calendar) < asOf;
}

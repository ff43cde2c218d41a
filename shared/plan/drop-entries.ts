import type { PeriodKey } from './axis.ts';
import type { Edit } from './edit.ts';
import type { Plan, PlanDetails } from './plan.ts';

/** What an entry of the plan's lists names. */
type Cell = { readonly line?: string | null; readonly source?: string | null; readonly year?: PeriodKey };

/**
 * Takes out of the plan's lists what names a cell that goes: whole holds and virements, and single cells of stated
 * totals (the figures that a file stated stay what they were). No edit when nothing names one.
 */
export function dropEntries(plan: Plan, goes: (cell: Cell) => boolean): Edit[] {
  const stays = (cell: Cell) => !goes(cell);
  const holds = plan.holds.flatMap((hold) => {
    const years = hold.years.filter((year) => stays({ ...hold, year }));
    if (years.length === hold.years.length) return stays(hold) ? [hold] : [];
    return years.length === 0 ? [] : [{ ...hold, years }];
  });
  const virements = plan.virements.filter(({ from, to }) => stays(from) && stays(to));
  const statedTotals = plan.statedTotals.map((total) => {
    const cells = total.cells.filter(stays);
    return cells.length === total.cells.length ? total : { ...total, cells };
  });
  const changes: Partial<PlanDetails> = {
    ...(holds.some((hold, index) => hold !== plan.holds[index]) || holds.length < plan.holds.length
      ? { holds }
      : {}),
    ...(virements.length < plan.virements.length ? { virements } : {}),
    ...(statedTotals.some((total, index) => total !== plan.statedTotals[index]) ? { statedTotals } : {}),
  };
  return Object.keys(changes).length === 0 ? [] : [{ kind: 'set-plan', changes }];
}

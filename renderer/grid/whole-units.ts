import { unitsPerMajor } from '#shared/money/currency.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { isWholeSeries } from './whole-series.ts';

/** Whether every need and every funding of a plan is a whole number of currency units. */
export function hasOnlyWholeUnits({ currency, lines, allocations }: Plan): boolean {
  const units = unitsPerMajor(currency);
  return (
    lines.rows.every(({ need }) => isWholeSeries(need, units)) &&
    allocations.rows.every(({ amounts }) => isWholeSeries(amounts, units))
  );
}

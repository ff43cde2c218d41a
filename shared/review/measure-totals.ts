import type { Minor } from '../money/amount.ts';
import type { PeriodKey } from '../plan/axis.ts';
import { LINE_MEASURES } from '../plan/line.ts';
import type { Plan } from '../plan/plan.ts';
import type { Series } from '../plan/series.ts';
import { SOURCE_MEASURES } from '../plan/source.ts';
import type { ComparedPeriod } from './compared-rows.ts';
import type { AmountChange, ComparedMeasure, MeasureTotals } from './plan-change.ts';

type Sums = { readonly before: Minor[]; readonly after: Minor[]; raised: Minor; lowered: Minor };

const MEASURES = [...LINE_MEASURES, ...SOURCE_MEASURES, 'allocation'] as const;

/**
 * What moved of each measure that has an amount in either plan, in minor units. The earlier plan is summed; the later
 * one is that with the changes added, so that nothing of it is looked at that did not change. Blank adds nothing.
 * `after - before` is `raised - lowered`, exactly.
 */
export function measureTotals(
  before: Plan,
  changes: readonly AmountChange[],
  periods: readonly ComparedPeriod[],
): readonly MeasureTotals[] {
  const sums = sumPlan(before, periods);
  addChanges(sums, changes, periods);
  return MEASURES.flatMap((measure): MeasureTotals[] => {
    const known = sums.get(measure);
    if (!known) return [];
    return [
      {
        measure,
        before: total(known.before),
        after: total(known.after),
        raised: known.raised,
        lowered: known.lowered,
        byPeriod: periods.map(({ period }, at) => ({
          period,
          before: known.before[at] ?? 0n,
          after: known.after[at] ?? 0n,
        })),
      },
    ];
  });
}

function total(amounts: readonly Minor[]): Minor {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

/** The sums of a plan; a measure without any amount has none. */
function sumPlan(plan: Plan, periods: readonly ComparedPeriod[]): Map<ComparedMeasure, Sums> {
  const sums = new Map<ComparedMeasure, Sums>();
  const add = (measure: ComparedMeasure, { minor }: Series) => {
    for (const [at, { before: index }] of periods.entries()) {
      const amount = minor[index] ?? null;
      if (amount === null) continue;
      const into = sumsOf(sums, measure, periods.length).before;
      into[at] = (into[at] ?? 0n) + amount;
    }
  };
  for (const line of plan.lines.rows) for (const measure of LINE_MEASURES) add(measure, line[measure]);
  for (const source of plan.sources.rows) {
    for (const measure of SOURCE_MEASURES) add(measure, source[measure]);
  }
  for (const row of plan.allocations.rows) add('allocation', row.amounts);
  for (const known of sums.values()) known.after.splice(0, periods.length, ...known.before);
  return sums;
}

function addChanges(
  sums: Map<ComparedMeasure, Sums>,
  changes: readonly AmountChange[],
  periods: readonly ComparedPeriod[],
): void {
  const at = new Map<PeriodKey, number>(periods.map(({ period }, index) => [period, index]));
  for (const { ref, period, before, after } of changes) {
    const known = sumsOf(sums, ref.of === 'allocation' ? 'allocation' : ref.measure, periods.length);
    const index = at.get(period) ?? 0;
    const moved = (after ?? 0n) - (before ?? 0n);
    known.after[index] = (known.after[index] ?? 0n) + moved;
    if (moved > 0n) known.raised += moved;
    else known.lowered -= moved;
  }
}

function sumsOf(sums: Map<ComparedMeasure, Sums>, measure: ComparedMeasure, length: number): Sums {
  const known = sums.get(measure);
  if (known) return known;
  const zeros = () => Array<Minor>(length).fill(0n);
  const made: Sums = { before: zeros(), after: zeros(), raised: 0n, lowered: 0n };
  sums.set(measure, made);
  return made;
}

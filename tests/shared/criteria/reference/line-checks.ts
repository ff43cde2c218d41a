import type { Plan } from '#shared/plan/plan.ts';
import { add, isAtLeast, notBelowZero, smaller, text, type Ratio } from './arithmetic.ts';
import {
  anyCertaintyMissing,
  anyNeedMissing,
  funding,
  limit,
  need,
  use,
  yearOne,
  yearsOf,
} from './reading.ts';

export type Verdict = { readonly state: string; readonly value: string | null };
const NOT_APPLICABLE: Verdict = { state: 'not-applicable', value: null };
const UNJUDGED: Verdict = { state: 'cannot-be-judged', value: null };

function totalNeed(plan: Plan, periods: readonly number[]): bigint {
  return add(plan.lines.rows.flatMap((line) => periods.map((at) => need(line, at))));
}

function covered(plan: Plan, periods: readonly number[], certainty = -1): bigint {
  return add(
    plan.lines.rows.flatMap((line) =>
      periods.map((at) => {
        const wanted = need(line, at);
        return wanted === 0n ? 0n : smaller(wanted, funding(plan, line.id, at, certainty));
      }),
    ),
  );
}

function cover(plan: Plan, periods: readonly number[], certainty = -1): Ratio | null {
  const wanted = totalNeed(plan, periods);
  return wanted === 0n ? null : [covered(plan, periods, certainty), wanted];
}

export function sc1(plan: Plan): Verdict {
  if (anyNeedMissing(plan)) return UNJUDGED;
  const whole = cover(
    plan,
    plan.axis.periods.map((_, at) => at),
  );
  if (whole === null) return NOT_APPLICABLE;
  const everyYear = yearsOf(plan).every(({ at }) => {
    const year = cover(plan, [at]);
    return year === null || isAtLeast(year, limit(plan, 'SC-1', 'yearPass', '0.95'));
  });
  const value = text(whole);
  if (everyYear && isAtLeast(whole, limit(plan, 'SC-1', 'pass', '1'))) return { state: 'pass', value };
  const isClose = isAtLeast(whole, limit(plan, 'SC-1', 'attention', '0.9'));
  return { state: isClose ? 'attention' : 'fail', value };
}

export function sc2(plan: Plan): Verdict {
  if (anyNeedMissing(plan) || anyCertaintyMissing(plan)) return UNJUDGED;
  const years = yearsOf(plan).map(({ at }) => at);
  const whole = cover(plan, years, 3);
  if (whole === null) return NOT_APPLICABLE;
  const first = yearOne(plan);
  const inFirst = years[first] ?? 0;
  const year = cover(plan, [inFirst], 3);
  const three = cover(plan, years.slice(first, first + 3), 3);
  const isLoose = plan.allocations.rows.some((row) => {
    const source = plan.sources.rows.find(({ id }) => id === row.source);
    return source?.certainty[inFirst] === 0 && (row.amounts.minor[inFirst] ?? 0n) > 0n;
  });
  const value = text(whole);
  const reaches = (ratio: Ratio | null, name: string, usual: string) =>
    ratio === null || isAtLeast(ratio, limit(plan, 'SC-2', name, usual));
  if (isLoose || !reaches(year, 'year1Fail', '0.95')) return { state: 'fail', value };
  const isGood =
    reaches(year, 'year1Pass', '1') && reaches(three, 'threeYears', '0.75') && reaches(whole, 'plan', '0.5');
  return { state: isGood ? 'pass' : 'attention', value };
}

function gradeYears(
  plan: Plan,
  check: string,
  years: number,
  marks: readonly [string, string, string, string],
): Verdict {
  const value = String(years);
  const ratio: Ratio = [BigInt(years), 1n];
  if (isAtLeast(ratio, limit(plan, check, 'pass', marks[0], marks[2]))) return { state: 'pass', value };
  const isFair = isAtLeast(ratio, limit(plan, check, 'attention', marks[1], marks[3]));
  return { state: isFair ? 'attention' : 'fail', value };
}

export function lg1(plan: Plan): Verdict {
  if (anyNeedMissing(plan)) return UNJUDGED;
  const holds = (at: number) =>
    totalNeed(plan, [at]) > 0n || add(plan.lines.rows.map((line) => funding(plan, line.id, at))) > 0n;
  const held = yearsOf(plan)
    .map(({ at }) => at)
    .filter(holds);
  const later = plan.axis.later && holds(plan.axis.periods.length - 1) ? 1 : 0;
  const span = held.length === 0 ? 0 : Math.max(...held) - Math.min(...held) + 1;
  if (span + later === 0) return NOT_APPLICABLE;
  return gradeYears(plan, 'LG-1', span + later, ['10', '5', '20', '10']);
}

export function lg2(plan: Plan): Verdict {
  if (anyNeedMissing(plan) || anyCertaintyMissing(plan)) return UNJUDGED;
  const years = yearsOf(plan).map(({ at }) => at);
  const needed = years.filter((at) => totalNeed(plan, [at]) > 0n);
  if (needed.length === 0) return NOT_APPLICABLE;
  let run = 0;
  for (const at of years) {
    if (at > Math.max(...needed)) break;
    const ratio = cover(plan, [at], 2);
    if (ratio !== null && !isAtLeast(ratio, limit(plan, 'LG-2', 'cover', '0.75'))) break;
    run += 1;
  }
  return gradeYears(plan, 'LG-2', run, ['5', '3', '5', '3']);
}

export function lg4(plan: Plan): Verdict {
  const years = yearsOf(plan).map(({ at }) => at);
  if (years.length === 1) return NOT_APPLICABLE;
  if (anyNeedMissing(plan)) return UNJUDGED;
  const paid = years.map((at) => covered(plan, [at]));
  const wanted = years.map((at) => totalNeed(plan, [at]));
  const peak = paid.reduce((most, amount) => (amount > most ? amount : most), 0n);
  if (peak === 0n) return NOT_APPLICABLE;
  const fall = (amounts: readonly bigint[], index: number) =>
    notBelowZero((amounts[index] ?? 0n) - (amounts[index + 1] ?? 0n));
  let worst: Ratio = [0n, peak];
  const states = years.slice(0, -1).map((at, index) => {
    const drop: Ratio = [notBelowZero(fall(paid, index) - fall(wanted, index)), peak];
    if (drop[0] > worst[0]) worst = drop;
    // "At most the limit" is "the limit is at least the drop".
    if (isAtLeast(limit(plan, 'LG-4', 'pass', '0.1'), drop)) return 'pass';
    if (isAtLeast(limit(plan, 'LG-4', 'attention', '0.2'), drop)) return 'attention';
    const falling = plan.sources.rows.filter(({ id }) => use(plan, id, at) > use(plan, id, at + 1));
    const isAnnounced = falling.length > 0 && falling.every(({ taper }) => taper !== null);
    return isAnnounced ? 'attention' : 'fail';
  });
  const state = (['fail', 'attention'] as const).find((name) => states.includes(name)) ?? 'pass';
  return { state, value: text(worst) };
}

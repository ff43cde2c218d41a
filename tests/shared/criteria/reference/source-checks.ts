import { currencyDecimals } from '#shared/money/currency.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Source } from '#shared/plan/source.ts';
import { add, decimal, isAtLeast, notBelowZero, smaller, text, type Ratio } from './arithmetic.ts';
import { isUsed, isUsedAtAll, limit, use, yearsOf, type Year } from './reading.ts';
import type { Verdict } from './line-checks.ts';

type Part = { readonly state: string; readonly amount: bigint };
const LEFT_OUT: Part = { state: 'not-applicable', amount: 0n };
const UNJUDGED: Part = { state: 'cannot-be-judged', amount: 0n };

function worst(plan: Plan, parts: readonly Part[]): Verdict {
  const order = ['fail', 'cannot-be-judged', 'attention', 'pass'];
  const state = order.find((name) => parts.some((part) => part.state === name));
  if (state === undefined) return { state: 'not-applicable', value: null };
  const unit = 10n ** BigInt(currencyDecimals(plan.currency));
  return { state, value: text([add(parts.map((part) => part.amount)), unit]) };
}

function awardIsMissing(plan: Plan, source: Source, year: Year): boolean {
  if (source.award.minor[year.at] !== null) return false;
  const given = yearsOf(plan).filter(({ at }) => source.award.minor[at] !== null);
  const used = isUsed(plan, source.id, year.at);
  if (given.length === 0 && used) return true;
  if (source.window === 'unknown' && used) return true;
  if (source.window === null || source.window === 'unknown') {
    return given.some(({ at }) => at < year.at) && given.some(({ at }) => at > year.at);
  }
  return source.window.from < year.ends && source.window.to >= year.begins;
}

function award(source: Source, at: number): bigint {
  return source.award.minor[at] ?? 0n;
}

function openingPot(plan: Plan, source: Source): bigint {
  return plan.axis.before ? notBelowZero(award(source, 0) - use(plan, source.id, 0)) : 0n;
}

/** Over-use of each plan year: what is left of each year's money is looked up year by year. */
function overuse(plan: Plan, source: Source, reach: number): readonly bigint[] {
  const years = yearsOf(plan);
  const left = new Map<number, bigint>([[-1, openingPot(plan, source)]]);
  return years.map(({ at }, index) => {
    left.set(index, award(source, at));
    let wanted = use(plan, source.id, at);
    for (let from = -1; from <= index; from += 1) {
      if (from + reach < index) continue;
      const taken = smaller(left.get(from) ?? 0n, wanted);
      left.set(from, (left.get(from) ?? 0n) - taken);
      wanted -= taken;
    }
    return wanted;
  });
}

function reachOf(source: Source): number {
  if (source.carry?.rule === 'none') return 0;
  return source.carry?.rule === 'years' ? source.carry.years : 1000;
}

export function int2(plan: Plan): Verdict {
  const parts = plan.sources.rows.map((source): Part => {
    const used = yearsOf(plan).filter(({ at }) => isUsed(plan, source.id, at));
    if (used.length === 0) return LEFT_OUT;
    if (source.carry === null) return UNJUDGED;
    if (used.some((year) => awardIsMissing(plan, source, year))) return UNJUDGED;
    const amount = add(overuse(plan, source, reachOf(source)));
    if (amount > 0n) return { state: 'fail', amount };
    const isCarried =
      source.carry.rule === 'approval' &&
      yearsOf(plan).some(({ at }) => use(plan, source.id, at) > award(source, at));
    return { state: isCarried ? 'attention' : 'pass', amount };
  });
  return worst(plan, parts);
}

export function rs5(plan: Plan): Verdict {
  const used = plan.sources.rows.filter(({ id }) => isUsedAtAll(plan, id));
  if (used.some(({ ringFence }) => ringFence === null)) return { state: 'cannot-be-judged', value: null };
  let movable: Ratio = [0n, 1n];
  let all = 0n;
  for (const source of plan.sources.rows) {
    const amount = add(plan.axis.periods.map((_, at) => use(plan, source.id, at)));
    all += amount;
    const stated = source.movableShare === null ? null : decimal(source.movableShare);
    const kind = source.ringFence?.kind ?? 'none';
    const weight: Ratio =
      kind === 'none'
        ? [1n, 1n]
        : (stated ?? (kind === 'theme' ? limit(plan, 'RS-5', 'movable', '0.1') : [0n, 1n]));
    movable = [movable[0] * weight[1] + weight[0] * amount * movable[1], movable[1] * weight[1]];
  }
  if (all === 0n) return { state: 'not-applicable', value: null };
  const share: Ratio = [movable[0], movable[1] * all];
  const value = text(share);
  if (isAtLeast(share, limit(plan, 'RS-5', 'pass', '0.1'))) return { state: 'pass', value };
  return { state: isAtLeast(share, limit(plan, 'RS-5', 'attention', '0.05')) ? 'attention' : 'fail', value };
}

/** Index of the plan year that holds the window's last day; -1 before the plan, 1000 after it or never. */
function endOfWindow(plan: Plan, { window }: Source): number {
  if (window === null || window === 'unknown') return 1000;
  const years = yearsOf(plan);
  if (window.to < (years[0]?.begins ?? '')) return -1;
  const index = years.findIndex(({ begins, ends }) => begins <= window.to && window.to < ends);
  return index < 0 ? 1000 : index;
}

/** What lapses and what is left at each plan year's end. */
function playOut(plan: Plan, source: Source): { readonly lapsed: bigint; readonly waits: boolean } {
  const years = yearsOf(plan);
  const rule = source.carry?.rule;
  const end = endOfWindow(plan, source);
  const lots = new Map<number, bigint>();
  const opening = openingPot(plan, source);
  if (rule !== 'none' && reachOf(source) > 0) lots.set(-1, opening);
  let lapsed = 0n;
  let waits = false;
  years.forEach(({ at }, index) => {
    lots.set(index, award(source, at));
    let wanted = use(plan, source.id, at);
    for (const [from, left] of [...lots].toSorted(([a], [b]) => a - b)) {
      const taken = smaller(left, wanted);
      lots.set(from, left - taken);
      wanted -= taken;
    }
    for (const [from, left] of lots) {
      const isOver = rule === 'none' || index >= end || from + reachOf(source) <= index;
      if (!isOver) continue;
      lapsed += left;
      lots.delete(from);
    }
    if (rule === 'approval' && add(lots.values()) > 0n) waits = true;
  });
  return { lapsed, waits };
}

function isSlow(plan: Plan, source: Source): boolean {
  const most = limit(plan, 'RS-6', 'pass', '1.5');
  const years = yearsOf(plan);
  const drawnBefore = plan.axis.before ? source.drawn.minor[0] : null;
  return years.some(({ at }, index) => {
    if (source.drawn.minor[at] === null) return false;
    const soFar = years.slice(0, index + 1);
    const awarded = add(soFar.map((year) => award(source, year.at)));
    const drawn = add(soFar.map((year) => source.drawn.minor[year.at] ?? 0n));
    const before = drawnBefore === null || drawnBefore === undefined ? 0n : award(source, 0) - drawnBefore;
    return (before + awarded - drawn) * most[1] > most[0] * award(source, at);
  });
}

export function rs6(plan: Plan): Verdict {
  const parts = plan.sources.rows.map((source): Part => {
    const years = yearsOf(plan);
    const used = isUsedAtAll(plan, source.id);
    const needsWindow = source.carry !== null && source.carry.rule !== 'none';
    const isUnknown = source.carry === null || (needsWindow && source.window === 'unknown');
    if (years.some((year) => awardIsMissing(plan, source, year))) return UNJUDGED;
    if (isUnknown) return used ? UNJUDGED : LEFT_OUT;
    const holds = years.some(({ at }) => award(source, at) !== 0n) || openingPot(plan, source) > 0n;
    if (!holds && !used) return LEFT_OUT;
    const { lapsed, waits } = playOut(plan, source);
    if (lapsed > 0n || isSlow(plan, source)) return { state: 'fail', amount: lapsed };
    return { state: waits ? 'attention' : 'pass', amount: 0n };
  });
  return worst(plan, parts);
}

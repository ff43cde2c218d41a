import type { Minor } from '../money/amount.ts';
import type { PeriodKey } from '../plan/axis.ts';
import type { Certainty } from '../plan/source.ts';
import type { AmountWrite, EditSide, Write } from './edit-side.ts';
import type { AmountChange, PlanChange } from './plan-change.ts';

type Cell = { readonly minor: Minor | null; readonly origin: number };

const BLANK: Cell = { minor: null, origin: 0 };

/** How certain awards are, where it differs. */
export function certaintyChanges(before: EditSide, after: EditSide): PlanChange[] {
  return unionOfKeys(after.certainty, before.certainty).flatMap((source) => {
    const was = resolveCertainty(before.certainty.get(source));
    const is = resolveCertainty(after.certainty.get(source));
    return unionOfKeys(is, was).flatMap((period): PlanChange[] => {
      const change = { before: was.get(period) ?? null, after: is.get(period) ?? null };
      return change.before === change.after ? [] : [{ kind: 'certainty', source, period, ...change }];
    });
  });
}

/** Amounts that differ; see `changesOf` for what is no change. */
export function amountChanges(before: EditSide, after: EditSide): AmountChange[] {
  return unionOfKeys(after.amounts, before.amounts).flatMap((key) => {
    const ref = after.amounts.get(key)?.ref ?? before.amounts.get(key)?.ref;
    if (ref === undefined) return [];
    const was = resolveAmounts(before.amounts.get(key)?.writes);
    const is = resolveAmounts(after.amounts.get(key)?.writes);
    return unionOfKeys(is, was).flatMap((period): AmountChange[] => {
      const [old, now] = [was.get(period) ?? BLANK, is.get(period) ?? BLANK];
      if (old.minor === now.minor) return [];
      const origins = { beforeOrigin: old.origin, afterOrigin: now.origin };
      return [{ kind: 'amount', ref, period, before: old.minor, after: now.minor, ...origins }];
    });
  });
}

/** What stands in each period once all is written; the last write counts. */
function resolveAmounts(writes: readonly AmountWrite[] = []): ReadonlyMap<PeriodKey, Cell> {
  const cells = new Map<PeriodKey, Cell>();
  for (const { periods, from, values, origin } of writes) {
    for (const [index, minor] of values.entries()) {
      const period = periods[from + index];
      if (period === undefined) continue;
      const own = typeof origin === 'number' ? origin : (origin[index] ?? 0);
      cells.set(period, minor === null ? BLANK : { minor, origin: own });
    }
  }
  return cells;
}

function resolveCertainty(
  writes: readonly Write<Certainty | null>[] = [],
): ReadonlyMap<PeriodKey, Certainty | null> {
  const cells = new Map<PeriodKey, Certainty | null>();
  for (const { periods, from, values } of writes) {
    for (const [index, value] of values.entries()) {
      const period = periods[from + index];
      if (period !== undefined) cells.set(period, value);
    }
  }
  return cells;
}

/** The keys of both, in the order of the first and then of the second. */
function unionOfKeys<Key>(first: ReadonlyMap<Key, unknown>, second: ReadonlyMap<Key, unknown>): Key[] {
  return [...first.keys(), ...[...second.keys()].filter((key) => !first.has(key))];
}

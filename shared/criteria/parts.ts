import type { Minor } from '../money/amount.ts';
import { joinPiles, NO_EVIDENCE, type EvidencePile } from './evidence.ts';
import { joinMissing, NOTHING_MISSING, type MissingList } from './missing.ts';
import type { CheckState } from './result.ts';

/** How a check stands that judges each row by itself: how many parts stand how, and what drives each state. */
export type Parts = {
  readonly counts: Readonly<Record<Exclude<CheckState, 'not-applicable'>, number>>;
  /** What the failing parts come to, in minor units. */
  readonly amount: Minor;
  readonly failing: EvidencePile;
  readonly warning: EvidencePile;
  readonly missing: MissingList;
};

const NO_COUNTS = { pass: 0, attention: 0, fail: 0, 'cannot-be-judged': 0 } as const;

/** No part at all: also the measure of a row that has nothing to test. */
export const NO_PARTS: Parts = {
  counts: NO_COUNTS,
  amount: 0n,
  failing: NO_EVIDENCE,
  warning: NO_EVIDENCE,
  missing: NOTHING_MISSING,
};

/** One part in a state, with what is known of it. */
export function onePart(state: keyof Parts['counts'], known: Partial<Omit<Parts, 'counts'>> = {}): Parts {
  return { ...NO_PARTS, ...known, counts: { ...NO_COUNTS, [state]: 1 } };
}

/** Joins the parts of neighbouring rows. */
export function joinParts(a: Parts, b: Parts): Parts {
  return {
    counts: {
      pass: a.counts.pass + b.counts.pass,
      attention: a.counts.attention + b.counts.attention,
      fail: a.counts.fail + b.counts.fail,
      'cannot-be-judged': a.counts['cannot-be-judged'] + b.counts['cannot-be-judged'],
    },
    amount: a.amount + b.amount,
    failing: joinPiles(a.failing, b.failing),
    warning: joinPiles(a.warning, b.warning),
    missing: joinMissing(a.missing, b.missing),
  };
}

/** The state of the worst part; a part that cannot be judged is worse than one that needs attention. */
export function worstState({ counts }: Parts): CheckState {
  const order = ['fail', 'cannot-be-judged', 'attention', 'pass'] as const;
  return order.find((state) => counts[state] > 0) ?? 'not-applicable';
}

import type { Minor } from '../../../money/amount.ts';
import { sumMinor } from '../../../money/amount.ts';
import {
  compareFraction,
  divideFractions,
  fraction,
  fractionFromDecimal,
  multiplyFractions,
  type Fraction,
} from '../../../money/fraction.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { AMOUNT, FRACTION, MISSING, PILE } from '../../fields.ts';
import { largestEvidence, NO_EVIDENCE, pileOf, type EvidencePile } from '../../evidence.ts';
import { moneyText, ratioText } from '../../figures.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import { missingOf, NOTHING_MISSING, type MissingList } from '../../missing.ts';
import type { CheckState } from '../../result.ts';
import { missingTerm } from '../../source-awards.ts';
import { periodsUsed, usedBy, type SourceNode } from '../../source-node.ts';

type Total = {
  readonly amount: Minor;
  /** In minor units, not rounded. */
  readonly movable: Fraction;
  /** Sources whose money is tied, with all of it. */
  readonly tied: EvidencePile;
  readonly missing: MissingList;
};
type Name = 'pass' | 'attention' | 'movable';

const NOTHING = fraction(0n);
const ALL = fraction(1n);

/** RS-5: how much of the money can be moved when things change? */
export const rs5 = makeCheck<Total, Name>({
  id: 'RS-5',
  factor: 9,
  criterion: 'responsiveness',
  unit: 'share',
  best: 'high',
  name: 'check.RS-5.name',
  question: 'check.RS-5.question',
  thresholds: {
    pass: { value: '0.1', unit: 'share', basis: 'basis.integrated-settlement' },
    attention: { value: '0.05', unit: 'share', basis: 'basis.house' },
    movable: { value: '0.1', unit: 'share', basis: 'basis.integrated-settlement' },
  },
  fields: { amount: AMOUNT, movable: FRACTION, tied: PILE, missing: MISSING },
  ofSource: { measure },
  conclude,
});

function measure(node: SourceNode, { limits }: CheckFrame<Name>): Total {
  const { source } = node;
  const amount = sumMinor(usedBy(node));
  const weight = weightOf(source, limits.movable);
  const isTied = amount > 0n && weight !== null && compareFraction(weight, ALL) < 0;
  const isMissing = source.ringFence === null && periodsUsed(node) !== 0n;
  return {
    amount,
    // Money of an unknown ring-fence counts as free: a plan that fails even so would fail whatever it is.
    movable: multiplyFractions(weight ?? ALL, fraction(amount)),
    tied: isTied ? pileOf([{ line: null, source: source.id, period: null, minor: amount }]) : NO_EVIDENCE,
    missing: isMissing ? missingOf([missingTerm(source, 'ringFence')]) : NOTHING_MISSING,
  };
}

/** Which part of a source's money can be moved; null when its ring-fence is not known. */
function weightOf({ ringFence, movableShare }: SourceNode['source'], usual: Fraction): Fraction | null {
  const stated = movableShare === null ? null : fractionFromDecimal(movableShare);
  switch (ringFence?.kind) {
    case 'none':
      return ALL;
    case 'theme':
      return stated ?? usual;
    case 'line':
      return stated ?? NOTHING;
    case undefined:
      return null;
  }
}

function judge(share: Fraction, { limits }: CheckFrame<Name>): CheckState {
  if (compareFraction(share, limits.pass) >= 0) return 'pass';
  return compareFraction(share, limits.attention) >= 0 ? 'attention' : 'fail';
}

function conclude(
  { amount, movable, tied, missing }: Total,
  frame: CheckFrame<Name>,
  names: Names,
): Conclusion {
  const share = amount > 0n ? divideFractions(movable, fraction(amount)) : null;
  const state = share === null ? 'not-applicable' : judge(share, frame);
  if (missing.count > 0) {
    return cannotBeJudged(missing, names, { failsAnyway: state === 'fail', evidence: tied });
  }
  if (share === null) return notApplicable('check.RS-5.not-applicable');
  const value = ratioText(share);
  const [largest] = largestEvidence(tied, 1);
  return {
    state,
    value,
    evidence: tied,
    missing,
    message: {
      id: 'check.RS-5.result',
      values: {
        share: value,
        amount: moneyText(amount, frame),
        tied:
          largest === undefined
            ? null
            : { source: names.source(largest.source ?? ''), amount: moneyText(largest.minor, frame) },
      },
    },
  };
}

import type { Minor } from '../../../money/amount.ts';
import { sumMinor } from '../../../money/amount.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { AMOUNT, MISSING, PILE, SUMS } from '../../fields.ts';
import { isAtLeast, missingNeeds, weakestYear } from '../../cover.ts';
import { largestEvidence, pileOfLine, type EvidencePile } from '../../evidence.ts';
import { moneyText, quotientText } from '../../figures.ts';
import type { Frame } from '../../frame.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import type { LineNode } from '../../line-node.ts';
import type { MissingList } from '../../missing.ts';
import type { CheckState } from '../../result.ts';
import type { Sums } from '../../sums.ts';

type Total = {
  readonly need: Sums;
  readonly paid: Sums;
  /** Funding beyond the need of its own line, which closes no gap. */
  readonly surplus: Minor;
  readonly gaps: EvidencePile;
  readonly missing: MissingList;
};
type Name = 'pass' | 'yearPass' | 'attention';

/** SC-1: does the plan fund what it says is needed? */
export const sc1 = makeCheck<Total, Name>({
  id: 'SC-1',
  factor: 3,
  criterion: 'scale',
  unit: 'share',
  best: 'high',
  name: 'check.SC-1.name',
  question: 'check.SC-1.question',
  thresholds: {
    pass: { value: '1', unit: 'share', basis: 'basis.balanced-budget' },
    yearPass: { value: '0.95', unit: 'share', basis: 'basis.house' },
    attention: { value: '0.9', unit: 'share', basis: 'basis.house' },
  },
  fields: { need: SUMS, paid: SUMS, surplus: AMOUNT, gaps: PILE, missing: MISSING },
  ofLine: { reads: [], measure },
  conclude,
});

function measure(node: LineNode, frame: Frame): Total {
  const { needed, paid, funded } = node;
  const surplus = needed.map((need, at) => (need > 0n ? (funded[at] ?? 0n) - (paid[at] ?? 0n) : 0n));
  return {
    need: needed,
    paid,
    surplus: sumMinor(surplus),
    gaps: pileOfLine(node.line.id, frame.periods, (at) => (needed[at] ?? 0n) - (paid[at] ?? 0n)),
    missing: missingNeeds(node, frame),
  };
}

function judge(total: Total, frame: CheckFrame<Name>): CheckState {
  const { limits } = frame;
  const need = sumMinor(total.need);
  const paid = sumMinor(total.paid);
  if (need <= 0n) return 'not-applicable';
  const weakest = weakestYear(total.paid, total.need, frame);
  const isEveryYearPaid = weakest === null || isAtLeast(weakest.paid, weakest.need, limits.yearPass);
  if (isEveryYearPaid && isAtLeast(paid, need, limits.pass)) return 'pass';
  return isAtLeast(paid, need, limits.attention) ? 'attention' : 'fail';
}

function conclude(total: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const state = judge(total, frame);
  const { gaps, missing } = total;
  if (missing.count > 0) {
    return cannotBeJudged(missing, names, { failsAnyway: state === 'fail', evidence: gaps });
  }
  if (state === 'not-applicable') return notApplicable('check.SC-1.not-applicable');
  const value = quotientText(sumMinor(total.paid), sumMinor(total.need));
  const weakest = weakestYear(total.paid, total.need, frame);
  const [gap] = largestEvidence(gaps, 1);
  return {
    state,
    value,
    evidence: gaps,
    missing,
    message: {
      id: 'check.SC-1.result',
      values: {
        cover: value,
        weakest:
          weakest === null || weakest.paid >= weakest.need
            ? null
            : {
                year: weakest.year,
                need: moneyText(weakest.need, frame),
                paid: moneyText(weakest.paid, frame),
              },
        gap:
          gap === undefined
            ? null
            : {
                line: names.line(gap.line ?? ''),
                period: gap.period ?? '',
                amount: moneyText(gap.minor, frame),
              },
        surplus: total.surplus > 0n ? moneyText(total.surplus, frame) : null,
      },
    },
  };
}

import { compareFractions } from '../../../money/fraction.ts';
import type { CarryRule } from '../../../plan/source.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { PARTS } from '../../fields.ts';
import { largestEvidence, pileOf } from '../../evidence.ts';
import { moneyText } from '../../figures.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import { missingOf } from '../../missing.ts';
import { NO_PARTS, onePart, worstState, type Parts } from '../../parts.ts';
import type { Evidence } from '../../result.ts';
import { missingAwards, missingTerm, openingPot, yearAwards } from '../../source-awards.ts';
import { playLedger } from '../../source-ledger.ts';
import { usedBy, type SourceNode } from '../../source-node.ts';

type Name = 'pass';
type Total = { readonly parts: Parts };

/** INT-2: is any source promised more than it gives? */
export const int2 = makeCheck<Total, Name>({
  id: 'INT-2',
  factor: 0,
  criterion: 'precondition',
  unit: 'currency',
  best: 'low',
  name: 'check.INT-2.name',
  question: 'check.INT-2.question',
  thresholds: { pass: { value: '0', unit: 'currency', basis: 'basis.arithmetic' } },
  fields: { parts: PARTS },
  ofSource: { measure: (node, frame) => ({ parts: measure(node, frame) }) },
  conclude,
});

function measure(node: SourceNode, frame: CheckFrame<Name>): Parts {
  const { source } = node;
  const awards = yearAwards(node, frame);
  if (!awards.some(({ isUsed }) => isUsed)) return NO_PARTS;
  const missing = missingAwards(
    source,
    awards.filter(({ isUsed }) => isUsed),
  );
  if (source.carry === null) missing.push(missingTerm(source, 'carry'));
  if (source.carry === null || missing.length > 0) {
    return onePart('cannot-be-judged', { missing: missingOf(missing) });
  }
  return judge(node, source.carry, frame);
}

function judge(node: SourceNode, carry: CarryRule, frame: CheckFrame<Name>): Parts {
  const used = usedBy(node);
  const years = yearAwards(node, frame).map(({ year, award }) => ({
    year,
    award,
    use: used[year.at] ?? 0n,
  }));
  const played = playLedger({ years, opening: openingPot(node, frame), lapsesAfter: lapseYear(carry) });
  const overused: Evidence[] = [];
  const carried: Evidence[] = [];
  years.forEach(({ year, award, use }, index) => {
    const piece = { line: null, source: node.source.id, period: year.id };
    const overuse = played[index]?.overuse ?? 0n;
    if (overuse > 0n) overused.push({ ...piece, minor: overuse });
    else if (carry.rule === 'approval' && use > award) carried.push({ ...piece, minor: use - award });
  });
  const amount = overused.reduce((sum, { minor }) => sum + minor, 0n);
  const { pass } = frame.limits;
  const isWithin = compareFractions(amount, frame.unit, pass.n, pass.d) <= 0;
  const state = isWithin ? (carried.length > 0 ? 'attention' : 'pass') : 'fail';
  return onePart(state, { amount, failing: pileOf(overused), warning: pileOf(carried) });
}

/** Up to the end of which year money may be used under a carry rule. */
function lapseYear(carry: CarryRule): (year: number) => number {
  switch (carry.rule) {
    case 'none':
      return (year) => year;
    case 'years':
      return (year) => year + carry.years;
    case 'free':
    case 'approval':
      return () => Infinity;
  }
}

function conclude({ parts }: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const state = worstState(parts);
  const value = moneyText(parts.amount, frame);
  const { missing } = parts;
  if (state === 'not-applicable') return notApplicable('check.INT-2.not-applicable');
  if (state === 'cannot-be-judged') {
    return cannotBeJudged(missing, names, { failsAnyway: false, evidence: parts.warning, value });
  }
  const evidence = state === 'attention' ? parts.warning : parts.failing;
  const [largest] = largestEvidence(evidence, 1);
  return {
    state,
    value,
    evidence,
    missing,
    message: {
      id: 'check.INT-2.result',
      values: {
        overuse: state === 'fail' ? value : null,
        largest:
          largest === undefined
            ? null
            : {
                source: names.source(largest.source ?? ''),
                period: largest.period ?? '',
                amount: moneyText(largest.minor, frame),
              },
        others: Math.max(0, evidence.count - 1),
        sources: parts.counts.pass,
        unjudged: parts.counts['cannot-be-judged'],
      },
    },
  };
}

import type { CarryRule, Source } from '../../../plan/source.ts';
import { compareFractions } from '../../../money/fraction.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { PARTS } from '../../fields.ts';
import { joinPiles, largestEvidence, pileOf } from '../../evidence.ts';
import { moneyText, ratioText } from '../../figures.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import { missingOf } from '../../missing.ts';
import { joinParts, NO_PARTS, onePart, worstState, type Parts } from '../../parts.ts';
import type { Evidence, Missing } from '../../result.ts';
import { missingAwards, missingTerm, openingPot, yearAwards, type YearAward } from '../../source-awards.ts';
import { playLedger } from '../../source-ledger.ts';
import { periodsUsed, usedBy, type SourceNode } from '../../source-node.ts';
import { lapseYearOf, windowEnd } from './lapse-year.ts';
import { undrawnBalances } from './undrawn-balances.ts';

type Name = 'pass';
/** What fails: money that lapses, and balances that are not drawn. Only lapsed money counts in the value. */
type Total = { readonly lapse: Parts; readonly undrawn: Parts };

/** RS-6: will any money be lost? */
export const rs6 = makeCheck<Total, Name>({
  id: 'RS-6',
  factor: 9,
  criterion: 'responsiveness',
  unit: 'currency',
  best: 'low',
  name: 'check.RS-6.name',
  question: 'check.RS-6.question',
  thresholds: { pass: { value: '1.5', unit: 'times', basis: 'basis.timely-drawing' } },
  fields: { lapse: PARTS, undrawn: PARTS },
  ofSource: { measure },
  conclude,
});

function measure(node: SourceNode, frame: CheckFrame<Name>): Total {
  const awards = yearAwards(node, frame);
  const missing = missingFor(node, awards);
  if (missing.length > 0) {
    return { lapse: onePart('cannot-be-judged', { missing: missingOf(missing) }), undrawn: NO_PARTS };
  }
  const { carry, window } = node.source;
  const isIdle =
    periodsUsed(node) === 0n && awards.every(({ award }) => award === 0n) && openingPot(node, frame) === 0n;
  // Terms that nobody has given of money that nobody uses: there is nothing to judge yet.
  if (isIdle || carry === null || (window === 'unknown' && carry.rule !== 'none')) {
    return { lapse: NO_PARTS, undrawn: NO_PARTS };
  }
  return {
    lapse: judgeLapse(node, { awards, carry }, frame),
    undrawn: judgeUndrawn(node.source, awards, frame),
  };
}

/** Any award that is missing, and the terms that say when money lapses where the source pays for something. */
function missingFor(node: SourceNode, awards: readonly YearAward[]): readonly Missing[] {
  const { source } = node;
  const missing = missingAwards(source, awards);
  if (periodsUsed(node) === 0n) return missing;
  if (source.carry === null) missing.push(missingTerm(source, 'carry'));
  else if (source.carry.rule !== 'none' && source.window === 'unknown') {
    missing.push(missingTerm(source, 'window'));
  }
  return missing;
}

function judgeLapse(
  node: SourceNode,
  { awards, carry }: { readonly awards: readonly YearAward[]; readonly carry: CarryRule },
  frame: CheckFrame<Name>,
): Parts {
  const used = usedBy(node);
  const end = windowEnd(node.source.window, frame);
  const played = playLedger({
    years: awards.map(({ year, award }) => ({ award, use: used[year.at] ?? 0n })),
    opening: openingPot(node, frame),
    lapsesAfter: lapseYearOf(carry, end),
  });
  const lapsing: Evidence[] = [];
  const waiting: Evidence[] = [];
  played.forEach(({ lapsed, left }, index) => {
    const piece = { line: null, source: node.source.id, period: frame.years[index]?.id ?? null };
    if (lapsed > 0n) lapsing.push({ ...piece, minor: lapsed });
    if (carry.rule === 'approval' && left > 0n) waiting.push({ ...piece, minor: left });
  });
  const state = lapsing.length > 0 ? 'fail' : waiting.length > 0 ? 'attention' : 'pass';
  const amount = lapsing.reduce((sum, { minor }) => sum + minor, 0n);
  return onePart(state, { amount, failing: pileOf(lapsing), warning: pileOf(waiting) });
}

function judgeUndrawn(source: Source, awards: readonly YearAward[], frame: CheckFrame<Name>): Parts {
  const { pass } = frame.limits;
  const high = undrawnBalances(source, awards, frame).filter(
    ({ balance, award }) => compareFractions(balance, 1n, award * pass.n, pass.d) > 0,
  );
  if (high.length === 0) return NO_PARTS;
  const pieces = high.map(({ year, balance }) => ({
    line: null,
    source: source.id,
    period: year.id,
    minor: balance,
  }));
  return onePart('fail', { failing: pileOf(pieces) });
}

function conclude({ lapse, undrawn }: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const state = worstState(joinParts(lapse, undrawn));
  const value = moneyText(lapse.amount, frame);
  const { missing } = lapse;
  if (state === 'not-applicable') return notApplicable('check.RS-6.not-applicable');
  if (state === 'cannot-be-judged') {
    return cannotBeJudged(missing, names, { failsAnyway: false, evidence: lapse.warning, value });
  }
  const write = (parts: Parts['failing']) => {
    const [piece] = largestEvidence(parts, 1);
    if (piece === undefined) return null;
    return {
      source: names.source(piece.source ?? ''),
      period: piece.period ?? '',
      amount: moneyText(piece.minor, frame),
      others: parts.count - 1,
    };
  };
  return {
    state,
    value,
    evidence: state === 'attention' ? lapse.warning : joinPiles(lapse.failing, undrawn.failing),
    missing,
    message: {
      id: 'check.RS-6.result',
      values: {
        lapsed: value,
        lapsing: write(lapse.failing),
        undrawn: write(undrawn.failing),
        waiting: state === 'attention' ? write(lapse.warning) : null,
        most: ratioText(frame.limits.pass),
        unjudged: lapse.counts['cannot-be-judged'],
      },
    },
  };
}

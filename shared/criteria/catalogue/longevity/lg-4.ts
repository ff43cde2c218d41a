import type { Minor } from '../../../money/amount.ts';
import { compareFractions } from '../../../money/fraction.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { MISSING, PERIOD_SET, PILE, SUMS, YEAR_EVIDENCE, zeroOf, type Fields } from '../../fields.ts';
import { missingNeeds } from '../../cover.ts';
import { joinPiles, largestEvidence, NO_EVIDENCE, pileOf, type EvidencePile } from '../../evidence.ts';
import { moneyText, quotientText } from '../../figures.ts';
import type { Frame } from '../../frame.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import type { LineNode } from '../../line-node.ts';
import type { MissingList } from '../../missing.ts';
import { usedBy, type SourceNode } from '../../source-node.ts';
import { holdsPeriod, larger, onlyPeriod, type PeriodSet, type Sums } from '../../sums.ts';
import { evidenceOfYear, yearEvidenceOf, type YearEvidence } from '../../year-evidence.ts';
import { unfollowedEnds } from './unfollowed-ends.ts';

type Total = {
  readonly need: Sums;
  readonly paid: Sums;
  /** By plan year: the lines of which less is paid in the next year, beyond what they need less. */
  readonly falls: YearEvidence;
  readonly unfollowed: EvidencePile;
  /** Periods after which a source gives less, and those after which one does so without a recorded taper. */
  readonly falling: PeriodSet;
  readonly untapered: PeriodSet;
  readonly open: PeriodSet;
  readonly missing: MissingList;
};
type Name = 'pass' | 'attention';

const fields: Fields<Total> = {
  need: SUMS,
  paid: SUMS,
  falls: YEAR_EVIDENCE,
  unfollowed: PILE,
  falling: PERIOD_SET,
  untapered: PERIOD_SET,
  open: PERIOD_SET,
  missing: MISSING,
};

/** LG-4: does funding drop faster than need? */
export const lg4 = makeCheck<Total, Name>({
  id: 'LG-4',
  factor: 3,
  criterion: 'longevity',
  unit: 'share',
  best: 'low',
  name: 'check.LG-4.name',
  question: 'check.LG-4.question',
  thresholds: {
    pass: { value: '0.1', unit: 'share', basis: 'basis.published-taper' },
    attention: { value: '0.2', unit: 'share', basis: 'basis.published-taper' },
  },
  fields,
  ofLine: { reads: ['window'], measure: measureLine },
  ofSource: { measure: measureSource },
  conclude,
});

function measureLine(node: LineNode, frame: Frame): Total {
  const { needed: need, paid } = node;
  return {
    need,
    paid,
    falls: yearEvidenceOf(
      node.line.id,
      frame.years.slice(0, -1),
      ({ at }) => fall(paid, at) - fall(need, at),
    ),
    unfollowed: pileOf(unfollowedEnds(node, frame)),
    falling: 0n,
    untapered: 0n,
    open: node.missing,
    missing: missingNeeds(node, frame),
  };
}

function measureSource(node: SourceNode, frame: Frame): Total {
  const used = usedBy(node);
  const falling = frame.years
    .slice(0, -1)
    .reduce((set, { at }) => (fall(used, at) > 0n ? set | onlyPeriod(at) : set), 0n);
  return { ...zeroOf(fields, frame), falling, untapered: node.source.taper === null ? falling : 0n };
}

/** How much less there is in the next period; 0 when there is not less. */
function fall(sums: Sums, at: number): Minor {
  return larger(0n, (sums[at] ?? 0n) - (sums[at + 1] ?? 0n));
}

type Pair = {
  readonly index: number;
  readonly at: number;
  readonly drop: Minor;
  readonly state: 'pass' | 'attention' | 'fail';
  readonly isTapered: boolean;
};

/** Each pair of neighbouring years, graded by itself. */
function pairsOf(total: Total, peak: Minor, { years, limits }: CheckFrame<Name>): readonly Pair[] {
  return years.slice(0, -1).map(({ at }, index) => {
    const drop = larger(0n, fall(total.paid, at) - fall(total.need, at));
    const isWithin = (limit: typeof limits.pass) => compareFractions(drop, peak, limit.n, limit.d) <= 0;
    const isTapered = holdsPeriod(total.falling, at) && !holdsPeriod(total.untapered, at);
    const graded = isWithin(limits.pass) ? 'pass' : isWithin(limits.attention) ? 'attention' : 'fail';
    return { index, at, drop, state: graded === 'fail' && isTapered ? 'attention' : graded, isTapered };
  });
}

/** The lines of which less is paid after a year, shown in the year in which less is paid. */
function fallsAfter({ falls }: Total, { index }: Pair, { years }: Frame): EvidencePile {
  const next = years[index + 1];
  return next === undefined ? NO_EVIDENCE : evidenceOfYear(falls, index, next);
}

const SEVERITY = { pass: 0, attention: 1, fail: 2 } as const;

function conclude(total: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const { years } = frame;
  if (years.length < 2) return notApplicable('check.LG-4.one-year');
  const peak = years.reduce((most, { at }) => larger(most, total.paid[at] ?? 0n), 0n);
  const pairs = peak > 0n ? pairsOf(total, peak, frame) : [];
  if (total.missing.count > 0) {
    // Missing needs were taken so that the peak is as high as it can be, and pairs with one are not looked at.
    const isKnown = ({ at }: Pair) => !holdsPeriod(total.open, at) && !holdsPeriod(total.open, at + 1);
    const failsAnyway = pairs.some((pair) => pair.state === 'fail' && isKnown(pair));
    return cannotBeJudged(total.missing, names, { failsAnyway });
  }
  const worst = pairs.reduce<Pair | null>(
    (most, pair) => (most && most.drop >= pair.drop ? most : pair),
    null,
  );
  if (worst === null) return notApplicable('check.LG-4.not-applicable');
  const decided = pairs.reduce((most, pair) => {
    const isWorse = SEVERITY[pair.state] > SEVERITY[most.state];
    return isWorse ? pair : most;
  }, worst);
  return {
    state: decided.state,
    value: quotientText(worst.drop, peak),
    evidence: joinPiles(fallsAfter(total, decided, frame), total.unfollowed),
    missing: total.missing,
    message: messageOf(total, { worst, decided, peak }, { frame, names }),
  };
}

function messageOf(
  total: Total,
  found: { readonly worst: Pair; readonly decided: Pair; readonly peak: Minor },
  { frame, names }: { readonly frame: CheckFrame<Name>; readonly names: Names },
): Conclusion['message'] {
  const { worst, decided, peak } = found;
  const write = (pair: Pair) => ({
    from: frame.years[pair.index]?.id ?? '',
    to: frame.years[pair.index + 1]?.id ?? '',
    drop: quotientText(pair.drop, peak),
    amount: moneyText(pair.drop, frame),
    isTapered: pair.isTapered,
  });
  const [ending] = largestEvidence(total.unfollowed, 1);
  return {
    id: 'check.LG-4.result',
    values: {
      worst: worst.drop > 0n ? write(worst) : null,
      decided: decided === worst ? null : write(decided),
      ending:
        ending === undefined
          ? null
          : {
              source: names.source(ending.source ?? ''),
              line: names.line(ending.line ?? ''),
              amount: moneyText(ending.minor, frame),
              others: total.unfollowed.count - 1,
            },
    },
  };
}

import type { Minor } from '../../../money/amount.ts';
import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { AMOUNT, MISSING, PILE, SUMS, zeroOf, type Fields } from '../../fields.ts';
import { missingCertainty } from '../../certainty.ts';
import { capped, needAtBest } from '../../capped.ts';
import { isAtLeast, missingNeeds, sumOfYears } from '../../cover.ts';
import { joinPiles, pileOf, pileOfLine, type EvidencePile } from '../../evidence.ts';
import { moneyText, quotientText } from '../../figures.ts';
import type { Frame } from '../../frame.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import type { LineNode } from '../../line-node.ts';
import type { MissingList } from '../../missing.ts';
import type { CheckState, Evidence } from '../../result.ts';
import type { Sums } from '../../sums.ts';

type Total = {
  readonly need: Sums;
  readonly secured: Sums;
  /** Money of year 1 that no source is found for. */
  readonly unidentified: Minor;
  readonly unsecured: EvidencePile;
  readonly missing: MissingList;
};
type Name = 'year1Pass' | 'year1Fail' | 'threeYears' | 'plan';

const fields: Fields<Total> = {
  need: SUMS,
  secured: SUMS,
  unidentified: AMOUNT,
  unsecured: PILE,
  missing: MISSING,
};

/** SC-2: how much of the plan's funding is really committed? */
export const sc2 = makeCheck<Total, Name>({
  id: 'SC-2',
  factor: 3,
  criterion: 'scale',
  unit: 'share',
  best: 'high',
  name: 'check.SC-2.name',
  question: 'check.SC-2.question',
  thresholds: {
    year1Pass: { value: '1', unit: 'share', basis: 'basis.robust-estimates' },
    year1Fail: { value: '0.95', unit: 'share', basis: 'basis.robust-estimates' },
    threeYears: { value: '0.75', unit: 'share', basis: 'basis.house' },
    plan: { value: '0.5', unit: 'share', basis: 'basis.house' },
  },
  fields,
  ofLine: { reads: ['certainty'], measure },
  ofSource: {
    measure: (node, frame) => ({ ...zeroOf(fields, frame), missing: missingCertainty(node, frame) }),
  },
  conclude,
});

function measure(node: LineNode, frame: Frame): Total {
  const need = needAtBest(node, node.secured);
  const secured = capped(node.secured, need);
  const found = unidentified(node, frame);
  const unsecured = pileOfLine(node.line.id, frame.years, (at) => (need[at] ?? 0n) - (secured[at] ?? 0n));
  return {
    need,
    secured,
    unidentified: found.reduce((sum, piece) => sum + piece.minor, 0n),
    unsecured: joinPiles(unsecured, pileOf(found)),
    missing: missingNeeds(node, frame),
  };
}

/** Positive allocations of certainty 0 in year 1. */
function unidentified({ line, parts }: LineNode, { years, yearOne }: Frame): readonly Evidence[] {
  const year = years[yearOne];
  if (year === undefined) return [];
  return parts.flatMap(({ allocation, source }) => {
    const minor = allocation.amounts.minor[year.at] ?? 0n;
    const isFound = source.certainty[year.at] !== 0;
    return isFound || minor <= 0n ? [] : [{ line: line.id, source: source.id, period: year.id, minor }];
  });
}

type Span = { readonly secured: Minor; readonly need: Minor };

/** Need and secured cover of the three spans that are judged. */
function spansOf({ need, secured }: Total, frame: Frame): { year1: Span; threeYears: Span; plan: Span } {
  const { yearOne } = frame;
  const span = (from?: number, to?: number): Span => ({
    secured: sumOfYears(secured, frame, from, to),
    need: sumOfYears(need, frame, from, to),
  });
  return {
    year1: span(yearOne, yearOne + 1),
    threeYears: span(yearOne, yearOne + 3),
    plan: span(),
  };
}

function judge(total: Total, frame: CheckFrame<Name>): CheckState {
  const { limits } = frame;
  const { year1, threeYears, plan } = spansOf(total, frame);
  if (plan.need <= 0n) return 'not-applicable';
  // A span without need has nothing to secure.
  const reaches = ({ secured, need }: Span, limit: typeof limits.plan): boolean =>
    need <= 0n || isAtLeast(secured, need, limit);
  if (!reaches(year1, limits.year1Fail) || total.unidentified > 0n) return 'fail';
  const isPass =
    reaches(year1, limits.year1Pass) && reaches(threeYears, limits.threeYears) && reaches(plan, limits.plan);
  return isPass ? 'pass' : 'attention';
}

function conclude(total: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const state = judge(total, frame);
  const { unsecured, missing } = total;
  const isUnidentified = total.unidentified > 0n;
  if (missing.count > 0) {
    const failsAnyway = state === 'fail' || isUnidentified;
    return cannotBeJudged(missing, names, { failsAnyway, evidence: unsecured });
  }
  if (state === 'not-applicable') return notApplicable('check.SC-2.not-applicable');
  const { year1, threeYears, plan } = spansOf(total, frame);
  const shareOf = ({ secured, need }: Span) => (need > 0n ? quotientText(secured, need) : null);
  const value = quotientText(plan.secured, plan.need);
  return {
    state,
    value,
    evidence: unsecured,
    missing,
    message: {
      id: 'check.SC-2.result',
      values: {
        secured: value,
        year: frame.years[frame.yearOne]?.id ?? '',
        yearSecured: shareOf(year1),
        lastYear: frame.years.slice(frame.yearOne, frame.yearOne + 3).at(-1)?.id ?? '',
        threeYears: shareOf(threeYears),
        unidentified: isUnidentified ? moneyText(total.unidentified, frame) : null,
      },
    },
  };
}

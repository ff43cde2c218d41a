import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { MISSING, PERIOD_SET, SUMS, YEAR_EVIDENCE, zeroOf, type Fields } from '../../fields.ts';
import { missingCertainty } from '../../certainty.ts';
import { capped, needAtBest } from '../../capped.ts';
import { isAtLeast, missingNeeds } from '../../cover.ts';
import { NO_EVIDENCE } from '../../evidence.ts';
import { evidenceOfYear, yearEvidenceOf, type YearEvidence } from '../../year-evidence.ts';
import { quotientText, ratioText } from '../../figures.ts';
import type { Frame, FrameYear } from '../../frame.ts';
import { compareFraction, fraction } from '../../../money/fraction.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import type { LineNode } from '../../line-node.ts';
import type { MissingList } from '../../missing.ts';
import type { CheckState } from '../../result.ts';
import { holdsPeriod, type PeriodSet, type Sums } from '../../sums.ts';

type Total = {
  readonly need: Sums;
  readonly expected: Sums;
  readonly secured: Sums;
  /** Need that expected money does not cover. */
  readonly gaps: YearEvidence;
  readonly open: PeriodSet;
  readonly missing: MissingList;
};
type Name = 'pass' | 'attention' | 'cover';

const fields: Fields<Total> = {
  need: SUMS,
  expected: SUMS,
  secured: SUMS,
  gaps: YEAR_EVIDENCE,
  open: PERIOD_SET,
  missing: MISSING,
};

/** LG-2: for how many years on end is most of the need covered? */
export const lg2 = makeCheck<Total, Name>({
  id: 'LG-2',
  factor: 3,
  criterion: 'longevity',
  unit: 'years',
  best: 'high',
  name: 'check.LG-2.name',
  question: 'check.LG-2.question',
  thresholds: {
    pass: { value: '5', unit: 'years', basis: 'basis.gateway-cycle' },
    attention: { value: '3', unit: 'years', basis: 'basis.settlement-cycle' },
    cover: { value: '0.75', unit: 'share', basis: 'basis.house' },
  },
  fields,
  ofLine: { reads: ['certainty'], measure },
  ofSource: {
    measure: (node, frame) => ({ ...zeroOf(fields, frame), missing: missingCertainty(node, frame) }),
  },
  conclude,
});

function measure(node: LineNode, frame: Frame): Total {
  const need = needAtBest(node, node.expected);
  const expected = capped(node.expected, need);
  return {
    need,
    expected,
    secured: capped(node.secured, need),
    gaps: yearEvidenceOf(node.line.id, frame.years, ({ at }) => (need[at] ?? 0n) - (expected[at] ?? 0n)),
    open: node.missing,
    missing: missingNeeds(node, frame),
  };
}

/** How many years on end are covered from the plan's first, and the year that ends the run; null when there is no need at all. */
function runOf(
  total: Total,
  paid: Sums,
  { years, limits }: CheckFrame<Name>,
): { readonly years: number; readonly broken: FrameYear | null } | null {
  const lastNeed = years.findLastIndex(
    ({ at }) => (total.need[at] ?? 0n) > 0n || holdsPeriod(total.open, at),
  );
  if (lastNeed === -1) return null;
  const span = years.slice(0, lastNeed + 1);
  const broken = span.findIndex(({ at }) => {
    const need = total.need[at] ?? 0n;
    return need > 0n && !isAtLeast(paid[at] ?? 0n, need, limits.cover);
  });
  return broken === -1
    ? { years: span.length, broken: null }
    : { years: broken, broken: span[broken] ?? null };
}

function judge(years: number, { limits }: CheckFrame<Name>): CheckState {
  const value = fraction(BigInt(years));
  if (compareFraction(value, limits.pass) >= 0) return 'pass';
  return compareFraction(value, limits.attention) >= 0 ? 'attention' : 'fail';
}

function conclude(total: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const run = runOf(total, total.expected, frame);
  const state = run === null ? 'not-applicable' : judge(run.years, frame);
  if (total.missing.count > 0) {
    return cannotBeJudged(total.missing, names, { failsAnyway: state === 'fail' });
  }
  if (run === null) return notApplicable('check.LG-2.not-applicable');
  const { broken } = run;
  const at = broken?.at ?? 0;
  return {
    state,
    value: String(run.years),
    evidence: broken ? evidenceOfYear(total.gaps, at - frame.axis.firstYear, broken) : NO_EVIDENCE,
    missing: total.missing,
    message: {
      id: 'check.LG-2.result',
      values: {
        years: run.years,
        cover: ratioText(frame.limits.cover),
        secured: runOf(total, total.secured, frame)?.years ?? 0,
        broken: broken && {
          year: broken.id,
          cover: quotientText(total.expected[at] ?? 0n, total.need[at] ?? 1n),
        },
      },
    },
  };
}

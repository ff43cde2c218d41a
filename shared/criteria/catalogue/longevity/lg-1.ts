import type { CheckFrame, Conclusion, Names } from '../../check.ts';
import { makeCheck } from '../../check-run.ts';
import { MISSING, PERIOD_SET, SUMS } from '../../fields.ts';
import { missingNeeds } from '../../cover.ts';
import { pileOf } from '../../evidence.ts';
import { ratioText } from '../../figures.ts';
import { compareFraction, fraction } from '../../../money/fraction.ts';
import type { PeriodKey } from '../../../plan/axis.ts';
import { cannotBeJudged, notApplicable } from '../../judging.ts';
import type { MissingList } from '../../missing.ts';
import type { CheckState, Evidence } from '../../result.ts';
import { holdsPeriod, larger, type PeriodSet, type Sums } from '../../sums.ts';

type Total = {
  readonly need: Sums;
  readonly funded: Sums;
  /** Periods in which a need is missing, so that there may be one. */
  readonly open: PeriodSet;
  readonly missing: MissingList;
};
type Name = 'pass' | 'attention';

/** LG-1: how far does the plan look? */
export const lg1 = makeCheck<Total, Name>({
  id: 'LG-1',
  factor: 3,
  criterion: 'longevity',
  unit: 'years',
  best: 'high',
  name: 'check.LG-1.name',
  question: 'check.LG-1.question',
  thresholds: {
    pass: {
      value: '10',
      unit: 'years',
      basis: 'basis.planning-horizon',
      profiles: { transformation: { value: '20', basis: 'basis.transformation-horizon' } },
    },
    attention: {
      value: '5',
      unit: 'years',
      basis: 'basis.planning-horizon',
      profiles: { transformation: { value: '10', basis: 'basis.transformation-horizon' } },
    },
  },
  fields: { need: SUMS, funded: SUMS, open: PERIOD_SET, missing: MISSING },
  ofLine: {
    reads: [],
    measure: (node, frame) => ({
      need: node.total,
      funded: node.funded,
      open: node.missing,
      missing: missingNeeds(node, frame),
    }),
  },
  conclude,
});

type Horizon = {
  readonly years: number;
  readonly first: PeriodKey | null;
  readonly last: PeriodKey | null;
  readonly hasLater: boolean;
};

/** From the first to the last year that holds anything, and one more for the years after the plan's last. */
function horizonOf(total: Total, { axis, years }: CheckFrame<Name>): Horizon {
  const holds = (at: number): boolean =>
    (total.need[at] ?? 0n) > 0n || (total.funded[at] ?? 0n) > 0n || holdsPeriod(total.open, at);
  const held = years.filter(({ at }) => holds(at));
  const [first, last] = [held[0], held.at(-1)];
  const hasLater = axis.later && holds(axis.periods.length - 1);
  const span = first === undefined || last === undefined ? 0 : last.at - first.at + 1;
  return {
    years: span + (hasLater ? 1 : 0),
    first: first?.id ?? null,
    last: last?.id ?? null,
    hasLater,
  };
}

function judge(years: number, { limits }: CheckFrame<Name>): CheckState {
  const value = fraction(BigInt(years));
  if (compareFraction(value, limits.pass) >= 0) return 'pass';
  return compareFraction(value, limits.attention) >= 0 ? 'attention' : 'fail';
}

/** The periods at both ends of the span, with what they hold. */
function endsOf(
  total: Total,
  { axis }: CheckFrame<Name>,
  { first, last, hasLater }: Horizon,
): readonly Evidence[] {
  const ends = new Set([first, last, hasLater ? ('later' as const) : null]);
  return [...ends].flatMap((period) => {
    if (period === null) return [];
    const at = axis.periods.indexOf(period);
    const minor = larger(total.need[at] ?? 0n, total.funded[at] ?? 0n);
    return [{ line: null, source: null, period, minor }];
  });
}

function conclude(total: Total, frame: CheckFrame<Name>, names: Names): Conclusion {
  const horizon = horizonOf(total, frame);
  const state = judge(horizon.years, frame);
  if (total.missing.count > 0) {
    return cannotBeJudged(total.missing, names, { failsAnyway: state === 'fail' });
  }
  if (horizon.years === 0) return notApplicable('check.LG-1.not-applicable');
  return {
    state,
    value: String(horizon.years),
    evidence: pileOf(endsOf(total, frame, horizon)),
    missing: total.missing,
    message: {
      id: 'check.LG-1.result',
      values: { ...horizon, wanted: state === 'pass' ? null : ratioText(frame.limits.pass) },
    },
  };
}

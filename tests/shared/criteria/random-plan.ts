import fc from 'fast-check';
import type { ThresholdOverride } from '#shared/plan/records.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { CERTAINTIES, type CarryRule, type Source } from '#shared/plan/source.ts';
import {
  buildPlan,
  type AllocationToBuild,
  type LineToBuild,
  type SourceToBuild,
} from '#tests/fixtures/build-plan.ts';

/** Small figures, many of them equal, so that covers of exactly 75%, 90%, 95% and 100% come up often. */
const amount = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('0', '1', '2', '3', '4', '5', '10', '18', '19', '19.99', '20') },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 2000 }).map((pence) => (pence / 100).toFixed(2)) },
);

function amounts(length: number, blank: number) {
  const cell = fc.oneof(
    { weight: 20 - blank, arbitrary: amount },
    { weight: blank, arbitrary: fc.constant(null) },
  );
  return fc.array(cell, { minLength: length, maxLength: length });
}

/** Any date near the plan's years, often the first or last day of one. */
const day = fc.oneof(
  fc.integer({ min: 2024, max: 2034 }).map((year) => `${year}-03-31`),
  fc.integer({ min: 2024, max: 2034 }).map((year) => `${year}-04-01`),
  fc.constantFrom('2026-12-31', '2028-02-29', '2029-09-15'),
);

const carry: fc.Arbitrary<CarryRule | null> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CarryRule>({ rule: 'free' }, { rule: 'none' }, { rule: 'approval' }),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 0, max: 3 }).map((years) => ({ rule: 'years', years }) as const),
  },
);

const fund: fc.Arbitrary<Source['window']> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant('unknown' as const) },
  {
    weight: 5,
    arbitrary: fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
  },
);

function lineOf(id: string, periods: number): fc.Arbitrary<LineToBuild> {
  return fc.record({
    id: fc.constant(id),
    title: fc.constant(`Line ${id}`),
    need: fc.oneof(
      { weight: 6, arbitrary: amounts(periods, 0) },
      { weight: 1, arbitrary: amounts(periods, 4) },
    ),
    risk: amounts(periods, 16),
  });
}

function sourceOf(id: string, periods: number): fc.Arbitrary<SourceToBuild> {
  const known = fc.constantFrom(...CERTAINTIES);
  const certainty = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.array(fc.constantFrom(2, 3, 4, 4), { minLength: periods, maxLength: periods }),
    },
    { weight: 2, arbitrary: fc.array(known, { minLength: periods, maxLength: periods }) },
    { weight: 1, arbitrary: fc.array(fc.option(known), { minLength: periods, maxLength: periods }) },
  );
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(`Source ${id}`),
    window: fund,
    carry,
    ringFence: fc
      .constantFrom<Source['ringFence']>(
        { kind: 'none' },
        { kind: 'theme', themes: ['spatial'] },
        { kind: 'line', lines: ['l0'] },
        { kind: 'theme', themes: [] },
      )
      .chain((fence) =>
        fc.oneof({ weight: 9, arbitrary: fc.constant(fence) }, { weight: 1, arbitrary: fc.constant(null) }),
      ),
    movableShare: fc.constantFrom(null, null, '0.05', '0.333', '1'),
    taper: fc.constantFrom(null, { document: 'Award letter', date: '2026-01-01', page: '2' }),
    award: fc.oneof(
      { weight: 6, arbitrary: amounts(periods, 0) },
      { weight: 1, arbitrary: amounts(periods, 8) },
    ),
    drawn: fc.oneof(
      { weight: 6, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: amounts(periods, 10) },
    ),
    certainty,
  });
}

const overrides: fc.Arbitrary<readonly ThresholdOverride[]> = fc
  .subarray([
    'SC-1 pass 0.8',
    'SC-1 yearPass 0.5',
    'LG-1 pass 3',
    'LG-2 cover 0.5',
    'LG-2 pass 2',
    'LG-4 pass 0.3',
    'RS-5 movable 0.2',
    'RS-6 pass 3',
  ])
  .map((texts) =>
    texts.map((text) => {
      const [check = '', name = '', value = ''] = text.split(' ');
      return { check, name, value, reason: 'agreed', by: 'A. Officer', at: '2026-11-01' };
    }),
  );

/** Plans of up to six years, five lines and four sources, with blanks, unknown terms and buckets. */
export const randomPlan: fc.Arbitrary<Plan> = fc
  .record({
    years: fc.integer({ min: 1, max: 6 }),
    before: fc.boolean(),
    later: fc.boolean(),
    lines: fc.integer({ min: 0, max: 5 }),
    sources: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ years, before, later, lines, sources }) => {
    const periods = years + (before ? 1 : 0) + (later ? 1 : 0);
    const pairs = Array.from({ length: lines * sources }, (_, index) => ({
      line: `l${index % lines}`,
      source: `s${Math.floor(index / lines)}`,
    }));
    const allocation = (pair: { line: string; source: string }): fc.Arbitrary<AllocationToBuild> =>
      amounts(periods, 4).map((series) => ({ ...pair, amounts: series }));
    return fc
      .record({
        lines: fc.tuple(...Array.from({ length: lines }, (_, index) => lineOf(`l${index}`, periods))),
        sources: fc.tuple(...Array.from({ length: sources }, (_, index) => sourceOf(`s${index}`, periods))),
        allocations: fc
          .subarray(pairs)
          .chain((chosen): fc.Arbitrary<AllocationToBuild[]> => fc.tuple(...chosen.map(allocation))),
        profile: fc.constantFrom('standard', 'transformation', 'pilot'),
        asOf: day,
        thresholds: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: overrides }),
      })
      .map((parts) => buildPlan({ years, before, later, ...parts }));
  });

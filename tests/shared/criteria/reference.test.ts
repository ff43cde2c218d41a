import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, results } from '#shared/criteria/engine.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { randomPlan } from './random-plan.ts';
import { lg1, lg2, lg4, sc1, sc2, type Verdict } from './reference/line-checks.ts';
import { int2, rs5, rs6 } from './reference/source-checks.ts';

const REFERENCE: readonly (readonly [string, (plan: Plan) => Verdict])[] = [
  ['INT-2', int2],
  ['SC-1', sc1],
  ['SC-2', sc2],
  ['LG-1', lg1],
  ['LG-2', lg2],
  ['LG-4', lg4],
  ['RS-5', rs5],
  ['RS-6', rs6],
];

describe('the engine beside a slow and plain reading of the same rules', () => {
  it.each(REFERENCE)('agrees on %s for random plans', (id, reference) => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const found = results(createEngine(plan)).find((result) => result.id === id);
        const expected = reference(plan);
        seen.add(expected.state);
        expect({ state: found?.state, value: found?.value }).toEqual(expected);
      }),
      { numRuns: 600, seed: 20261122 },
    );
    // The agreement is worth something only where every state has come up.
    expect(seen.size).toBe(5);
  });
});

import { describe, expect, it } from 'vitest';
import type { Certainty } from '#shared/plan/source.ts';
import type { PlanToBuild } from '#tests/fixtures/build-plan.ts';
import { evidence, judge, missing, oneLine, sentence, verdict } from '../../judge.ts';

/** One line that needs £100 a year, paid by one secured source and, for the rest, by one that is only announced. */
function twoSources(
  secured: readonly string[],
  details: { readonly asOf?: string; readonly rest?: readonly (Certainty | null)[] } = {},
): PlanToBuild {
  const rest = secured.map((amount) => ((10_000 - Math.round(Number(amount) * 100)) / 100).toFixed(2));
  return {
    years: secured.length,
    asOf: details.asOf ?? '2026-11-22',
    lines: [{ id: 'l1', title: 'Retrofit', need: secured.map(() => '100') }],
    sources: [
      { id: 's1', certainty: secured.map(() => 3) },
      { id: 's2', name: 'Bid', certainty: details.rest ?? secured.map(() => 2) },
    ],
    allocations: [
      { line: 'l1', source: 's1', amounts: secured },
      { line: 'l1', source: 's2', amounts: rest },
    ],
  };
}

describe('SC-2', () => {
  it('passes with year 1 whole, three quarters over three years and half of the plan', () => {
    expect(verdict('SC-2', twoSources(['100', '75', '50', '0']))).toBe('pass 0.5625');
  });

  it('takes note a penny below each of the three marks', () => {
    expect(verdict('SC-2', twoSources(['99.99', '100', '100']))).toBe('attention 0.999967');
    expect(verdict('SC-2', twoSources(['100', '75', '49.99']))).toBe('attention 0.749967');
    expect(verdict('SC-2', twoSources(['100', '75', '50', '0', '24.99']))).toBe('attention 0.49998');
    expect(verdict('SC-2', twoSources(['100', '75', '50', '0', '25.00']))).toBe('pass 0.5');
  });

  it('fails below 95% in year 1', () => {
    expect(verdict('SC-2', twoSources(['95.00', '100', '100']))).toBe('attention 0.983333');
    expect(verdict('SC-2', twoSources(['94.99', '100', '100']))).toBe('fail 0.9833');
  });

  it('fails with a penny of unidentified money in year 1, and not in a later year', () => {
    expect(verdict('SC-2', twoSources(['99.99', '100'], { rest: [0, 2] }))).toBe('fail 0.99995');
    expect(verdict('SC-2', twoSources(['100', '99.99'], { rest: [0, 0] }))).toBe('pass 0.99995');
  });

  it('takes the first year that ends after the date for year 1', () => {
    // 2026/27 has ended on 31 March 2027, so 2027/28 is year 1.
    expect(verdict('SC-2', twoSources(['0', '100', '100'], { asOf: '2027-03-31' }))).toBe('pass 0.666667');
    expect(verdict('SC-2', twoSources(['0', '100', '100'], { asOf: '2027-03-30' }))).toBe('fail 0.666667');
    expect(verdict('SC-2', twoSources(['100', '100', '0'], { asOf: '2040-01-01' }))).toBe(
      'attention 0.666667',
    );
  });

  it('leaves year 1 out when it has no need', () => {
    const plan = oneLine(['0', '100'], ['0', '100']);
    expect(verdict('SC-2', plan)).toBe('pass 1');
    expect(sentence('SC-2', plan)).toBe(
      'Held or contracted money covers 100% of the need over the plan’s years. 2026/27 has no need. From 2026/27 to 2027/28 it covers 100%.',
    );
  });

  it('has nothing to test without need in the years, buckets left out', () => {
    const plan = oneLine(['100', '0', '100'], ['100', '0', '100'], { years: 1, before: true, later: true });
    expect(verdict('SC-2', plan)).toBe('not-applicable');
  });

  it('judges a plan of one year', () => {
    expect(verdict('SC-2', twoSources(['100']))).toBe('pass 1');
  });

  it('misses a certainty only where money is allocated, once for each source and year', () => {
    const plan = twoSources(['50', '100'], { rest: [null, null] });
    expect(judge('SC-2', plan)).toMatchObject({ state: 'cannot-be-judged', value: null });
    expect(missing(judge('SC-2', plan))).toEqual(['- s2 2026 certainty']);
  });

  it('says that it fails already when unidentified money is known', () => {
    const plan = twoSources(['50', '50'], { rest: [0, null] });
    expect(sentence('SC-2', plan)).toBe(
      'This cannot be judged yet. What is missing: the certainty of Bid in 2027/28. It fails already on what is known, whatever the rest turns out to be.',
    );
  });

  it('shows what is not secured, and the unidentified money itself', () => {
    const plan = twoSources(['90', '100'], { rest: [0, 2] });
    expect(evidence(judge('SC-2', plan))).toEqual(['l1 - 2026 1000', 'l1 s2 2026 1000']);
    expect(sentence('SC-2', plan)).toBe(
      'Held or contracted money covers 95% of the need over the plan’s years. In 2026/27 it covers 90% of that year’s need. From 2026/27 to 2027/28 it covers 95%. £10 of the funding in 2026/27 has no source yet (certainty 0).',
    );
  });
});

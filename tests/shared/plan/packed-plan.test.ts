import { describe, expect, it } from 'vitest';
import { isPackedPlan, packPlan, unpackPlan } from '#shared/plan/packed-plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 3,
  lines: [{ id: 'l1', need: ['1', null, '0'] }, { id: 'l2' }],
  sources: [{ id: 's1', award: ['-5'], certainty: [4, null, 0] }],
  allocations: [{ line: 'l1', source: 's1', amounts: [null, '9999999999999.99'] }],
});

describe('a packed plan', () => {
  it('holds only the series that have an amount, blanks told from zeros', () => {
    const packed = packPlan(plan);
    expect([...packed.amounts]).toEqual([100n, 0n, 0n, -500n, 0n, 0n, 0n, 999_999_999_999_999n, 0n]);
    expect(unpackPlan(packed)).toEqual(plan);
  });

  it('is plain JSON but for its arrays', () => {
    const {
      amounts: _amounts,
      origins: _origins,
      filled: _filled,
      blanks: _blanks,
      ...rest
    } = packPlan(plan);
    expect(JSON.parse(JSON.stringify(rest))).toEqual(rest);
  });

  it('is told from anything else', () => {
    expect(isPackedPlan(packPlan(plan))).toBe(true);
    expect([null, 'plan', {}, plan, { ...packPlan(plan), amounts: [] }].map(isPackedPlan)).not.toContain(
      true,
    );
  });

  it('with too few amounts is not taken for a plan', () => {
    const packed = packPlan(plan);
    expect(() => unpackPlan({ ...packed, amounts: packed.amounts.slice(0, 5) })).toThrow(RangeError);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { setAmountEdit } from '#shared/plan/compose-edits.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { writePlanJson } from '#shared/plan/json/write-plan-json.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { canonicalPlan, planDigest } from '#shared/review/digest.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { fullPlanJson, smallPlanJson, type LooseJson } from '#tests/fixtures/plan-json.ts';

function read(json: LooseJson): Plan {
  const result = readPlanJson(JSON.stringify(json));
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.plan;
}

function committed(name: string): string {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8').trimEnd();
}

describe('the digest', () => {
  // These vectors bind every signature ever given: a change here voids them all.
  it.each([
    [
      'the least plan',
      smallPlanJson(),
      'small-plan.canonical.txt',
      '23421b88d08e7ab763b6e94b948186434713c0eb6282c0ab879ccb9d776e8801',
    ],
    [
      'a plan with every field',
      fullPlanJson(),
      'full-plan.canonical.txt',
      'c542a649bd4e67668754dab190a4568fc66cffdacb6b03159a69bca01dcf9484',
    ],
  ])('of %s is the committed one, taken of the committed text', (_, json, file, digest) => {
    const plan = read(json);
    expect(canonicalPlan(plan)).toBe(committed(file));
    expect(planDigest(plan)).toBe(digest);
  });

  it('does not change with how the same content is written', () => {
    const plain = planDigest(read(fullPlanJson()));
    const reordered = Object.fromEntries(Object.entries(fullPlanJson()).toReversed());
    expect(planDigest(read(reordered))).toBe(plain);
    expect(planDigest(read({ ...fullPlanJson(), bridgingReserve: '0250000.50' }))).toBe(plain);
  });

  it.each(['comments', 'signOffs', 'holds'])('does not change with %s', (list) => {
    expect(planDigest(read({ ...fullPlanJson(), [list]: [] }))).toBe(planDigest(read(fullPlanJson())));
  });

  it('does not change with the locale', () => {
    expect(planDigest(read({ ...fullPlanJson(), locale: 'ja-JP' }))).toBe(planDigest(read(fullPlanJson())));
  });

  it.each([
    ['acceptances', []],
    ['title', 'Other'],
    ['bridgingReserve', '250000.51'],
    ['asOf', '2026-11-23'],
    ['thresholds', []],
  ])('changes with %s', (field, value) => {
    expect(planDigest(read({ ...fullPlanJson(), [field]: value }))).not.toBe(
      planDigest(read(fullPlanJson())),
    );
  });

  it('tells a blank from a zero', () => {
    const plan = read(smallPlanJson());
    const result = applyEdit(plan, setAmountEdit({ of: 'line', measure: 'need', line: 'l1' }, '2028', 0n), {
      origin: 1,
    });
    expect(result.ok && planDigest(result.plan)).not.toBe(planDigest(plan));
  });

  it('of any plan is that of the plan written and read again, whatever its origins', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const result = readPlanJson(writePlanJson(plan));
        expect(result.ok && planDigest(result.plan)).toBe(planDigest(plan));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { CarryRule } from '#shared/plan/source.ts';
import type { PlanToBuild, SourceToBuild } from '#tests/fixtures/build-plan.ts';
import { evidence, judge, missing, sentence, verdict } from '../../judge.ts';

type Amounts = readonly (string | null)[];

/** One source, one line: what it gives and what is used of it. */
function used(
  award: Amounts,
  use: Amounts,
  carry: CarryRule | null,
  details: Partial<PlanToBuild & { source: Partial<SourceToBuild> }> = {},
): PlanToBuild {
  const { source, ...plan } = details;
  return {
    years: Math.max(award.length, use.length),
    lines: [{ id: 'l1' }],
    sources: [{ id: 's1', name: 'Growth fund', award, carry, ...source }],
    allocations: [{ line: 'l1', source: 's1', amounts: use }],
    ...plan,
  };
}

const NONE: CarryRule = { rule: 'none' };
const FREE: CarryRule = { rule: 'free' };
const APPROVAL: CarryRule = { rule: 'approval' };
const years = (count: number): CarryRule => ({ rule: 'years', years: count });

describe('INT-2', () => {
  it('passes up to the last penny of an award and fails a penny beyond', () => {
    expect(verdict('INT-2', used(['100'], ['100.00'], NONE))).toBe('pass 0');
    expect(verdict('INT-2', used(['100'], ['100.01'], NONE))).toBe('fail 0.01');
  });

  it('carries nothing, everything, or what is young enough', () => {
    expect(verdict('INT-2', used(['100', '0'], ['60', '40'], NONE))).toBe('fail 40');
    expect(verdict('INT-2', used(['100', '0'], ['60', '40'], FREE))).toBe('pass 0');
    expect(verdict('INT-2', used(['100', '0', '0'], ['60', '0', '40'], years(1)))).toBe('fail 40');
    expect(verdict('INT-2', used(['100', '0', '0'], ['60', '0', '40'], years(2)))).toBe('pass 0');
  });

  it('uses the oldest money first, so that little expires', () => {
    expect(verdict('INT-2', used(['10', '10', '0'], ['0', '10', '10'], years(1)))).toBe('pass 0');
  });

  it('takes note of money carried with approval, where a year uses more than its own award', () => {
    expect(verdict('INT-2', used(['100', '50'], ['60', '50'], APPROVAL))).toBe('pass 0');
    const plan = used(['100', '50'], ['60', '90'], APPROVAL);
    expect(verdict('INT-2', plan)).toBe('attention 0');
    expect(evidence(judge('INT-2', plan))).toEqual(['- s1 2027 4000']);
    expect(sentence('INT-2', plan)).toBe(
      'No source is promised more than it gives, but money carried over needs the funder’s approval: Growth fund in 2027/28, £40.',
    );
  });

  it('carries nothing on from a year that is overused', () => {
    const plan = used(['10', '10'], ['15', '15'], FREE);
    expect(verdict('INT-2', plan)).toBe('fail 10');
    expect(evidence(judge('INT-2', plan))).toEqual(['- s1 2026 500', '- s1 2027 500']);
    expect(sentence('INT-2', plan)).toBe(
      'Sources are promised £10 more than they give. The largest part is Growth fund in 2026/27, £5 (and 1 other year).',
    );
  });

  it('opens with what is left of the time before, dated the year before the first', () => {
    const before = (carry: CarryRule) =>
      used(['30', '0', '0'], ['10', '0', '20'], carry, { years: 2, before: true });
    expect(verdict('INT-2', before(FREE))).toBe('pass 0');
    expect(verdict('INT-2', before(years(2)))).toBe('pass 0');
    expect(verdict('INT-2', before(years(1)))).toBe('fail 20');
    expect(verdict('INT-2', before(NONE))).toBe('fail 20');
  });

  it('looks at no bucket by itself', () => {
    const plan = used(['0', '10', '0'], ['50', '10', '50'], FREE, { years: 1, before: true, later: true });
    expect(verdict('INT-2', plan)).toBe('pass 0');
  });

  it('has nothing to test where nothing is used', () => {
    expect(verdict('INT-2', used(['100'], [null], FREE))).toBe('not-applicable');
    expect(verdict('INT-2', used(['100'], ['0'], null))).toBe('not-applicable');
  });

  it('misses a blank award of a used year inside the window, and takes one outside it for 0', () => {
    const window = { from: '2026-04-01', to: '2027-04-01' };
    const inside = used(['10', null, null], ['5', '5', '0'], NONE, { source: { window } });
    expect(missing(judge('INT-2', inside))).toEqual(['- s1 2027 award']);
    expect(judge('INT-2', inside)).toMatchObject({ state: 'cannot-be-judged', value: '0' });
    expect(verdict('INT-2', used(['10', null, null], ['5', '0', '5'], NONE, { source: { window } }))).toBe(
      'fail 5',
    );
  });

  it('without a window takes blanks between awards for missing, and all years where there is no award', () => {
    expect(missing(judge('INT-2', used(['1', null, '1', null], ['1', '1', '1', '0'], FREE)))).toEqual([
      '- s1 2027 award',
    ]);
    expect(verdict('INT-2', used(['1', null], ['1', '1'], NONE))).toBe('fail 1');
    expect(missing(judge('INT-2', used([null, null], ['1', '1'], FREE)))).toEqual([
      '- s1 2026 award',
      '- s1 2027 award',
    ]);
  });

  it('misses a carry rule that nobody has given', () => {
    const plan = used(['100'], ['1'], null);
    expect(missing(judge('INT-2', plan))).toEqual(['- s1 - carry']);
    expect(sentence('INT-2', plan)).toBe(
      'This cannot be judged yet. What is missing: the carry-over rule of Growth fund.',
    );
  });

  it('lets one failing source outweigh another that cannot be judged', () => {
    const plan: PlanToBuild = {
      years: 1,
      lines: [{ id: 'l1' }],
      sources: [
        { id: 's1', name: 'Growth fund', award: ['10'], carry: NONE },
        { id: 's2', carry: NONE },
      ],
      allocations: [
        { line: 'l1', source: 's1', amounts: ['12'] },
        { line: 'l1', source: 's2', amounts: ['99'] },
      ],
    };
    expect(verdict('INT-2', plan)).toBe('fail 2');
    expect(sentence('INT-2', plan)).toContain('1 source cannot be judged yet.');
  });
});

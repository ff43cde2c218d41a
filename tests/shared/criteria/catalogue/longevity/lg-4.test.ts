import { describe, expect, it } from 'vitest';
import type { PlanToBuild } from '#tests/fixtures/build-plan.ts';
import { evidence, judge, missing, oneLine, sentence, verdict } from '../../judge.ts';

const flat = (count: number) => Array<string>(count).fill('100');
const TAPER = { document: 'Award letter', date: '2026-01-01', page: '3' };

function tapered(funding: readonly string[], taper: typeof TAPER | null): PlanToBuild {
  return oneLine(flat(funding.length), funding, { sources: [{ id: 's1', name: 'Growth fund', taper }] });
}

describe('LG-4', () => {
  it('passes up to 10% and takes note a penny beyond', () => {
    expect(verdict('LG-4', oneLine(flat(2), ['100', '90.00']))).toBe('pass 0.1');
    expect(verdict('LG-4', oneLine(flat(2), ['100', '89.99']))).toBe('attention 0.1001');
  });

  it('takes note up to 20% and fails a penny beyond', () => {
    expect(verdict('LG-4', oneLine(flat(2), ['100', '80.00']))).toBe('attention 0.2');
    expect(verdict('LG-4', oneLine(flat(2), ['100', '79.99']))).toBe('fail 0.2001');
  });

  it('counts only money within the need', () => {
    expect(verdict('LG-4', oneLine(flat(2), ['500', '100']))).toBe('pass 0');
  });

  it('takes note of a failing drop that a recorded taper announces', () => {
    expect(verdict('LG-4', tapered(['100', '50'], null))).toBe('fail 0.5');
    expect(verdict('LG-4', tapered(['100', '50'], TAPER))).toBe('attention 0.5');
    expect(sentence('LG-4', tapered(['100', '50'], TAPER))).toBe(
      'The steepest drop beyond what falls away in need is from 2026/27 to 2027/28: £50, or 50% of its highest year, by a taper that is on record for every source that gives less.',
    );
  });

  it('asks every source that gives less for its taper, and none that does not', () => {
    const plan = (second: readonly string[]): PlanToBuild => ({
      years: 2,
      lines: [{ id: 'l1', need: ['100', '100'] }],
      sources: [{ id: 's1', taper: TAPER }, { id: 's2' }],
      allocations: [
        { line: 'l1', source: 's1', amounts: ['60', '10'] },
        { line: 'l1', source: 's2', amounts: second },
      ],
    });
    expect(verdict('LG-4', plan(['40', '40']))).toBe('attention 0.5');
    expect(verdict('LG-4', plan(['40', '39.99']))).toBe('fail 0.5001');
  });

  it('grades each pair of years by itself: the announced drop may be the larger one', () => {
    const plan: PlanToBuild = {
      years: 3,
      lines: [{ id: 'l1', need: flat(3) }],
      sources: [{ id: 's1', taper: TAPER }, { id: 's2' }],
      allocations: [
        { line: 'l1', source: 's1', amounts: ['60', '0', '0'] },
        { line: 'l1', source: 's2', amounts: ['40', '40', '10'] },
      ],
    };
    expect(verdict('LG-4', plan)).toBe('fail 0.6');
    expect(sentence('LG-4', plan)).toContain(
      'What decides is the drop from 2027/28 to 2028/29: £30, or 30% of its highest year.',
    );
    expect(evidence(judge('LG-4', plan))).toEqual(['l1 - 2028 3000']);
  });

  it('lists sources that end with need left and nothing after them, without judging them', () => {
    const plan = (second: readonly (string | null)[]): PlanToBuild => ({
      years: 3,
      lines: [{ id: 'l1', title: 'Retrofit', need: ['100', '100', '100'] }],
      sources: [
        { id: 's1', name: 'Growth fund', window: { from: '2026-04-01', to: '2027-03-31' } },
        { id: 's2' },
      ],
      allocations: [
        { line: 'l1', source: 's1', amounts: ['5'] },
        { line: 'l1', source: 's2', amounts: second },
      ],
    });
    expect(evidence(judge('LG-4', plan(['95', '95', '0'])))).toEqual(['l1 s1 2028 10000', 'l1 - 2028 9500']);
    expect(judge('LG-4', plan(['95', '95', '95']))).toMatchObject({ state: 'pass', evidenceCount: 1 });
    expect(sentence('LG-4', plan(['100', null, '1']))).toContain(
      'Growth fund ends while Retrofit still needs £100 that no other source pays towards.',
    );
  });

  it('has nothing to test in one year, even with a figure missing, or where nothing is paid', () => {
    expect(verdict('LG-4', oneLine(['100'], ['100']))).toBe('not-applicable');
    expect(verdict('LG-4', oneLine(['100', '100'], ['0', '0']))).toBe('not-applicable');
    expect(verdict('LG-4', oneLine(['0', '0'], ['50', '0']))).toBe('not-applicable');
  });

  it('leaves the buckets out', () => {
    const plan = oneLine(['900', '100', '100', '900'], ['900', '100', '100', '0'], {
      years: 2,
      before: true,
      later: true,
    });
    expect(verdict('LG-4', plan)).toBe('pass 0');
  });

  it('cannot be judged while a need is missing, and says when a pair fails anyway', () => {
    expect(missing(judge('LG-4', oneLine(['100', null, '100'], ['100', '100', '100'])))).toEqual([
      'l1 - 2027 need',
    ]);
    expect(
      sentence('LG-4', oneLine(['100', '100', '100', null, '100'], ['100', '10', '10', '10', '10'])),
    ).toContain('It fails already');
    expect(sentence('LG-4', oneLine(['100', null, '100'], ['100', '10', '10']))).not.toContain(
      'It fails already',
    );
  });
});

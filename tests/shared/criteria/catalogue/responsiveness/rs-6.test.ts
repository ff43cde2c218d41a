import { describe, expect, it } from 'vitest';
import type { CarryRule } from '#shared/plan/source.ts';
import type { PlanToBuild, SourceToBuild } from '#tests/fixtures/build-plan.ts';
import { evidence, judge, missing, sentence, verdict } from '../../judge.ts';

type Amounts = readonly (string | null)[];

function used(
  award: Amounts,
  use: Amounts,
  source: Partial<SourceToBuild>,
  plan: Partial<PlanToBuild> = {},
): PlanToBuild {
  return {
    years: award.length,
    lines: [{ id: 'l1' }],
    sources: [{ id: 's1', name: 'Growth fund', award, ...source }],
    allocations: [{ line: 'l1', source: 's1', amounts: use }],
    ...plan,
  };
}

const carry = (rule: 'none' | 'free' | 'approval') => ({ carry: { rule } as const });
const years = (count: number): { carry: CarryRule } => ({ carry: { rule: 'years', years: count } });
const until = (to: string) => ({ window: { from: '2026-04-01', to } });

describe('RS-6', () => {
  it('passes when all is used and fails for a penny that lapses', () => {
    expect(verdict('RS-6', used(['100'], ['100.00'], carry('none')))).toBe('pass 0');
    expect(verdict('RS-6', used(['100'], ['99.99'], carry('none')))).toBe('fail 0.01');
  });

  it('lets money without a carry rule lapse at each year’s end', () => {
    const plan = used(['10', '10'], ['4', '7'], carry('none'));
    expect(verdict('RS-6', plan)).toBe('fail 9');
    expect(evidence(judge('RS-6', plan))).toEqual(['- s1 2026 600', '- s1 2027 300']);
    expect(sentence('RS-6', plan)).toBe(
      '£9 lapses unused. The largest part is Growth fund at the end of 2026/27, £6 (and 1 other year).',
    );
  });

  it('lets money of a year lapse when it expires, oldest used first', () => {
    expect(evidence(judge('RS-6', used(['10', '10', '0'], ['4', '4', '0'], years(1))))).toEqual([
      '- s1 2028 1000',
      '- s1 2027 200',
    ]);
    expect(verdict('RS-6', used(['10', '10', '0'], ['4', '4', '0'], years(2)))).toBe('fail 2');
    expect(verdict('RS-6', used(['10', '10', '0'], ['4', '4', '0'], years(3)))).toBe('pass 0');
  });

  it('lets money lapse at the window’s end where that comes before its expiry', () => {
    const plan = used(['10', '10', '0'], ['4', '4', '0'], { ...years(5), ...until('2028-03-31') });
    expect(evidence(judge('RS-6', plan))).toEqual(['- s1 2027 1200']);
  });

  it('keeps free money until the year that holds the window’s end, and loses it in each year from then on', () => {
    expect(verdict('RS-6', used(['10', '0', '0'], ['4', '0', '0'], carry('free')))).toBe('pass 0');
    const plan = used(['10', '0', '5'], ['4', '0', '0'], { ...carry('free'), ...until('2027-04-01') });
    expect(evidence(judge('RS-6', plan))).toEqual(['- s1 2027 600', '- s1 2028 500']);
    expect(verdict('RS-6', used(['10'], ['4'], { ...carry('free'), ...until('2027-04-01') }))).toBe('pass 0');
  });

  it('takes note of money left that needs approval to be carried', () => {
    const plan = used(['10', '0'], ['9.99', '0.01'], carry('approval'));
    expect(verdict('RS-6', plan)).toBe('attention 0');
    expect(evidence(judge('RS-6', plan))).toEqual(['- s1 2026 1']);
    expect(sentence('RS-6', plan)).toBe(
      'No award lapses unused. Carrying money on needs the funder’s approval: Growth fund at the end of 2026/27, £0.01.',
    );
    const ending = used(['10', '0'], ['4', '0'], { ...carry('approval'), ...until('2028-03-31') });
    expect(verdict('RS-6', ending)).toBe('fail 6');
  });

  it('counts what is left of the time before the plan', () => {
    const before = (source: Partial<SourceToBuild>) =>
      used(['10', '0', '0'], ['4', '0', '0'], source, { years: 2, before: true });
    expect(evidence(judge('RS-6', before(years(1))))).toEqual(['- s1 2026 600']);
    expect(evidence(judge('RS-6', before(years(2))))).toEqual(['- s1 2027 600']);
    expect(verdict('RS-6', before(carry('none')))).toBe('pass 0');
  });

  it('fails a balance of more than one and a half awards that is not drawn', () => {
    const drawn = (figure: string) =>
      used(['100', '100'], ['100', '100'], { ...carry('free'), drawn: [null, figure] });
    expect(verdict('RS-6', drawn('50.00'))).toBe('pass 0');
    const slow = drawn('49.99');
    expect(verdict('RS-6', slow)).toBe('fail 0');
    expect(evidence(judge('RS-6', slow))).toEqual(['- s1 2027 15001']);
    expect(sentence('RS-6', slow)).toBe(
      'No award lapses unused. Growth fund has £150.01 not drawn in 2027/28, more than 1.5 times that year’s award.',
    );
  });

  it('counts the balance from before the plan only with its drawn figure', () => {
    const before = (figure: string | null) =>
      used(
        ['100', '100'],
        ['100', '100'],
        { ...carry('free'), drawn: [figure, '100'] },
        { years: 1, before: true },
      );
    expect(verdict('RS-6', before(null))).toBe('pass 0');
    expect(verdict('RS-6', before('0'))).toBe('pass 0');
    const large = used(
      ['200', '100'],
      ['200', '100'],
      { ...carry('free'), drawn: ['0', '100'] },
      { years: 1, before: true },
    );
    expect(verdict('RS-6', large)).toBe('fail 0');
  });

  it('cannot judge a source with a missing award, used or not', () => {
    const plan = used(['10', null, '10'], ['10', '0', '10'], carry('none'));
    expect(missing(judge('RS-6', plan))).toEqual(['- s1 2027 award']);
    expect(judge('RS-6', plan)).toMatchObject({ state: 'cannot-be-judged', value: '0' });
    const idle = used([null, null], [], { ...carry('none'), ...until('2027-03-31') });
    expect(missing(judge('RS-6', idle))).toEqual(['- s1 2026 award']);
  });

  it('misses the terms that say when money lapses, where the source pays for something', () => {
    expect(missing(judge('RS-6', used(['10'], ['10'], {})))).toEqual(['- s1 - carry']);
    expect(missing(judge('RS-6', used(['10'], ['10'], { ...carry('free'), window: 'unknown' })))).toEqual([
      '- s1 - window',
    ]);
    expect(verdict('RS-6', used(['10'], ['10'], { ...carry('none'), window: 'unknown' }))).toBe('pass 0');
    expect(verdict('RS-6', used(['10'], ['0'], {}))).toBe('not-applicable');
  });

  it('has nothing to test without an award', () => {
    expect(verdict('RS-6', used(['0'], ['0'], carry('none')))).toBe('not-applicable');
    expect(verdict('RS-6', { years: 1 })).toBe('not-applicable');
  });
});

import { describe, expect, it } from 'vitest';
import type { RingFence } from '#shared/plan/source.ts';
import type { PlanToBuild } from '#tests/fixtures/build-plan.ts';
import { evidence, judge, missing, sentence, verdict } from '../../judge.ts';

type Given = {
  readonly fence: RingFence | null;
  readonly amounts: readonly string[];
  readonly movable?: string;
};

function funded(sources: readonly Given[], details: Partial<PlanToBuild> = {}): PlanToBuild {
  return {
    years: 1,
    lines: [{ id: 'l1' }],
    sources: sources.map(({ fence, movable }, index) => ({
      id: `s${index}`,
      name: `Fund ${index}`,
      ringFence: fence,
      movableShare: movable ?? null,
    })),
    allocations: sources.map(({ amounts }, index) => ({ line: 'l1', source: `s${index}`, amounts })),
    ...details,
  };
}

const FREE: RingFence = { kind: 'none' };
const THEME: RingFence = { kind: 'theme', themes: ['spatial'] };
const LINE: RingFence = { kind: 'line', lines: ['l1'] };

describe('RS-5', () => {
  it('passes from 10%, takes note from 5%, fails below, to the penny', () => {
    const split = (free: string, tied: string) =>
      verdict(
        'RS-5',
        funded([
          { fence: FREE, amounts: [free] },
          { fence: LINE, amounts: [tied] },
        ]),
      );
    expect(split('10.00', '90.00')).toBe('pass 0.1');
    expect(split('9.99', '90.01')).toBe('attention 0.0999');
    expect(split('5.00', '95.00')).toBe('attention 0.05');
    expect(split('4.99', '95.01')).toBe('fail 0.0499');
  });

  it('takes 10% of themed money for movable unless the fund says otherwise', () => {
    expect(verdict('RS-5', funded([{ fence: THEME, amounts: ['100'] }]))).toBe('pass 0.1');
    expect(verdict('RS-5', funded([{ fence: THEME, amounts: ['100'], movable: '0.333' }]))).toBe(
      'pass 0.333',
    );
    expect(verdict('RS-5', funded([{ fence: THEME, amounts: ['100'], movable: '0' }]))).toBe('fail 0');
  });

  it('takes none of the money of a line for movable unless the fund says otherwise', () => {
    expect(verdict('RS-5', funded([{ fence: LINE, amounts: ['100'] }]))).toBe('fail 0');
    expect(verdict('RS-5', funded([{ fence: LINE, amounts: ['100'], movable: '0.05' }]))).toBe(
      'attention 0.05',
    );
  });

  it('lets the plan change the usual share', () => {
    const thresholds = [
      { check: 'RS-5', name: 'movable', value: '0.02', reason: '', by: '', at: '2026-11-01' },
    ];
    expect(verdict('RS-5', funded([{ fence: THEME, amounts: ['100'] }], { thresholds }))).toBe('fail 0.02');
  });

  it('counts the money before and after the years', () => {
    const plan = funded(
      [
        { fence: FREE, amounts: ['5', '0', '5'] },
        { fence: LINE, amounts: ['0', '90', '0'] },
      ],
      { before: true, later: true },
    );
    expect(verdict('RS-5', plan)).toBe('pass 0.1');
  });

  it('has nothing to test without funding', () => {
    expect(verdict('RS-5', funded([{ fence: null, amounts: ['0'] }]))).toBe('not-applicable');
  });

  it('misses the ring-fence of a source that pays for something', () => {
    const plan = funded([
      { fence: LINE, amounts: ['100'] },
      { fence: null, amounts: ['1'] },
    ]);
    expect(missing(judge('RS-5', plan))).toEqual(['- s1 - ringFence']);
    expect(sentence('RS-5', plan)).toBe(
      'This cannot be judged yet. What is missing: the ring-fence of Fund 1. It fails already on what is known, whatever the rest turns out to be.',
    );
  });

  it('names the largest source that is tied', () => {
    const plan = funded([
      { fence: THEME, amounts: ['100'] },
      { fence: LINE, amounts: ['150'] },
      { fence: FREE, amounts: ['50'] },
    ]);
    expect(sentence('RS-5', plan)).toBe(
      '20% of the £300 of funding can be moved when things change. The largest source tied to a theme or a line is Fund 1, £150.',
    );
    expect(evidence(judge('RS-5', plan))).toEqual(['- s1 - 15000', '- s0 - 10000']);
  });
});

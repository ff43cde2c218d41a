import { describe, expect, it } from 'vitest';
import { evidence, judge, missing, oneLine, sentence, verdict } from '../../judge.ts';

const years = (count: number) => Array<string>(count).fill('1');

describe('LG-1', () => {
  it('passes from 10 years, takes note from 5, fails below', () => {
    expect(verdict('LG-1', oneLine(years(10), []))).toBe('pass 10');
    expect(verdict('LG-1', oneLine(years(9), []))).toBe('attention 9');
    expect(verdict('LG-1', oneLine(years(5), []))).toBe('attention 5');
    expect(verdict('LG-1', oneLine(years(4), []))).toBe('fail 4');
  });

  it('asks a transformation for 20 years, or 10', () => {
    const profile = 'transformation';
    expect(verdict('LG-1', oneLine(years(20), [], { profile }))).toBe('pass 20');
    expect(verdict('LG-1', oneLine(years(19), [], { profile }))).toBe('attention 19');
    expect(verdict('LG-1', oneLine(years(10), [], { profile }))).toBe('attention 10');
    expect(verdict('LG-1', oneLine(years(9), [], { profile }))).toBe('fail 9');
  });

  it('lets an override beat the profile', () => {
    const thresholds = [
      {
        check: 'LG-1',
        name: 'pass',
        value: '8',
        reason: 'fund ends 2034',
        by: 'A. Officer',
        at: '2026-11-01',
      },
    ];
    const result = judge('LG-1', oneLine(years(8), [], { profile: 'transformation', thresholds }));
    expect(result).toMatchObject({ state: 'pass', value: '8' });
    expect(result.thresholds).toEqual([
      {
        name: 'pass',
        value: '8',
        unit: 'years',
        basis: {
          id: 'basis.changed',
          values: { by: 'A. Officer', at: '2026-11-01', reason: 'fund ends 2034' },
        },
        changed: true,
      },
      {
        name: 'attention',
        value: '10',
        unit: 'years',
        basis: { id: 'basis.transformation-horizon' },
        changed: false,
      },
    ]);
  });

  it('counts from the first to the last year with need or funding, holes included', () => {
    expect(
      verdict('LG-1', oneLine([null, '1', '0', '0', null, null], [null, null, null, null, '1', null])),
    ).toBe('fail 4');
  });

  it('counts the years after the plan as one when they hold something, those before it never', () => {
    const bucketed = (before: string, later: string | null) =>
      oneLine([before, '1', '1', '1', '1', later], [], { years: 4, before: true, later: true });
    expect(verdict('LG-1', bucketed('1', '1'))).toBe('attention 5');
    expect(verdict('LG-1', bucketed('1', null))).toBe('fail 4');
    expect(sentence('LG-1', bucketed('1', '1'))).toBe(
      'The plan looks over 5 years, from 2026/27 to 2029/30; the years after the plan’s last count as one. A plan of this kind looks at least 10 years ahead.',
    );
    expect(evidence(judge('LG-1', bucketed('1', '3')))).toEqual([
      '- - later 300',
      '- - 2026 100',
      '- - 2029 100',
    ]);
  });

  it('has nothing to test in an empty plan', () => {
    expect(verdict('LG-1', oneLine([null, '0'], []))).toBe('not-applicable');
  });

  it('cannot be judged while a need is missing, and says when it fails anyway', () => {
    expect(missing(judge('LG-1', oneLine(['1', null, '1'], [])))).toEqual(['l1 - 2027 need']);
    expect(sentence('LG-1', oneLine(['1', null, '1'], []))).toContain('It fails already');
    expect(sentence('LG-1', oneLine(['1', null, ...years(8)], []))).not.toContain('It fails already');
  });
});

import { describe, expect, it } from 'vitest';
import { evidence, judge, missing, oneLine, sentence, verdict } from '../../judge.ts';

const fill = (count: number, text: string) => Array<string>(count).fill(text);

describe('LG-2', () => {
  it('passes from 5 years, takes note from 3, fails below', () => {
    expect(verdict('LG-2', oneLine(fill(5, '100'), fill(5, '75')))).toBe('pass 5');
    expect(verdict('LG-2', oneLine(fill(5, '100'), [...fill(4, '75'), '74.99']))).toBe('attention 4');
    expect(verdict('LG-2', oneLine(fill(5, '100'), [...fill(3, '75'), '74.99', '100']))).toBe('attention 3');
    expect(verdict('LG-2', oneLine(fill(5, '100'), [...fill(2, '75'), '74.99', '100', '100']))).toBe(
      'fail 2',
    );
  });

  it('counts announced money but not money applied for', () => {
    const plan = oneLine(fill(3, '100'), fill(3, '100'), {
      sources: [{ id: 's1', certainty: [4, 2, 1] }],
    });
    expect(verdict('LG-2', plan)).toBe('fail 2');
    expect(sentence('LG-2', plan)).toBe(
      'Expected money covers at least 75% of the need for 2 years on end. In 2028/29 it covers 0%. Held or contracted money alone does so for 1 year.',
    );
    expect(evidence(judge('LG-2', plan))).toEqual(['l1 - 2028 10000']);
  });

  it('counts years without need as covered, up to the last year with need', () => {
    expect(verdict('LG-2', oneLine(['100', '0', '100', '0', '0'], ['100', '0', '100', '0', '0']))).toBe(
      'attention 3',
    );
    expect(verdict('LG-2', oneLine(['0', '0', '100'], ['0', '0', '0']))).toBe('fail 2');
  });

  it('leaves the buckets out', () => {
    const plan = oneLine(fill(5, '100'), ['0', '100', '100', '100', '0'], {
      years: 3,
      before: true,
      later: true,
    });
    expect(verdict('LG-2', plan)).toBe('attention 3');
  });

  it('has nothing to test without need', () => {
    expect(verdict('LG-2', oneLine(['0', '0'], ['1', '1']))).toBe('not-applicable');
  });

  it('cannot be judged while a need or a certainty is missing', () => {
    const plan = oneLine(['100', null, '100'], ['100', '100', '0'], {
      sources: [{ id: 's1', name: 'Growth fund', certainty: [4, null, null] }],
    });
    expect(missing(judge('LG-2', plan))).toEqual(['l1 - 2027 need', '- s1 2027 certainty']);
    expect(sentence('LG-2', plan)).toContain('the need of Retrofit in 2027/28, and 1 more entry');
  });

  it('says that it fails anyway when even the best case is too short', () => {
    expect(sentence('LG-2', oneLine(['100', null, '100'], ['0', '0', '0']))).toContain('It fails already');
    expect(sentence('LG-2', oneLine(['100', null, '100'], ['100', '0', '100']))).not.toContain(
      'It fails already',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { evidence, judge, missing, oneLine, sentence, verdict } from '../../judge.ts';

describe('SC-1', () => {
  it('passes when every need is paid for', () => {
    expect(verdict('SC-1', oneLine(['100', '100'], ['100', '100']))).toBe('pass 1');
    expect(sentence('SC-1', oneLine(['100', '100'], ['100', '100']))).toBe('All of the need is paid for.');
  });

  it('needs the last penny for a pass', () => {
    expect(verdict('SC-1', oneLine(['100', '100'], ['100', '99.99']))).toBe('attention 0.99995');
  });

  it('takes note from exactly 90% and fails a penny below', () => {
    expect(verdict('SC-1', oneLine(['100'], ['90.00']))).toBe('attention 0.9');
    expect(verdict('SC-1', oneLine(['100'], ['89.99']))).toBe('fail 0.8999');
  });

  it('holds every year to its own mark once the plan passes', () => {
    const thresholds = [{ check: 'SC-1', name: 'pass', value: '0.9', reason: '', by: '', at: '2026-11-01' }];
    expect(verdict('SC-1', oneLine(['100', '100'], ['100', '95.00'], { thresholds }))).toBe('pass 0.975');
    expect(verdict('SC-1', oneLine(['100', '100'], ['100', '94.99'], { thresholds }))).toBe(
      'attention 0.97495',
    );
  });

  it('has nothing to test without need, and leaves years without need out', () => {
    expect(verdict('SC-1', oneLine(['0', '0'], ['5', '0']))).toBe('not-applicable');
    expect(verdict('SC-1', { years: 2 })).toBe('not-applicable');
    expect(verdict('SC-1', oneLine(['0', '100'], ['50', '100']))).toBe('pass 1');
  });

  it('counts both parts of the contingency as need', () => {
    const plan = oneLine(['100'], ['110'], {
      lines: [{ id: 'l1', need: ['100'], risk: ['10'], bias: ['10'] }],
    });
    expect(verdict('SC-1', plan)).toBe('attention 0.916667');
  });

  it('takes a blank between two figures for missing, and one outside them for no need', () => {
    expect(missing(judge('SC-1', oneLine(['1', null, null, '1'], ['1', '1', '1', '1'])))).toEqual([
      'l1 - 2027 need',
      'l1 - 2028 need',
    ]);
    expect(verdict('SC-1', oneLine([null, '1', null], [null, '1', null]))).toBe('pass 1');
  });

  it('says when it fails whatever the missing need turns out to be', () => {
    expect(sentence('SC-1', oneLine(['100', null, '100'], ['50', '0', '50']))).toBe(
      'This cannot be judged yet. What is missing: the need of Retrofit in 2027/28. It fails already on what is known, whatever the rest turns out to be.',
    );
    expect(sentence('SC-1', oneLine(['100', null, '100'], ['100', '0', '100']))).toBe(
      'This cannot be judged yet. What is missing: the need of Retrofit in 2027/28.',
    );
  });

  it('counts the buckets before and after the years in the plan, but in no year', () => {
    const plan = oneLine(['100', '100', '100'], ['80', '100', '80'], { years: 1, before: true, later: true });
    expect(judge('SC-1', plan)).toMatchObject({ state: 'fail', value: '0.866667' });
    expect(evidence(judge('SC-1', plan))).toEqual(['l1 - before 2000', 'l1 - later 2000']);
  });

  it('names the weakest year, the largest gap and money that closes no gap', () => {
    const plan = {
      years: 2,
      lines: [
        { id: 'a', title: 'Roads', need: ['100', '100'] },
        { id: 'b', title: 'Retrofit', need: ['100', '100'] },
      ],
      sources: [{ id: 's', award: ['400', '400'] }],
      allocations: [
        { line: 'a', source: 's', amounts: ['100', '130'] },
        { line: 'b', source: 's', amounts: ['95.50', '60'] },
      ],
    };
    expect(sentence('SC-1', plan)).toBe(
      '88.9% of the need is paid for. The weakest year is 2027/28: need is £200, and £160 of it is paid for. The largest gap is Retrofit in 2027/28, £40. £30 stands on lines that need less, where it closes no gap.',
    );
    expect(evidence(judge('SC-1', plan))).toEqual(['b - 2027 4000', 'b - 2026 450']);
  });

  it('orders equal gaps by line, then by year', () => {
    const plan = {
      years: 2,
      lines: [
        { id: 'b', need: ['5', '5'] },
        { id: 'a', need: ['5', '5'] },
      ],
    };
    expect(evidence(judge('SC-1', plan))).toEqual([
      'b - 2026 500',
      'b - 2027 500',
      'a - 2026 500',
      'a - 2027 500',
    ]);
  });

  it('lists the hundred largest gaps and counts them all', () => {
    const lines = Array.from({ length: 150 }, (_, index) => ({ id: `l${index}`, need: [String(index + 1)] }));
    const result = judge('SC-1', { years: 1, lines });
    expect(result.evidenceCount).toBe(150);
    expect(evidence(result)).toHaveLength(100);
    expect(evidence(result)[0]).toBe('l149 - 2026 15000');
    expect(evidence(result)[99]).toBe('l50 - 2026 5100');
  });
});

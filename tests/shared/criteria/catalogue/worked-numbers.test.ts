import { describe, expect, it } from 'vitest';
import { oneLine, verdict } from '../judge.ts';

const m = (text: string) => `${Number.parseInt(text.replace('.', ''), 10)}00000`;

describe('worked numbers', () => {
  it('caps cover by line: a surplus on one line hides no gap on another', () => {
    const plan = {
      years: 1,
      lines: [
        { id: 'a', need: ['10'] },
        { id: 'b', need: ['10'] },
      ],
      sources: [{ id: 's', award: ['20'], certainty: [4] as const }],
      allocations: [
        { line: 'a', source: 's', amounts: ['15'] },
        { line: 'b', source: 's', amounts: ['5'] },
      ],
    };
    expect(verdict('SC-1', plan)).toBe('fail 0.75');
  });

  it('counts an unbroken run of 3 years and stops at 7.4 of 10', () => {
    const need = Array<string>(5).fill('10000000');
    expect(verdict('LG-2', oneLine(need, ['10.0', '9.0', '7.5', '7.4', '10.0'].map(m)))).toBe('attention 3');
  });

  it('nets a drop in funding with a drop in need: 10% passes', () => {
    expect(verdict('LG-4', oneLine(['10', '10', '5'], ['10', '10', '4']))).toBe('pass 0.1');
  });

  it('fails a cliff of 40% on flat need', () => {
    const need = Array<string>(4).fill('1500000');
    expect(verdict('LG-4', oneLine(need, ['0.4', '0.7', '1.5', '0.9'].map(m)))).toBe('fail 0.4');
  });

  it('passes a steady taper of 7% and takes note of a last step of 20%', () => {
    const funds = ['10.0', '9.3', '8.6', '7.9', '7.2'].map(m);
    const need = Array<string>(5).fill('10000000');
    expect(verdict('LG-4', oneLine(need, funds))).toBe('pass 0.07');
    expect(verdict('LG-4', oneLine([...need, '10000000'], [...funds, m('5.2')]))).toBe('attention 0.2');
  });

  it('judges a plan of one year: no horizon, a run of 1 or 0, and no cliff', () => {
    expect(verdict('LG-1', oneLine(['10'], ['10']))).toBe('fail 1');
    expect(verdict('LG-2', oneLine(['10'], ['10']))).toBe('fail 1');
    expect(verdict('LG-2', oneLine(['10'], ['7']))).toBe('fail 0');
    expect(verdict('LG-4', oneLine(['10'], ['10']))).toBe('not-applicable');
  });
});

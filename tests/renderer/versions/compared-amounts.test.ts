import { describe, expect, test } from 'vitest';
import {
  amountFormat,
  figure,
  figuresOf,
  signedFigure,
  widestFigure,
} from '#renderer/versions/compared-amounts.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

function need(before: bigint | null, after: bigint | null): PlanChange {
  const ref = { of: 'line', measure: 'need', line: 'a' } as const;
  return { kind: 'amount', ref, period: '2026', before, after, beforeOrigin: 0, afterOrigin: 0 };
}

const GBP = { currency: 'GBP', locale: 'en-GB', zero: 'zero' } as const;

describe('the figures of a comparison', () => {
  test('have no decimals as long as all are whole, and the currency’s once one is not', () => {
    expect(amountFormat(GBP, [120_000n, null, -500n]).decimals).toBe(0);
    const format = amountFormat(GBP, [120_000n, 1n]);
    expect(format.decimals).toBe(2);
    expect(figure(120_000n, format)).toBe('1,200.00');
    expect(amountFormat({ ...GBP, currency: 'JPY', locale: 'ja-JP' }, [5n]).decimals).toBe(0);
  });

  test('differences carry their sign both ways', () => {
    const format = amountFormat(GBP, []);
    expect(signedFigure(120_000n, format)).toBe('+1,200');
    expect(signedFigure(-120_000n, format)).toBe('-1,200');
    expect(signedFigure(0n, format)).toBe('0');
    expect(signedFigure(0n, { ...format, zero: 'dash' })).toBe('-');
  });

  test('are those of the totals, of their years and of the changes', () => {
    const byPeriod = [{ period: '2026', before: 5n, after: 6n }] as const;
    const total = { measure: 'need', before: 1n, after: 2n, raised: 3n, lowered: 4n, byPeriod } as const;
    const moved: PlanChange = { kind: 'row', of: 'line', id: 'a', name: 'a', change: 'moved' };
    expect([...figuresOf([total], [need(null, 7n), moved])]).toEqual([1n, 2n, 3n, 4n, 5n, 6n, null, 7n]);
  });

  test('the widest may be a difference that both of its values are narrower than', () => {
    const format = amountFormat(GBP, []);
    expect(widestFigure([need(-90_000n, 90_000n)], format)).toBe('+1,800'.length);
    expect(widestFigure([need(null, -1_000_000n)], format)).toBe('-10,000'.length);
    expect(widestFigure([], format)).toBe(1);
  });
});

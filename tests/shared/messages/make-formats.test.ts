import { describe, expect, it } from 'vitest';
import { makeFormats } from '#shared/messages/make-formats.ts';

const british = makeFormats({
  locale: 'en-GB',
  currency: 'GBP',
  calendar: { startMonth: 4, naming: 'both' },
});
const german = makeFormats({
  locale: 'de-DE',
  currency: 'EUR',
  calendar: { startMonth: 1, naming: 'single' },
});
const japanese = makeFormats({
  locale: 'ja-JP',
  currency: 'JPY',
  calendar: { startMonth: 4, naming: 'start' },
});

describe('amounts in sentences', () => {
  it('leaves pence away where there are none, and never cuts them', () => {
    expect(['1200000', '1200000.00', '1200000.3', '0.01', '-5'].map(british.amount)).toEqual([
      '£1,200,000',
      '£1,200,000',
      '£1,200,000.30',
      '£0.01',
      '-£5',
    ]);
    expect(german.amount('1234.5')).toBe('1.234,50\u00a0€');
    expect(japanese.amount('28951')).toBe('￥28,951');
    const unknown = makeFormats({
      locale: 'en-GB',
      currency: 'XXX',
      calendar: { startMonth: 4, naming: 'both' },
    });
    expect(['1234', '1234.5'].map(unknown.amount)).toEqual(['¤1,234', '¤1,234.5']);
    expect(british.amount('9999999999999.99')).toBe('£9,999,999,999,999.99');
  });
});

describe('shares in sentences', () => {
  it.each([
    ['0.75', '75%'],
    ['0.406', '40.6%'],
    ['1', '100%'],
    ['0', '0%'],
    ['0.9996', '99.96%'],
    ['0.999999', '99.9999%'],
    ['0.0004', '0.04%'],
    ['1.5', '150%'],
  ])('writes %s as %s, never as a whole that it is not', (share, written) => {
    expect(british.share(share)).toBe(written);
  });
});

describe('years, dates and counts', () => {
  it('names years as the plan does', () => {
    expect([british.year('2026'), german.year('2026'), japanese.year('2026')]).toEqual([
      '2026/27',
      '2026',
      '2026年度',
    ]);
    expect(british.date('2026-11-22T23:59:00Z')).toBe('22 Nov 2026');
    expect(british.plural(1, 'line', 'lines')).toBe('1 line');
    expect(british.plural(1200, 'line', 'lines')).toBe('1,200 lines');
  });
});

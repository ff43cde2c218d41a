import { describe, expect, test } from 'vitest';
import { readDigits } from '#shared/money/grouped-number.ts';
import {
  APOSTROPHE_GROUPS,
  COMMA_GROUPS,
  notationForLocale,
  POINT_GROUPS,
  SPACE_GROUPS,
} from '#shared/money/number-notation.ts';

describe('number notations', () => {
  test('each locale of the app has its own', () => {
    expect(notationForLocale('en-GB')).toBe(COMMA_GROUPS);
    expect(notationForLocale('en-US')).toBe(COMMA_GROUPS);
    expect(notationForLocale('ja-JP')).toBe(COMMA_GROUPS);
    expect(notationForLocale('de-DE')).toBe(POINT_GROUPS);
    expect(notationForLocale('fr-FR')).toBe(SPACE_GROUPS);
    expect(notationForLocale('de-CH')).toBe(APOSTROPHE_GROUPS);
  });

  test('other locales are answered from the runtime', () => {
    expect(notationForLocale('en-IE')).toEqual(COMMA_GROUPS);
    expect(notationForLocale('it-IT')).toEqual({ decimal: ',', group: ['.'] });
    expect(notationForLocale('sv-SE')).toEqual(SPACE_GROUPS);
    expect(() => notationForLocale('ar-EG')).toThrow(RangeError);
    expect(() => notationForLocale('no locale')).toThrow(RangeError);
  });

  test('digits come apart only where the notation puts its signs', () => {
    expect(readDigits('1.234,50', POINT_GROUPS)).toEqual({ whole: '1234', fraction: '50' });
    expect(readDigits('1234', COMMA_GROUPS)).toEqual({ whole: '1234', fraction: '' });
    expect(readDigits('.5', COMMA_GROUPS)).toEqual({ whole: '', fraction: '5' });
    expect(readDigits('1 234\u00a0567', SPACE_GROUPS)).toEqual({ whole: '1234567', fraction: '' });
    expect(readDigits('1.234 567', POINT_GROUPS)).toBeNull();
    expect(readDigits('0,123', COMMA_GROUPS)).toBeNull();
    expect(readDigits('1.2.3', COMMA_GROUPS)).toBeNull();
    expect(readDigits('1.234,567', COMMA_GROUPS)).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { readTypedDate } from '#renderer/sources/typed-date.ts';

test('a date may be typed as it is written in the locale', () => {
  const known = [
    ['2026-04-01', 'en-GB'],
    ['1 April 2026', 'en-GB'],
    ['1 Apr 2026', 'en-GB'],
    ['1/4/2026', 'en-GB'],
    ['4/1/2026', 'en-US'],
    ['Apr 1, 2026', 'en-US'],
    ['01.04.2026', 'de-DE'],
    ['1. April 2026', 'de-DE'],
    ['1 avril 2026', 'fr-FR'],
    ['2026年4月1日', 'ja-JP'],
    ['2026/04/01', 'ja-JP'],
  ] as const;
  for (const [text, locale] of known)
    expect([text, readTypedDate(text, locale)]).toEqual([text, '2026-04-01']);
});

test('what names no date, or not its whole year, is none', () => {
  for (const text of ['', 'soon', '31/2/2026', '1/4/26', '2026-13-01', '1 Foo 2026'])
    expect(readTypedDate(text, 'en-GB')).toBeNull();
});

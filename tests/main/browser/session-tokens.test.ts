import { describe, expect, it } from 'vitest';
import { makeSessionTokens } from '#main/browser/session-tokens.ts';

describe('session tokens', () => {
  it('trades a token once, for a bearer that admits', () => {
    const tokens = makeSessionTokens();
    const token = tokens.issue();
    const bearer = tokens.trade(token);
    expect(bearer).toMatch(/^[\w-]{43}$/);
    expect(tokens.admits(bearer ?? '')).toBe(true);
    expect(tokens.trade(token)).toBeNull();
  });

  it('does not take a wrong token, an older token or a token as a bearer', () => {
    const tokens = makeSessionTokens();
    expect(tokens.trade('')).toBeNull();
    const first = tokens.issue();
    const second = tokens.issue();
    expect(tokens.trade(first)).toBeNull();
    expect(tokens.admits(second)).toBe(false);
    expect(tokens.trade(second)).not.toBeNull();
    expect(tokens.admits('')).toBe(false);
  });

  it('keeps every window that has traded', () => {
    const tokens = makeSessionTokens();
    const one = tokens.trade(tokens.issue());
    const two = tokens.trade(tokens.issue());
    expect([one, two].map((bearer) => tokens.admits(bearer ?? ''))).toEqual([true, true]);
    expect(one).not.toBe(two);
  });
});

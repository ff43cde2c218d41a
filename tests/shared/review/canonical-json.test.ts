import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/review/canonical-json.ts';

describe('canonical JSON', () => {
  it('orders keys by their UTF-16 code units and writes no white space', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { é: 'x', z: '' }], A: '"\n' })).toBe(
      '{"A":"\\"\\n","a":[true,null,{"z":"","é":"x"}],"b":1}',
    );
  });

  it('holds the same value as plain JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // What fast-check makes is JSON; its own type only says unknown.
        const text = canonicalJson(value as string);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '#shared/api/base64.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';

const roundTrip = (value: unknown) => decodeWire(encodeWire(value));

describe('the wire', () => {
  it('brings every kind of value of the contract across exactly', () => {
    const value = {
      text: 'a\n"b" 計画',
      count: -0.5,
      none: null,
      yes: true,
      amount: -999_999_999_999_999n,
      bytes: new Uint8Array([0, 1, 254, 255]),
      amounts: new BigInt64Array([0n, -1n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n]),
      origins: new Float64Array([0, 2 ** 53 - 1, -0]),
      list: [1n, [2n, { deep: new Uint8Array() }]],
    };
    const encoded = encodeWire(value);
    expect(encoded).not.toContain('\n');
    expect(decodeWire(encoded)).toEqual({ ok: true, value });
  });

  it('takes nothing that a person may type for one of its own signs', () => {
    const value = { '~n': '5', list: [{ '~o': { '~b': 'AA==' } }, { '~': null }] };
    expect(roundTrip(value)).toEqual({ ok: true, value });
    const own = JSON.parse('{"__proto__":{"polluted":true}}') as object;
    const read = roundTrip(own);
    expect(read.ok && Object.keys(read.value as object)).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });

  it('leaves out what is undefined', () => {
    expect(roundTrip({ id: 'window.undo', values: undefined })).toEqual({
      ok: true,
      value: { id: 'window.undo' },
    });
  });

  it('refuses what it would not bring across exactly', () => {
    for (const value of [Number.NaN, Infinity, new Map(), () => 1, Symbol('s'), new Date(0)])
      expect(() => encodeWire({ value })).toThrow(TypeError);
  });

  it.each([
    '',
    '{',
    '{"~n":"1.5"}',
    '{"~n":1}',
    '{"~n":"1","a":2}',
    '{"~b":"A"}',
    '{"~b":"****"}',
    '{"~q":"AAAA"}',
    '{"~z":"1"}',
    `${'['.repeat(100)}${']'.repeat(100)}`,
  ])('does not read %j', (text) => {
    expect(decodeWire(text)).toEqual({ ok: false });
  });

  it('brings any JSON value and any bytes across', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.uint8Array(), (json, bytes) => {
        const value = { json, bytes };
        const read = roundTrip(value);
        // JSON itself knows no minus zero.
        expect(JSON.stringify(read)).toBe(JSON.stringify({ ok: true, value }));
        expect(read.ok && (read.value as typeof value).bytes).toEqual(bytes);
      }),
    );
  });
});

describe('base64', () => {
  it('is what Node writes, for any length', () => {
    const long = Uint8Array.from({ length: 20_001 }, (_, index) => (index * 7) % 256);
    for (const bytes of [long, ...[0, 1, 2, 3, 4, 6144, 6145].map((length) => long.subarray(0, length))]) {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
    }
  });
});

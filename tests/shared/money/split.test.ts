import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitAmount } from '#shared/money/split.ts';

const weighted = fc
  .array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 40 })
  .map((weights) => weights.map((weight, index) => ({ id: `p${index}`, weight })));
const total = fc.bigInt(-(10n ** 15n), 10n ** 15n);

describe('splitting an amount', () => {
  test('gives the units left over to the largest remainders, and says so', () => {
    const split = splitAmount(100n, [
      { id: 'a', weight: 1n },
      { id: 'b', weight: 1n },
      { id: 'c', weight: 1n },
    ]);
    expect(split.parts).toEqual([
      { id: 'a', minor: 34n },
      { id: 'b', minor: 33n },
      { id: 'c', minor: 33n },
    ]);
    expect(split.leftover).toEqual([{ id: 'a', minor: 1n }]);
  });

  test('ranks remainders exactly, not by the order of the list', () => {
    // Shares of 10 by 15, 15 and 70 are 1.5, 1.5 and 7: the tie goes to the id that comes first.
    const split = splitAmount(10n, [
      { id: 'z', weight: 15n },
      { id: 'b', weight: 15n },
      { id: 'm', weight: 70n },
    ]);
    expect(split.parts).toEqual([
      { id: 'z', minor: 1n },
      { id: 'b', minor: 2n },
      { id: 'm', minor: 7n },
    ]);
    expect(split.leftover).toEqual([{ id: 'b', minor: 1n }]);
  });

  test('ids tie by code unit, so capitals come before small letters and 10 before 9', () => {
    const equal = ['a', 'B', '9', '10'].map((id) => ({ id, weight: 1n }));
    expect(splitAmount(6n, equal).leftover.map(({ id }) => id)).toEqual(['9', '10']);
    expect(splitAmount(5n, equal).leftover.map(({ id }) => id)).toEqual(['10']);
    expect(splitAmount(7n, equal).leftover.map(({ id }) => id)).toEqual(['B', '9', '10']);
  });

  test('a zero weight gets nothing unless all weights are zero', () => {
    const some = splitAmount(7n, [
      { id: 'a', weight: 0n },
      { id: 'b', weight: 3n },
    ]);
    expect(some.parts).toEqual([
      { id: 'a', minor: 0n },
      { id: 'b', minor: 7n },
    ]);
    const none = splitAmount(7n, [
      { id: 'a', weight: 0n },
      { id: 'b', weight: 0n },
    ]);
    expect(none.parts).toEqual([
      { id: 'a', minor: 4n },
      { id: 'b', minor: 3n },
    ]);
  });

  test('a negative amount is the mirror image of the positive one', () => {
    const weights = [
      { id: 'a', weight: 1n },
      { id: 'b', weight: 2n },
    ];
    expect(splitAmount(-100n, weights).parts).toEqual([
      { id: 'a', minor: -33n },
      { id: 'b', minor: -67n },
    ]);
    expect(splitAmount(-100n, weights).leftover).toEqual([{ id: 'b', minor: -1n }]);
  });

  test('misuse is refused', () => {
    expect(() => splitAmount(1n, [{ id: 'a', weight: -1n }])).toThrow(RangeError);
    expect(() => splitAmount(1n, [])).toThrow(RangeError);
    const twice = [
      { id: 'a', weight: 1n },
      { id: 'a', weight: 1n },
    ];
    expect(() => splitAmount(1n, twice)).toThrow(RangeError);
    expect(splitAmount(0n, [])).toEqual({ parts: [], leftover: [] });
  });

  test('the parts always sum to the whole and nobody is a unit or more off the exact share', () => {
    fc.assert(
      fc.property(total, weighted, (whole, weights) => {
        const { parts, leftover } = splitAmount(whole, weights);
        expect(parts.reduce((sum, { minor }) => sum + minor, 0n)).toBe(whole);
        expect(leftover.length).toBeLessThan(Math.max(1, weights.length));
        const sum = weights.reduce((all, { weight }) => all + weight, 0n);
        parts.forEach(({ minor }, index) => {
          const weight = sum === 0n ? 1n : (weights[index]?.weight ?? 0n);
          const off = minor * (sum === 0n ? BigInt(weights.length) : sum) - whole * weight;
          expect((off < 0n ? -off : off) < (sum === 0n ? BigInt(weights.length) : sum)).toBe(true);
        });
      }),
    );
  });

  test('the order of the weights does not matter, and negating the whole negates every part', () => {
    fc.assert(
      fc.property(total, weighted, (whole, weights) => {
        const byId = (parts: readonly { id: string; minor: bigint }[]) =>
          new Map(parts.map(({ id, minor }) => [id, minor]));
        const parts = byId(splitAmount(whole, weights).parts);
        expect(byId(splitAmount(whole, weights.toReversed()).parts)).toEqual(parts);
        const mirrored = splitAmount(-whole, weights).parts.map(({ id, minor }) => ({ id, minor: -minor }));
        expect(byId(mirrored)).toEqual(parts);
      }),
    );
  });
});

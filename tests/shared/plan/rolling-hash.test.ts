import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '#shared/plan/edit.ts';
import { nextHash, startHash } from '#shared/plan/rolling-hash.ts';
import { arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';

const remove: Edit = { kind: 'remove-lines', ids: ['a', 'b'] };

describe('the rolling hash', () => {
  it('is the same everywhere and for ever', () => {
    expect(startHash({ id: '' })).toBe('5087c808eb27845a');
    expect(nextHash('5087c808eb27845a', remove)).toBe('003c0ddc8fff1f54');
  });

  it('tells edits, their order and their parts apart', () => {
    const other: Edit = { kind: 'remove-lines', ids: ['ab'] };
    const start = startHash({ id: 'p1' });
    expect(nextHash(start, remove)).not.toBe(nextHash(start, other));
    expect(nextHash(nextHash(start, remove), other)).not.toBe(nextHash(nextHash(start, other), remove));
    const amount = (minor: bigint | null): Edit => ({
      kind: 'set-amounts',
      blocks: [{ ref: { of: 'line', measure: 'need', line: 'a' }, from: '2026', minor: [minor] }],
    });
    expect(
      new Set([amount(null), amount(0n), amount(1n), amount(-1n)].map((edit) => nextHash(start, edit))).size,
    ).toBe(4);
  });

  it('does not depend on the order of keys, nor on a copy between processes', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, turned(item)]),
      );
    };
    fc.assert(
      fc.property(arbitraryPlan.chain(arbitraryEdit), (edit) => {
        // Turning keeps the value an edit; only the order of its keys changes.
        expect(nextHash('0', turned(edit) as Edit)).toBe(nextHash('0', edit));
        expect(nextHash('0', structuredClone(edit))).toBe(nextHash('0', edit));
      }),
    );
  });
});

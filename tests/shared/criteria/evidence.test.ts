import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinPiles,
  largestEvidence,
  NO_EVIDENCE,
  pileOf,
  type EvidencePile,
} from '#shared/criteria/evidence.ts';
import type { Evidence } from '#shared/criteria/result.ts';

const rows = fc.array(fc.array(fc.bigInt({ min: 1n, max: 9n }), { maxLength: 6 }), { maxLength: 40 });

function piecesOf(row: readonly bigint[], index: number): readonly Evidence[] {
  return row.map((minor, year) => ({ line: `l${index}`, source: null, period: String(2026 + year), minor }));
}

/** Joins at a place that the seed chooses, so that every grouping comes up. */
function joinSomehow(piles: readonly EvidencePile[], seed: number): EvidencePile {
  if (piles.length <= 1) return piles[0] ?? NO_EVIDENCE;
  const cut = 1 + (seed % (piles.length - 1));
  return joinPiles(
    joinSomehow(piles.slice(0, cut), seed * 7 + 1),
    joinSomehow(piles.slice(cut), seed * 3 + 2),
  );
}

describe('largestEvidence', () => {
  it('finds the largest pieces in order of amount, row and year, however they were joined', () => {
    fc.assert(
      fc.property(rows, fc.nat({ max: 1000 }), fc.integer({ min: 1, max: 60 }), (given, seed, limit) => {
        const all = given.flatMap(piecesOf);
        const expected = all
          .toSorted((a, b) => (a.minor === b.minor ? 0 : a.minor > b.minor ? -1 : 1))
          .slice(0, limit);
        const pile = joinSomehow(
          given.map((row, index) => pileOf(piecesOf(row, index))),
          seed,
        );
        expect(largestEvidence(pile, limit)).toEqual(expected);
        expect(pile.count).toBe(all.length);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSums } from '#main/import/detect/find-sums.ts';
import type { SumCandidate } from '#main/import/detect/find-sums.ts';

const LARGE = 10n ** 12n;
const RULES = { quanta: [1n, 1n], reach: 50, threshold: 6 };

function row(amounts: readonly (bigint | null)[], more: Partial<SumCandidate> = {}): SumCandidate {
  return { amounts, word: 'none', claimsEverything: false, evidence: 0, startsGroup: false, ...more };
}

describe('finding sums by their figures', () => {
  it('proves sums of sums', () => {
    const found = findSums(
      [
        row([123_456n, 98_765n], { startsGroup: true }),
        row([654_321n, 56_789n]),
        row([777_777n, 155_554n]),
        row([111_111n, 222_222n], { startsGroup: true }),
        row([888_880n, 777_777n]),
        row([999_991n, 999_999n]),
        row([1_777_768n, 1_155_553n], { startsGroup: true }),
      ],
      RULES,
    );
    expect(found.sums).toEqual([
      { row: 2, parts: [0, 1], proof: 'figures' },
      { row: 5, parts: [3, 4], proof: 'figures' },
      { row: 6, parts: [2, 5], proof: 'figures' },
    ]);
    expect(found).toMatchObject({ doubtful: [], unexplained: [], open: [6] });
  });

  it('allows for rounding, half a step for each part', () => {
    const rules = { ...RULES, quanta: [100n, 100n] };
    const parts = [row([171_400n, 173_100n]), row([62_700n, 66_400n]), row([46_900n, 50_600n])];
    const sum = (first: bigint) => findSums([...parts, row([first, 290_200n], { evidence: 2 })], rules).sums;
    expect(sum(280_900n)).toHaveLength(1);
    expect(sum(280_800n)).toEqual([]);
  });

  it('never takes a blank for the sum of figures', () => {
    expect(findSums([row([12_345n, 1n]), row([54_321n, 2n]), row([66_666n, null])], RULES).sums).toEqual([]);
  });

  it('keeps a row that repeats the one before it as data', () => {
    const found = findSums([row([12_345n, 678n]), row([12_345n, 678n])], RULES);
    expect(found).toMatchObject({ sums: [], doubtful: [], open: [0, 1] });
  });

  it('tells a total in words that no lines explain, and counts its lines further up', () => {
    const total = { word: 'total', claimsEverything: true, evidence: 3 } as const;
    const found = findSums([row([10n, 20n]), row([30n, 40n]), row([99n, 99n], total)], RULES);
    expect(found.sums).toEqual([{ row: 2, parts: [0, 1], proof: 'words' }]);
    expect(found.unexplained).toEqual([2]);
  });

  it('sets a surplus aside, proven as a difference or not', () => {
    const surplus = (first: bigint) =>
      findSums([row([500n, 700n]), row([300n, 400n]), row([first, 300n], { word: 'balance' })], RULES);
    expect(surplus(200n)).toMatchObject({ asides: [2], unexplained: [], open: [0, 1] });
    expect(surplus(201n)).toMatchObject({ asides: [2], unexplained: [2] });
  });

  it('finds the total of any lines that a word claims', () => {
    const amounts = fc.array(fc.tuple(fc.bigInt(-LARGE, LARGE), fc.bigInt(-LARGE, LARGE)), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(amounts, (lines) => {
        const sum = (column: 0 | 1) => lines.reduce((all, line) => all + line[column], 0n);
        const total = row([sum(0), sum(1)], { word: 'total', claimsEverything: true, evidence: 3 });
        const found = findSums([...lines.map((line) => row(line)), total], RULES).sums.at(-1);
        expect(found).toMatchObject({ row: lines.length, proof: 'figures' });
      }),
    );
  });
});

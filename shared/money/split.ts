import type { Minor } from './amount.ts';

/** One of those who share an amount; weights are only compared with each other. */
export type SplitWeight = { readonly id: string; readonly weight: bigint };

/** What one of them gets, in minor units. */
type SplitPart = { readonly id: string; readonly minor: Minor };

export type Split = {
  /** In the order of the weights; they always sum to the whole. */
  readonly parts: readonly SplitPart[];
  /** The units that could not be shared by weight, and who got each: 1n, or -1n of a negative whole. */
  readonly leftover: readonly SplitPart[];
};

type Share = { readonly id: string; readonly quotient: bigint; readonly remainder: bigint };

/**
 * Splits an amount by weights: everyone gets the whole units of their exact share, and the units left
 * over go one each to the largest remainders, ties in the order of the ids. A negative amount splits as
 * its mirror image. A zero weight gets nothing; when all weights are zero all share equally.
 * @throws RangeError for a negative weight, an id given twice, or an amount with nobody to take it.
 * @example splitAmount(100n, [{ id: 'a', weight: 1n }, { id: 'b', weight: 2n }]) // a 33n, b 67n
 */
export function splitAmount(total: Minor, weights: readonly SplitWeight[]): Split {
  assertSplittable(total, weights);
  const isEqual = weights.every(({ weight }) => weight === 0n);
  const shares = weights.map(({ id, weight }) => ({ id, weight: isEqual ? 1n : weight }));
  const whole = shares.reduce((sum, { weight }) => sum + weight, 0n);
  if (whole === 0n) return { parts: [], leftover: [] };
  const sign = total < 0n ? -1n : 1n;
  const exact = shares.map(({ id, weight }) => {
    const product = sign * total * weight;
    return { id, quotient: product / whole, remainder: product % whole };
  });
  const given = exact.reduce((sum, { quotient }) => sum + quotient, 0n);
  const left = sign * total - given;
  const lucky = new Set(rankByRemainder(exact).filter((_, rank) => BigInt(rank) < left));
  return {
    parts: exact.map(({ id, quotient }) => ({ id, minor: sign * (quotient + (lucky.has(id) ? 1n : 0n)) })),
    leftover: exact.filter(({ id }) => lucky.has(id)).map(({ id }) => ({ id, minor: sign })),
  };
}

/**
 * Ids by falling remainder. All shares have the same denominator, so comparing the remainders is comparing
 * the cross-multiplied fractions; ids compare by code unit, which is the same on every machine.
 */
function rankByRemainder(shares: readonly Share[]): string[] {
  return shares
    .toSorted((a, b) => {
      if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
      return a.id < b.id ? -1 : 1;
    })
    .map(({ id }) => id);
}

function assertSplittable(total: Minor, weights: readonly SplitWeight[]): void {
  if (weights.length === 0 && total !== 0n) throw new RangeError('An amount cannot be split among nobody');
  const ids = new Set<string>();
  for (const { id, weight } of weights) {
    if (weight < 0n) throw new RangeError(`The weight of ${id} is negative`);
    if (ids.has(id)) throw new RangeError(`The id ${id} is given twice`);
    ids.add(id);
  }
}

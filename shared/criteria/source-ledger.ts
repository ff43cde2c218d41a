import type { Minor } from '../money/amount.ts';

/** Money of one year that is still there; it lapses at the end of the year `until`. Years are counted from the plan's first, which is 0. */
type Pot = { left: Minor; readonly until: number };

export type LedgerYear = {
  /** Used beyond the year's award and what was carried in. */
  readonly overuse: Minor;
  /** Lapses at the year's end. */
  readonly lapsed: Minor;
  /** Carried on to the next year. */
  readonly left: Minor;
};

/**
 * Plays a source's years one after the other: oldest money is used first, over-use leaves nothing to carry on. A
 * negative award counts as use, and negative use as an award, so that sums stay right whatever was typed.
 */
export function playLedger(plays: {
  /** Award and use by plan year. */
  readonly years: readonly { readonly award: Minor; readonly use: Minor }[];
  /** What is left of the time before the plan: a pot of the year before the first. */
  readonly opening: Minor;
  /** The year at whose end money of a year lapses; the opening pot is of year -1, and gone if it lapses with it. */
  readonly lapsesAfter: (year: number) => number;
}): readonly LedgerYear[] {
  const { years, opening, lapsesAfter } = plays;
  let pots: Pot[] = [];
  if (opening > 0n && lapsesAfter(-1) >= 0) pots.push({ left: opening, until: lapsesAfter(-1) });
  return years.map(({ award, use }, year) => {
    const gives = positive(award) + positive(-use);
    if (gives > 0n) pots.push({ left: gives, until: lapsesAfter(year) });
    const overuse = takeFrom(pots, positive(use) + positive(-award));
    const lapsed = sumLeft(pots.filter((pot) => pot.until <= year));
    pots = pots.filter((pot) => pot.until > year && pot.left > 0n);
    return { overuse, lapsed, left: sumLeft(pots) };
  });
}

/** Takes an amount out of the pots, oldest first, and answers what they could not give. */
function takeFrom(pots: readonly Pot[], amount: Minor): Minor {
  let wanted = amount;
  for (const pot of pots) {
    const taken = pot.left < wanted ? pot.left : wanted;
    pot.left -= taken;
    wanted -= taken;
  }
  return wanted;
}

function positive(amount: Minor): Minor {
  return amount > 0n ? amount : 0n;
}

function sumLeft(pots: readonly Pot[]): Minor {
  return pots.reduce((sum, pot) => sum + pot.left, 0n);
}

import { addFractions, fraction, type Fraction } from '../money/fraction.ts';
import type { Minor } from '../money/amount.ts';
import { joinPiles, NO_EVIDENCE, type EvidencePile } from './evidence.ts';
import type { Frame } from './frame.ts';
import { joinMissing, NOTHING_MISSING, type MissingList } from './missing.ts';
import { joinParts, NO_PARTS, type Parts } from './parts.ts';
import { addSums, plus, zeroSums, type PeriodSet, type Sums } from './sums.ts';
import { joinYearEvidence, NO_YEAR_EVIDENCE, type YearEvidence } from './year-evidence.ts';

/** How one figure of a check adds up over the rows of a plan: `join` is associative and `zero` changes nothing. */
export type Field<Value> = {
  readonly zero: (frame: Frame) => Value;
  readonly join: (a: Value, b: Value) => Value;
};

/** How each figure of a check adds up. */
export type Fields<Total> = { readonly [Key in keyof Total]: Field<Total[Key]> };

export const AMOUNT: Field<Minor> = { zero: () => 0n, join: plus };
export const FRACTION: Field<Fraction> = { zero: () => fraction(0n), join: addFractions };
export const SUMS: Field<Sums> = { zero: ({ axis }) => zeroSums(axis.periods.length), join: addSums };
export const PERIOD_SET: Field<PeriodSet> = { zero: () => 0n, join: (a, b) => a | b };
export const PILE: Field<EvidencePile> = { zero: () => NO_EVIDENCE, join: joinPiles };
export const YEAR_EVIDENCE: Field<YearEvidence> = { zero: () => NO_YEAR_EVIDENCE, join: joinYearEvidence };
export const MISSING: Field<MissingList> = { zero: () => NOTHING_MISSING, join: joinMissing };
export const PARTS: Field<Parts> = { zero: () => NO_PARTS, join: joinParts };

/** The total of no row. */
export function zeroOf<Total extends object>(fields: Fields<Total>, frame: Frame): Total {
  return mapFields(fields, (key) => fields[key].zero(frame));
}

/**
 * Joins totals in their order, figure by figure. Where they were joined before and all values of a figure are still the
 * same objects, its joined value is too: a changed amount of funding does not add up the needs again.
 */
export function joinTotals<Total extends object>(
  fields: Fields<Total>,
  parts: readonly [Total, ...Total[]],
  was?: { readonly parts: readonly Total[]; readonly total: Total },
): Total {
  const [first, ...others] = parts;
  return mapFields(fields, (key) => {
    const isSame = was !== undefined && parts.every((part, at) => part[key] === was.parts[at]?.[key]);
    if (isSame) return was.total[key];
    return others.reduce((sum, part) => fields[key].join(sum, part[key]), first[key]);
  });
}

function mapFields<Total extends object>(
  fields: Fields<Total>,
  valueOf: <Key extends keyof Total>(key: Key) => Total[Key],
): Total {
  const total: Partial<Total> = {};
  for (const key in fields) total[key] = valueOf(key);
  // Every field of a total has a field that says how it adds up, so all are there now.
  return total as Total;
}

import type { Plan } from './plan.ts';
import type { Outturn, StatedTotal, Virement } from './records.ts';

type Tables = 'axis' | 'lines' | 'sources' | 'allocations';
type WithAmounts = 'bridgingReserve' | 'outturn' | 'virements' | 'statedTotals';
type AsText<Part> = { readonly [Key in keyof Part]: Part[Key] extends bigint ? string : Part[Key] };

/** The plan's own fields with their few amounts as text, in minor units. */
export type PackedDetails = Omit<Plan, Tables | WithAmounts> & {
  readonly bridgingReserve: string;
  readonly outturn: (Omit<Outturn, 'capital'> & { readonly capital: readonly string[] }) | null;
  readonly virements: readonly AsText<Virement>[];
  readonly statedTotals: readonly AsText<StatedTotal>[];
};

/** Packs what a plan has besides its years, lines, sources and allocations. */
export function packDetails(plan: Plan): PackedDetails {
  const { axis: _axis, lines: _lines, sources: _sources, allocations: _allocations, ...details } = plan;
  return {
    ...details,
    bridgingReserve: String(plan.bridgingReserve),
    outturn: plan.outturn && { ...plan.outturn, capital: plan.outturn.capital.map(String) },
    virements: plan.virements.map((row) => ({ ...row, amount: String(row.amount) })),
    statedTotals: plan.statedTotals.map((row) => ({
      ...row,
      stated: String(row.stated),
      computed: String(row.computed),
      quantum: String(row.quantum),
    })),
  };
}

/** Reads what `packDetails` wrote. */
export function unpackDetails(packed: PackedDetails): Omit<Plan, Tables> {
  return {
    ...packed,
    bridgingReserve: BigInt(packed.bridgingReserve),
    outturn: packed.outturn && { ...packed.outturn, capital: packed.outturn.capital.map(BigInt) },
    virements: packed.virements.map((row) => ({ ...row, amount: BigInt(row.amount) })),
    statedTotals: packed.statedTotals.map((row) => ({
      ...row,
      stated: BigInt(row.stated),
      computed: BigInt(row.computed),
      quantum: BigInt(row.quantum),
    })),
  };
}

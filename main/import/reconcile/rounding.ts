import type { AmountGrid } from '#main/import/detect/amount-grid.ts';
import type { Minor } from '#shared/money/amount.ts';
import { divideHalfAway } from '#shared/money/rounding.ts';

/** What rounding to the currency's decimals moved, in units of 10^-20 of the currency. */
export type Rounding = { readonly count: number; readonly moved: bigint };
export const ROUNDING_DECIMALS = 20;

export type ToMinor = (value: bigint) => { readonly minor: Minor; readonly residue: bigint };

/** Makes amounts of a grid's figures, rounded half away from zero to the currency's decimals, and tells what that moved. */
export function minorFrom({ decimals: own }: Pick<AmountGrid, 'decimals'>, decimals: number): ToMinor {
  if (own <= decimals) {
    const factor = 10n ** BigInt(decimals - own);
    return (value) => ({ minor: value * factor, residue: 0n });
  }
  const divisor = 10n ** BigInt(own - decimals);
  const unit = 10n ** BigInt(Math.max(0, ROUNDING_DECIMALS - own));
  return (value) => {
    const minor = divideHalfAway(value, divisor);
    return { minor, residue: (minor * divisor - value) * unit };
  };
}

/** What rounding moves in each column of a grid, over the given rows. */
export function measureRounding(grid: AmountGrid, rows: readonly number[], decimals: number): Rounding[] {
  if (grid.decimals <= decimals) return grid.columns.map(() => ({ count: 0, moved: 0n }));
  const toMinor = minorFrom(grid, decimals);
  return grid.columns.map((_, index) => {
    let [count, moved] = [0, 0n];
    for (const row of rows) {
      const value = grid.rows.get(row)?.[index] ?? null;
      const residue = value === null ? 0n : toMinor(value).residue;
      if (residue === 0n) continue;
      count += 1;
      moved += residue;
    }
    return { count, moved };
  });
}

/** Adds up what rounding moved. */
export function addRounding(all: readonly Rounding[]): Rounding {
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    moved: all.reduce((sum, { moved }) => sum + moved, 0n),
  };
}

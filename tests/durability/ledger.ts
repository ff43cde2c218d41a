/**
 * An account of what a plan file must hold, kept without any of the program's own code: one text an amount, and the
 * states that undo and redo lead back to.
 */
export type Ledger = {
  readonly cells: ReadonlyMap<string, string>;
  readonly past: readonly ReadonlyMap<string, string>[];
  readonly future: readonly ReadonlyMap<string, string>[];
};

/** What a person does to the plan: fills cells of one line, from a year on, or takes a step back or forth. */
export type Deed =
  | {
      readonly kind: 'fill';
      readonly line: string;
      readonly from: number;
      readonly amounts: readonly (bigint | null)[];
    }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export const emptyLedger: Ledger = { cells: new Map(), past: [], future: [] };

/** The account after a deed; an undo or redo with nothing to do leaves it as it is. */
export function record({ cells, past, future }: Ledger, deed: Deed): Ledger {
  switch (deed.kind) {
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return { cells, past, future };
      return { cells: before, past: past.slice(0, -1), future: [...future, cells] };
    }
    case 'redo': {
      const after = future.at(-1);
      if (after === undefined) return { cells, past, future };
      return { cells: after, past: [...past, cells], future: future.slice(0, -1) };
    }
    case 'fill': {
      const next = new Map(cells);
      for (const [index, amount] of deed.amounts.entries()) {
        const cell = cellName(deed.line, deed.from + index);
        if (amount === null) next.delete(cell);
        else next.set(cell, amount.toString());
      }
      return { cells: next, past: [...past, cells], future: [] };
    }
  }
}

/** How the account names an amount. */
export function cellName(line: string, year: number): string {
  return `${line} ${year}`;
}

/** The account as text, for comparing. */
export function writeCells(cells: ReadonlyMap<string, string>): string {
  return [...cells]
    .map(([cell, amount]) => `${cell} ${amount}`)
    .toSorted()
    .join('\n');
}

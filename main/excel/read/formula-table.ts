import type { TextStore } from './text-store.ts';
import { moveFormula } from './move-formula.ts';

/** The formulas of one sheet as numbers, never 0. A shared formula is kept once and moved to its cell when asked for. */
export type FormulaTable = {
  /** A formula of its own. */
  readonly addOwn: (text: string) => number;
  /** The first cell of a shared formula, which holds its text. */
  readonly addMaster: (shared: string, text: string, row: number, column: number) => number;
  /** A further cell of a shared formula; its text is empty when the file holds none. */
  readonly addShared: (shared: string) => number;
  /** The formula's text as it reads in the cell at this place. */
  readonly text: (id: number, row: number, column: number) => string;
};

type SharedFormula = { readonly text: string; readonly row: number; readonly column: number };

/** Own formulas have even numbers (their text in the store), shared ones odd numbers (their place in the list). */
export function createFormulaTable(texts: TextStore): FormulaTable {
  const shared: SharedFormula[] = [];
  const sharedIds = new Map<string, number>();
  const addShared = (name: string, formula: SharedFormula): number => {
    const id = shared.push(formula) * 2 - 1;
    sharedIds.set(name, id);
    return id;
  };
  return {
    addOwn: (text) => texts.add(text) * 2 + 2,
    addMaster: (name, text, row, column) => addShared(name, { text, row, column }),
    addShared: (name) => sharedIds.get(name) ?? addShared(name, { text: '', row: 0, column: 0 }),
    text: (id, row, column) => {
      if (id % 2 === 0) return texts.get(id / 2 - 1);
      const formula = shared[(id - 1) / 2];
      return formula === undefined
        ? ''
        : moveFormula(formula.text, row - formula.row, column - formula.column);
    },
  };
}

import type { CellElements } from './cell-value.ts';
import { createRichText } from './rich-text.ts';
import type { XmlAttributes } from './xml-names.ts';

/** What a formula element says. */
export type FormulaElement = { type: string; shared: string | null; text: string };

/** Gathers the elements inside one cell. */
export function createCellContent() {
  const rich = createRichText();
  const cell: CellElements = { type: 'n', style: 0, value: null, inline: null };
  const formula: FormulaElement = { type: '', shared: null, text: '' };
  let isOpen = false;
  let hasFormula = false;
  let within: '' | 'v' | 'f' | 'is' = '';
  return {
    cell,
    formula: (): Readonly<FormulaElement> | null => (hasFormula ? formula : null),
    isOpen: () => isOpen,
    start: (attributes: XmlAttributes): void => {
      isOpen = true;
      hasFormula = false;
      within = '';
      cell.type = attributes['t'] ?? 'n';
      cell.style = styleOf(attributes['s']);
      cell.value = null;
      cell.inline = null;
    },
    end: (): void => {
      isOpen = false;
    },
    open: (name: string, attributes: XmlAttributes): void => {
      if (within === 'is') return rich.open(name);
      if (name === 'v') {
        within = 'v';
        cell.value = '';
      } else if (name === 'f') {
        within = 'f';
        hasFormula = true;
        formula.type = attributes['t'] ?? '';
        formula.shared = attributes['si'] ?? null;
        formula.text = '';
      } else if (name === 'is') {
        within = 'is';
        rich.start();
      }
    },
    close: (name: string): void => {
      if (name === 'is') cell.inline = rich.joined();
      else if (within === 'is') return rich.close(name);
      if (name === within) within = '';
    },
    text: (piece: string): void => {
      if (!isOpen) return;
      if (within === 'v') cell.value += piece;
      else if (within === 'f') formula.text += piece;
      else if (within === 'is') rich.text(piece);
    },
  };
}

/** A style beyond what the columns hold (Excel itself ends at 65,490) counts as the plain one. */
function styleOf(text: string | undefined): number {
  const style = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return style < 65_536 ? style : 0;
}

import type { CellElements } from './cell-value.ts';
import { createRichText } from './rich-text.ts';
import type { XmlAttributes } from './xml-names.ts';

/** What a formula element says. */
export type FormulaElement = { type: string; shared: string | null; text: string };

/** Gathers the elements inside one cell, from its start to its end. */
export function createCellContent() {
  const rich = createRichText();
  const cell: CellElements = { type: 'n', style: 0, value: null, inline: null };
  let formula: FormulaElement | null = null;
  let isOpen = false;
  let within: '' | 'v' | 'f' | 'is' = '';

  const open = (name: string, attributes: XmlAttributes): void => {
    if (within === 'is') return rich.open(name);
    if (name !== 'v' && name !== 'f' && name !== 'is') return;
    within = name;
    if (name === 'v') cell.value = '';
    if (name === 'is') rich.start();
    if (name === 'f') formula = { type: attributes['t'] ?? '', shared: attributes['si'] ?? null, text: '' };
  };
  const close = (name: string): void => {
    if (name === 'is') cell.inline = rich.joined();
    else if (within === 'is') return rich.close(name);
    if (name === within) within = '';
  };
  const text = (piece: string): void => {
    if (!isOpen) return;
    if (within === 'v') cell.value += piece;
    else if (within === 'is') rich.text(piece);
    else if (within === 'f' && formula !== null) formula.text += piece;
  };
  const start = (attributes: XmlAttributes): void => {
    isOpen = true;
    within = '';
    formula = null;
    const { t: type = 'n', s: style } = attributes;
    Object.assign(cell, { type, style: styleOf(style), value: null, inline: null });
  };
  const end = (): void => {
    isOpen = false;
  };
  return { cell, formula: () => formula, isOpen: () => isOpen, start, open, close, text, end };
}

/** A style beyond what the columns hold (Excel itself ends at 65,490) counts as the plain one. */
function styleOf(text: string | undefined): number {
  const style = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return style < 65_536 ? style : 0;
}

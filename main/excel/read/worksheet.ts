import { cellAddress } from './a1.ts';
import { buildSheet } from './build-sheet.ts';
import type { WorkbookContext } from './build-sheet.ts';
import { createCellGatherer } from './cell-columns.ts';
import type { CellGatherer } from './cell-columns.ts';
import { createCellPosition } from './cell-position.ts';
import { readCellValue } from './cell-value.ts';
import type { CellElements, SharedTexts } from './cell-value.ts';
import { createFormulaTable } from './formula-table.ts';
import type { FormulaTable } from './formula-table.ts';
import { refusal } from './refusal.ts';
import { createRichText } from './rich-text.ts';
import type { Sheet } from './sheet.ts';
import { createFrameGatherer } from './sheet-frame.ts';
import type { XmlAttributes } from './xml-names.ts';
import type { XmlHandlers } from './xml.ts';

/** What the reader of one worksheet is given. */
export type WorksheetInput = {
  readonly name: string;
  readonly hidden: boolean;
  readonly shared: SharedTexts;
  readonly context: WorkbookContext;
  readonly mergeLimit: number;
  /** Called for each cell that is kept; throws when the workbook has too many. */
  readonly countCell: () => void;
};

/** What a formula element says. */
type FormulaElement = { type: string; shared: string | null; text: string };

/** Handlers that gather a worksheet part, and the sheet that they gathered. */
export function createWorksheetReader(input: WorksheetInput): {
  readonly handlers: XmlHandlers;
  readonly sheet: () => Sheet;
} {
  const position = createCellPosition(input.name);
  const frame = createFrameGatherer(input.name, input.mergeLimit);
  const formulas = createFormulaTable(input.context.texts);
  const cells = createCellGatherer();
  const content = createCellContent();

  const open = (name: string, attributes: XmlAttributes, parent: string): void => {
    if (content.isOpen()) return content.open(name, attributes);
    switch (name) {
      case 'c':
        if (parent !== 'row') return;
        position.enterCell(attributes);
        return content.start(attributes);
      case 'row':
        position.enterRow(attributes);
        return frame.row(position.row(), attributes);
      case 'col':
        return frame.column(attributes);
      case 'mergeCell':
        return frame.merge(attributes['ref']);
      default:
    }
  };

  const close = (name: string): void => {
    if (!content.isOpen()) return;
    if (name !== 'c') return content.close(name);
    const place = { row: position.row(), column: position.column() };
    keepCell({ ...input, ...place, cells, formulas, content });
    content.end();
  };

  const { merges, hiddenRows, hiddenColumns } = frame;
  const frameParts = { name: input.name, hidden: input.hidden, merges, hiddenRows, hiddenColumns };
  return {
    handlers: { open, close, text: content.text },
    sheet: () => buildSheet(frameParts, cells.finish(), formulas, input.context),
  };
}

type CellContent = ReturnType<typeof createCellContent>;

/** The elements inside one cell. */
function createCellContent() {
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

type KeepInput = WorksheetInput & {
  readonly row: number;
  readonly column: number;
  readonly cells: CellGatherer;
  readonly formulas: FormulaTable;
  readonly content: CellContent;
};

/** Keeps a cell that holds a value or a formula; one that holds only a format is blank. */
function keepCell(input: KeepInput): void {
  const { row, column, content, cells } = input;
  const element = content.formula();
  const value = readCellValue(content.cell, element !== null, input.shared, input.context);
  if (value === null) {
    throw refusal('shared-text-missing', { sheet: input.name, cell: cellAddress(row, column) });
  }
  if (value.kind === 0 && element === null) return;
  const formula = element === null ? 0 : keepFormula(element, input);
  input.countCell();
  cells.add({ row, column, kind: value.kind, style: content.cell.style, text: value.text, formula });
}

function keepFormula(element: FormulaElement, { formulas, row, column }: KeepInput): number {
  if (element.type !== 'shared' || element.shared === null) return formulas.addOwn(element.text);
  return element.text === ''
    ? formulas.addShared(element.shared)
    : formulas.addMaster(element.shared, element.text, row, column);
}

/** A style beyond what the columns hold (Excel itself ends at 65,490) counts as the plain one. */
function styleOf(text: string | undefined): number {
  const style = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return style < 65_536 ? style : 0;
}

import { cellAddress } from './a1.ts';
import { buildSheet } from './build-sheet.ts';
import type { WorkbookContext } from './build-sheet.ts';
import { createCellGatherer } from './cell-columns.ts';
import { createCellContent } from './cell-content.ts';
import type { FormulaElement } from './cell-content.ts';
import { createCellPosition } from './cell-position.ts';
import type { ScannedCell } from './cell-scanner.ts';
import { readCellValue } from './cell-value.ts';
import type { CellValue, SharedTexts } from './cell-value.ts';
import { createFormulaTable } from './formula-table.ts';
import { refusal } from './refusal.ts';
import { readScannedValue, textOf } from './scanned-value.ts';
import type { Sheet } from './sheet.ts';
import { createFrameGatherer } from './sheet-frame.ts';
import type { FrameGatherer } from './sheet-frame.ts';
import type { XmlAttributes } from './xml-names.ts';
import type { XmlHandlers } from './xml.ts';

/** What the reader of one worksheet is given. */
type WorksheetInput = {
  readonly name: string;
  readonly hidden: boolean;
  readonly shared: SharedTexts;
  readonly context: WorkbookContext;
  readonly mergeLimit: number;
  /** Called for each cell that is kept; throws when the workbook has too many. */
  readonly countCell: () => void;
};

/** What gathers a worksheet part, and the sheet that was gathered. */
export type WorksheetReader = {
  readonly handlers: XmlHandlers;
  /** Takes a cell that was read without the parser. */
  readonly takeCell: (cell: ScannedCell) => void;
  readonly sheet: () => Sheet;
};

/** Makes the reader of one worksheet. */
export function createWorksheetReader(input: WorksheetInput): WorksheetReader {
  const { name, hidden, shared, context } = input;
  const frame = createFrameGatherer(name, input.mergeLimit);
  const cells = createCellKeeper(input);
  return {
    handlers: createHandlers(frame, cells, input),
    takeCell: (cell) => {
      cells.position.enterPlace(cell.row, cell.column);
      const text = textOf(cell.bytes, cell.formulaStart, cell.formulaEnd);
      const formula = text === null ? null : { type: '', shared: null, text };
      cells.keep(readScannedValue(cell, shared, context), cell.style, formula);
    },
    sheet: () => {
      const { merges, hiddenRows, hiddenColumns } = frame;
      const parts = { name, hidden, merges, hiddenRows, hiddenColumns };
      return buildSheet(parts, cells.finish(), cells.formulas, context);
    },
  };
}

/** What is done with the elements that the parser reads. */
function createHandlers(
  frame: FrameGatherer,
  cells: CellKeeper,
  { shared, context }: WorksheetInput,
): XmlHandlers {
  const content = createCellContent();
  const open = (name: string, attributes: XmlAttributes, parent: string): void => {
    if (content.isOpen()) return content.open(name, attributes);
    switch (name) {
      case 'c':
        if (parent !== 'row') return;
        cells.position.enterCell(attributes);
        return content.start(attributes);
      case 'row':
        cells.position.enterRow(attributes);
        return frame.row(cells.position.row(), attributes);
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
    const formula = content.formula();
    cells.keep(readCellValue(content.cell, formula !== null, shared, context), content.cell.style, formula);
    content.end();
  };
  return { open, close, text: content.text };
}

type CellKeeper = ReturnType<typeof createCellKeeper>;

/** Keeps the cells of a sheet at the position to which it was moved. */
function createCellKeeper({ name, context, countCell }: WorksheetInput) {
  const position = createCellPosition(name);
  const formulas = createFormulaTable(context.texts);
  const gatherer = createCellGatherer();

  const keepFormula = (element: Readonly<FormulaElement>): number => {
    const { type, shared, text } = element;
    if (type !== 'shared' || shared === null) return formulas.addOwn(text);
    return text === ''
      ? formulas.addShared(shared)
      : formulas.addMaster(shared, text, position.row(), position.column());
  };

  return {
    position,
    formulas,
    finish: gatherer.finish,
    /** Keeps a cell that holds a value or a formula; one that holds only a format is blank. */
    keep: (value: CellValue | null, style: number, element: Readonly<FormulaElement> | null): void => {
      const [row, column] = [position.row(), position.column()];
      if (value === null) {
        throw refusal('shared-text-missing', { sheet: name, cell: cellAddress(row, column) });
      }
      if (value.kind === 0 && element === null) return;
      countCell();
      const formula = element === null ? 0 : keepFormula(element);
      gatherer.add({ row, column, kind: value.kind, style, text: value.text, formula });
    },
  };
}

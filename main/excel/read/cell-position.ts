import { MAX_COLUMNS, MAX_ROWS, cellAddress, parseAddress } from './a1.ts';
import { refusal } from './refusal.ts';
import type { XmlAttributes } from './xml-names.ts';

/** Follows rows and cells through a sheet; those without an address stand after the one before. */
export type CellPosition = {
  readonly row: () => number;
  readonly column: () => number;
  readonly enterRow: (attributes: XmlAttributes) => void;
  readonly enterCell: (attributes: XmlAttributes) => void;
  /** Enters a cell whose address was read already, or one without (-1). */
  readonly enterPlace: (row: number, column: number) => void;
};

/** Makes the position of one sheet. An address outside every worksheet is refused. */
export function createCellPosition(sheet: string): CellPosition {
  let row = -1;
  let column = -1;
  const refuse = (address: string): never => {
    throw refusal('cell-outside-sheet', { sheet, address: address.slice(0, 20) });
  };
  const enterNext = () => {
    column += 1;
    if (column >= MAX_COLUMNS) refuse(cellAddress(row, column));
  };
  return {
    row: () => row,
    column: () => column,
    enterRow: (attributes) => {
      const number = attributes['r'];
      row = number === undefined ? row + 1 : rowOf(number);
      column = -1;
      if (!(row >= 0 && row < MAX_ROWS)) refuse(`A${number ?? MAX_ROWS + 1}`);
    },
    enterCell: (attributes) => {
      const address = attributes['r'];
      if (address === undefined) return enterNext();
      const place = parseAddress(address) ?? refuse(address);
      row = place.row;
      column = place.column;
    },
    enterPlace: (placeRow, placeColumn) => {
      if (placeColumn < 0) return enterNext();
      row = placeRow;
      column = placeColumn;
    },
  };
}

function rowOf(number: string): number {
  return /^\s*\d{1,9}\s*$/.test(number) ? Number(number) - 1 : -1;
}

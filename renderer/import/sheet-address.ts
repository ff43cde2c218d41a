/** A cell by its zero-based row and column. */
export type CellPosition = { readonly row: number; readonly column: number };

/** A block of cells, all four sides zero-based and included. */
export type CellRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

const LETTERS = 26;
const FIRST_LETTER = 64;

/** The letters that a spreadsheet shows above a column: 0 is `A`, 26 is `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(FIRST_LETTER + 1 + (column % LETTERS));
  return column < LETTERS ? letter : columnLetters(Math.floor(column / LETTERS) - 1) + letter;
}

/** The zero-based column of its letters; -1 when the text is no column. */
export function columnOfLetters(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1;
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - FIRST_LETTER, 0) - 1;
}

/** Where an address such as `F14` leads; null when the text is no address. */
export function positionOf(address: string): CellPosition | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  return { row: Number(match[2]) - 1, column: columnOfLetters(match[1] ?? '') };
}

/** The block that a range such as `A5:K40` names; a single address is a block of one cell. */
export function rangeOf(range: string): CellRange | null {
  const [from = '', to = from] = range.split(':');
  const [first, last] = [positionOf(from), positionOf(to)];
  if (first === null || last === null) return null;
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** Letters of a one-based column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The address of a one-based row and column: (14, 6) is F14. */
export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A sheet's name as a formula needs it. */
export function sheetReference(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'!`;
}

/** Height of a row of the list of changes, as its style sheet has it. */
export const ROW_HEIGHT = 28;

/** Rows above and below the screen that are there too, so that a fast scroll shows no gaps. */
const SPARE = 12;

/** The rows of a list that are on screen; `last` is not included. */
export type RowSpan = { readonly first: number; readonly last: number };

/** Which rows to draw when `top` pixels of the list are scrolled away (negative: it begins below) of a window so many pixels high. */
export function rowsInView(top: number, height: number, rows: number): RowSpan {
  const first = Math.floor(top / ROW_HEIGHT) - SPARE;
  const last = Math.ceil((top + height) / ROW_HEIGHT) + SPARE;
  const within = (row: number) => Math.max(0, Math.min(rows, row));
  return { first: within(first), last: within(last) };
}

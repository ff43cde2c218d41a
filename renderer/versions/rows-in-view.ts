/** Rows above and below the screen that are there too, so that a fast scroll shows no gaps. */
const SPARE = 12;

/** The rows of a list that are on screen; `last` is not included. */
export type RowSpan = { readonly first: number; readonly last: number };

/** What of a list of rows of one height is on screen: `top` pixels are scrolled away (negative: it begins below) of a window so many pixels high. */
export type ListWindow = { readonly top: number; readonly height: number; readonly rowHeight: number };

/** The rows to be drawn, of so many in all. */
export function rowsInView({ top, height, rowHeight }: ListWindow, rows: number): RowSpan {
  const first = Math.floor(top / rowHeight) - SPARE;
  const last = Math.ceil((top + height) / rowHeight) + SPARE;
  const within = (row: number) => Math.max(0, Math.min(rows, row));
  return { first: within(first), last: within(last) };
}

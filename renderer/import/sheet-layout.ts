import type { SheetCell } from '#shared/api/api.ts';

/** The sheet's measures on screen, in pixels. */
export const ROW_HEIGHT = 24;
const ROLE_WIDTH = 88;
const NUMBER_WIDTH = 52;
export const GUTTER_WIDTH = ROLE_WIDTH + NUMBER_WIDTH;
export const HEAD_HEIGHT = 46;

const NARROWEST = 64;
/** A column of figures has room for its year above it. */
const NARROWEST_FIGURES = 96;
const WIDEST = 280;
/** Before anything is known of a sheet, and for a column that is empty as far as is known. */
const USUAL = 88;
const EMPTY = 44;
const CHARACTER = 7.9;
const PADDING = 18;

/** Where columns stand: `lefts` has one entry more than there are columns, the last is the width of all. */
export type ColumnLayout = { readonly widths: readonly number[]; readonly lefts: readonly number[] };

/** First and last index of what is on screen; `last` below `first` is nothing. */
export type Span = { readonly first: number; readonly last: number };

/** Widths by the longest texts of some rows. A text that can run over empty cells beside it needs no width of its own. */
export function layOutColumns(columns: number, cells: readonly SheetCell[]): ColumnLayout {
  const filled = new Set(cells.map(({ row, column }) => `${row} ${column}`));
  const needed = new Map<number, number>();
  for (const { row, column, text, number } of cells) {
    if (!number && !filled.has(`${row} ${column + 1}`)) continue;
    const least = number ? NARROWEST_FIGURES : NARROWEST;
    const width = Math.max(least, Math.ceil(text.length * CHARACTER) + PADDING);
    needed.set(column, Math.max(needed.get(column) ?? 0, width));
  }
  const unfilled = cells.length === 0 ? USUAL : EMPTY;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.min(WIDEST, needed.get(column) ?? unfilled),
  );
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  return { widths, lefts };
}

/** The rows on screen, with some above and below so that a fast scroll shows no gaps. */
export function visibleRows(scrollTop: number, height: number, rows: number): Span {
  const spare = 8;
  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - spare);
  const last = Math.min(rows - 1, Math.ceil((scrollTop + height) / ROW_HEIGHT) + spare);
  return { first, last };
}

/** The columns on screen. */
export function visibleColumns(scrollLeft: number, width: number, { widths, lefts }: ColumnLayout): Span {
  const from = scrollLeft;
  const to = scrollLeft + width;
  let first = 0;
  while (first < widths.length - 1 && (lefts[first + 1] ?? 0) <= from) first += 1;
  let last = first;
  while (last < widths.length - 1 && (lefts[last + 1] ?? 0) < to) last += 1;
  return { first, last: widths.length === 0 ? -1 : last };
}

/** Where to scroll so that a row or column stands in view, a little away from the edge; unchanged when it does already. */
export function scrollToShow(
  place: { readonly start: number; readonly size: number },
  view: { readonly scroll: number; readonly size: number },
): number {
  const isVisible = place.start >= view.scroll && place.start + place.size <= view.scroll + view.size;
  return isVisible ? view.scroll : Math.max(0, place.start - Math.floor(view.size / 3));
}

/** Where to scroll so that a column stands in view, no further than needed: the words before it stay beside it. */
export function scrollToReach(
  place: { readonly start: number; readonly size: number },
  view: { readonly scroll: number; readonly size: number },
): number {
  const atLeast = place.start + place.size - view.size;
  return Math.min(place.start, Math.max(view.scroll, atLeast));
}

import type { Minor } from '#shared/money/amount.ts';
import { type CellFormat, cellText } from './amount-texts.ts';
import type { GridRows } from './build-rows.ts';
import type { ShownVersion } from './shown-version.ts';

const NARROWEST_AMOUNT = 96;
const DIGIT_PX = 8;
const CELL_PADDING_PX = 20;

/** How wide columns of amounts must be so that the longest of these texts, in bold, is never cut off. */
export function amountWidth(texts: readonly string[]): number {
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.max(NARROWEST_AMOUNT, longest * DIGIT_PX + CELL_PADDING_PX);
}

/** How wide the years and the total of the plan grid must be. */
export type GridWidths = { readonly period: number; readonly total: number };

/** The widths that the sums need: a line is hardly ever wider than the sum of its programme, and ten thousand need not be looked at. */
export function gridWidths(
  { rows, total }: GridRows,
  versions: readonly ShownVersion[],
  format: CellFormat,
): GridWidths {
  const shown = [total, ...rows.filter((row) => row.kind === 'group' || rows.length < 500)];
  const sums = shown.flatMap((row) => [
    row.figures,
    ...versions.flatMap((version) => version.figuresOf(row) ?? []),
  ]);
  const widthOf = (amounts: readonly (Minor | null)[]): number =>
    amountWidth([largest(amounts), smallest(amounts)].map((minor) => cellText(minor, format)));
  return {
    period: widthOf(sums.flatMap(({ minor }) => minor)),
    total: widthOf(sums.map((figures) => figures.total)),
  };
}

function largest(amounts: readonly (Minor | null)[]): Minor {
  return amounts.reduce<Minor>((most, amount) => (amount !== null && amount > most ? amount : most), 0n);
}

function smallest(amounts: readonly (Minor | null)[]): Minor {
  return amounts.reduce<Minor>((least, amount) => (amount !== null && amount < least ? amount : least), 0n);
}

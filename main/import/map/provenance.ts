import { cellAddress } from '#main/excel/read/a1.ts';
import type { TableYear } from '#main/import/detect/import-table.ts';
import type { ImportSheet } from '#main/import/import-state.ts';
import { toHalfWidth } from '#shared/money/half-width.ts';
import type { ProvenanceCell } from '#shared/plan/edit.ts';

export type ReadWith = { readonly scale: bigint; readonly isRounded: boolean };

/** Where an amount was read: the rule tells in short how, times its scale, and whether the figure was rounded. */
export function provenanceOf(
  sheet: ImportSheet,
  row: number,
  { column, notation }: TableYear,
  { scale, isRounded }: ReadWith,
): ProvenanceCell {
  const cell = sheet.cell(row, column);
  const isNil = cell.kind === 'text' && !/\d/.test(toHalfWidth(cell.text));
  const text = isNil ? 'nil' : `text with decimal ${notation.notation.decimal}`;
  const how = cell.kind === 'text' ? text : cell.kind;
  const rule = `${how}${scale === 1n ? '' : ` * ${scale}`}${isRounded ? ', rounded' : ''}`;
  return { sheet: sheet.name, cell: cellAddress(row, column), raw: cell.raw, rule };
}

import { plain, readLineKind } from '#main/import/detect/column-words.ts';
import type { LabelField } from '#main/import/detect/column-words.ts';
import type { ImportTable } from '#main/import/detect/import-table.ts';
import type { TableRow } from '#main/import/detect/row-roles.ts';
import type { ImportSheet } from '#main/import/import-state.ts';
import { importMessages } from '#shared/messages/catalogue/import.ts';
import type { LineKind } from '#shared/plan/line.ts';

/** What the label cells of a row say about its line. */
export type LineLabels = {
  readonly code: string;
  readonly title: string;
  readonly programme: string;
  readonly source: string;
  readonly owner: string;
  /** Null when nothing in the row or above it says so. */
  readonly kind: LineKind | null;
};

const CAPITAL = /(?<![\p{L}])(?:capital|cdel|investitions?\p{L}*|investissement|投資)(?![\p{L}])/iu;

/** Reads the labels of a data row; without a programme column the group it stands in is its programme. */
export function readLineLabels(sheet: ImportSheet, table: ImportTable, row: TableRow): LineLabels {
  const read = (field: LabelField): string => {
    const column = table.labels.find((label) => label.field === field)?.column;
    return column === undefined ? '' : plain(sheet.cell(row.row, column).text);
  };
  const programme = read('programme') || row.group;
  return {
    code: read('code'),
    title: row.label || importMessages['import.untitled-line']({ row: row.row + 1 }),
    programme: programme === row.label ? row.group : programme,
    source: read('source'),
    owner: read('owner'),
    kind:
      readLineKind(read('kind')) ??
      (CAPITAL.test([row.group, ...table.texts.titles].join(' ')) ? 'capital' : null),
  };
}

import { MAX_COLUMNS, parseRange } from './a1.ts';
import { refusal } from './refusal.ts';
import type { Merge } from './sheet.ts';
import { isOn } from './styles.ts';
import type { XmlAttributes } from './xml-names.ts';

/** More `col` elements than columns are hostile: each may name all the columns there are. */
const MAX_COLUMN_ELEMENTS = MAX_COLUMNS;

/** Gathers what stands around the cells: hidden rows and columns, merged ranges. */
export type FrameGatherer = {
  readonly row: (row: number, attributes: XmlAttributes) => void;
  readonly column: (attributes: XmlAttributes) => void;
  readonly merge: (reference: string | undefined) => void;
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
};

export function createFrameGatherer(sheet: string, mergeLimit: number): FrameGatherer {
  const merges: Merge[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let columnElements = 0;
  return {
    row: (row, attributes) => {
      if (isOn(attributes['hidden']) || attributes['ht'] === '0') hiddenRows.add(row);
    },
    column: (attributes) => {
      columnElements += 1;
      const isHidden = isOn(attributes['hidden']) || attributes['width'] === '0';
      if (!isHidden || columnElements > MAX_COLUMN_ELEMENTS) return;
      const first = columnNumber(attributes['min']);
      const last = Math.min(columnNumber(attributes['max'] ?? attributes['min']), MAX_COLUMNS);
      for (let column = first; column <= last && column > 0; column += 1) hiddenColumns.add(column - 1);
    },
    merge: (reference) => {
      const range = parseRange(reference ?? '');
      if (range === null) return;
      if (merges.length >= mergeLimit) throw refusal('too-many-merges', { sheet, limit: mergeLimit });
      merges.push(range);
    },
    merges,
    hiddenRows,
    hiddenColumns,
  };
}

function columnNumber(text: string | undefined): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
}

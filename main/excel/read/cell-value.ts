import { CELL_KINDS } from './cell-columns.ts';
import { isNumberText } from './decimal-text.ts';
import { decodeEscapes } from './rich-text.ts';
import { isoToIso, serialToIso } from './serial-date.ts';
import type { CellKind } from './sheet.ts';
import type { WorkbookContext } from './build-sheet.ts';
import { PLAIN_FORMAT } from './styles.ts';

/** The texts of the shared strings part: they are the first of the store, so their index is their number there. */
export type SharedTexts = { readonly count: number; readonly empty: ReadonlySet<number> };

/** What the elements of one cell say. */
export type CellElements = {
  /** The `t` attribute; the default is `n`, a number. */
  type: string;
  style: number;
  /** The content of `v`; null when there is none. */
  value: string | null;
  /** The joined text of `is`; null when there is none. */
  inline: string | null;
};

/** A cell's kind and the number of its raw text in the store plus one; 0 for none. */
export type CellValue = { readonly kind: number; readonly text: number };

const NUMBERS = Object.fromEntries(CELL_KINDS.map((kind, index) => [kind, index]));
const BLANK: CellValue = { kind: 0, text: 0 };

/** The number that stands for a kind in the columns. */
export function kindNumber(kind: CellKind): number {
  return NUMBERS[kind] ?? 0;
}

const TEXT = kindNumber('text');
const NUMBER = kindNumber('number');
const DATE = kindNumber('date');

/**
 * Judges the value of one cell. An empty text is blank unless a formula gave it. Null when the cell points to a shared
 * text that is not there.
 */
export function readCellValue(
  cell: Readonly<CellElements>,
  hasFormula: boolean,
  shared: SharedTexts,
  context: WorkbookContext,
): CellValue | null {
  const keep = (kind: number, raw: string): CellValue => ({ kind, text: context.texts.add(raw) + 1 });
  const keepText = (text: string | null): CellValue =>
    text === null || (text === '' && !hasFormula) ? BLANK : keep(TEXT, text);
  const { value } = cell;
  switch (cell.type) {
    case 's':
      return value === null || value === '' ? BLANK : sharedText(value, hasFormula, shared);
    case 'str':
      return keepText(value === null ? null : decodeEscapes(value));
    case 'inlineStr':
      return keepText(cell.inline ?? (value === null ? null : decodeEscapes(value)));
    case 'b':
      return value === null || value === '' ? BLANK : keep(kindNumber('boolean'), value.trim());
    case 'e':
      return value === null || value === '' ? BLANK : keep(kindNumber('error'), value.trim());
    case 'd':
      return value === null || value === ''
        ? BLANK
        : keep(isoToIso(value.trim()) === null ? TEXT : DATE, value.trim());
    default:
      break;
  }
  const raw = value?.trim() ?? '';
  if (raw === '') return keepText(cell.inline);
  return keep(numericKind(raw, cell.style, context), raw);
}

function sharedText(value: string, hasFormula: boolean, shared: SharedTexts): CellValue | null {
  const index = /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : -1;
  if (index < 0 || index >= shared.count) return null;
  return shared.empty.has(index) && !hasFormula ? BLANK : { kind: TEXT, text: index + 1 };
}

/** An amount under a date format stays a number where Excel shows no date for it. */
function numericKind(raw: string, style: number, context: WorkbookContext): number {
  if (!isNumberText(raw)) return TEXT;
  const { dateParts } = context.formats[style] ?? PLAIN_FORMAT;
  if (dateParts === 'none') return NUMBER;
  return serialToIso(raw, dateParts, context.date1904) === null ? NUMBER : DATE;
}

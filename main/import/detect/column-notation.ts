import type { Sheet } from '#main/excel/read/sheet.ts';
import { decideNotation } from '#shared/money/notation-evidence.ts';
import type { NotationDecision } from '#shared/money/notation-evidence.ts';
import { notationForLocale } from '#shared/money/number-notation.ts';
import type { NumberNotation } from '#shared/money/number-notation.ts';

/** How the texts of one column are read, and what that rests on. */
export type ColumnNotation = {
  readonly notation: NumberNotation;
  readonly basis: 'column' | 'table' | 'locale' | 'no-text';
  /** The text that proves it, or texts that could be read in two ways. */
  readonly samples: readonly string[];
};

/** More texts than this add nothing to the evidence. */
const MOST_TEXTS = 2_000;

/**
 * Decides for each column how its texts write numbers: by its own texts, else by those of all columns together, else by
 * the locale as an assumption that is told.
 */
export function decideColumnNotations(
  sheet: Sheet,
  columns: readonly number[],
  rows: readonly number[],
  locale: string,
): ColumnNotation[] {
  const texts = columns.map((column) => textsOf(sheet, column, rows));
  const decisions = texts.map((own) => decideNotation(own));
  const together = decideNotation(texts.flat().slice(0, MOST_TEXTS));
  return decisions.map((decision) => choose(decision, together, locale));
}

function choose(own: NotationDecision, together: NotationDecision, locale: string): ColumnNotation {
  if (own.kind === 'decided') return { notation: own.notation, basis: 'column', samples: [own.evidence] };
  if (own.kind === 'none') {
    const notation = together.kind === 'decided' ? together.notation : notationForLocale(locale);
    return { notation, basis: 'no-text', samples: [] };
  }
  if (together.kind === 'decided') {
    return { notation: together.notation, basis: 'table', samples: [together.evidence] };
  }
  return { notation: notationForLocale(locale), basis: 'locale', samples: own.samples };
}

function textsOf(sheet: Sheet, column: number, rows: readonly number[]): string[] {
  const texts: string[] = [];
  for (const row of rows) {
    if (texts.length >= MOST_TEXTS) break;
    if (sheet.kind(row, column) === 'text') texts.push(sheet.cell(row, column).text);
  }
  return texts;
}

import type { Sheet } from '#main/excel/read/sheet.ts';
import type { AmountGrid } from './amount-grid.ts';
import { plain } from './column-words.ts';
import type { SumCandidate } from './find-sums.ts';
import type { LabelColumn } from './label-columns.ts';
import { claimsEverything, readRowWord } from './row-words.ts';
import type { TableFrame } from './table-frame.ts';

/** A row of a table before its role is known. */
export type RowFacts = {
  readonly row: number;
  readonly label: string;
  readonly hasFigures: boolean;
  /** Label cells other than the title's hold something. */
  readonly hasOtherLabels: boolean;
  readonly isBold: boolean;
  readonly indent: number;
  /** An empty row stands between this row and the one before. */
  readonly afterGap: boolean;
};

/** Looks at every row that holds something between the table's edges. */
export function readRowFacts(
  sheet: Sheet,
  frame: TableFrame,
  labels: readonly LabelColumn[],
  grid: AmountGrid,
): RowFacts[] {
  const facts: RowFacts[] = [];
  const title = labels.find(({ field }) => field === 'title');
  let before = frame.firstRow - 1;
  for (let row = frame.firstRow; row <= frame.lastRow; row += 1) {
    if (frame.repeated.has(row)) continue;
    const hasFigures = grid.rows.has(row);
    const texts = labels.map(({ column }) => plain(sheet.cell(row, column).text));
    const own = title === undefined ? '' : plain(sheet.cell(row, title.column).text);
    const label = own === '' ? (texts.find((text) => text !== '') ?? '') : own;
    if (!hasFigures && label === '') continue;
    const labelled = labels.find(({ column }, index) => texts[index] === label && column >= 0) ?? title;
    const style = sheet.style(row, labelled?.column ?? grid.columns[0] ?? 0);
    facts.push({
      row,
      label,
      hasFigures,
      hasOtherLabels: texts.filter((text) => text !== '').length > 1,
      isBold: style.bold || (hasFigures && sheet.style(row, grid.columns[0] ?? 0).bold),
      indent: style.indent + leadingSpaces(sheet, row, labelled?.column),
      afterGap: row > before + 1,
    });
    before = row;
  }
  return facts;
}

/** Gathers what speaks for each row with figures being a sum. */
export function toSumCandidates(sheet: Sheet, facts: readonly RowFacts[], grid: AmountGrid): SumCandidate[] {
  const figures = facts.filter(({ hasFigures }) => hasFigures);
  const bold = figures.filter(({ isBold }) => isBold).length;
  const boldTells = bold > 0 && bold * 2 < figures.length + 1;
  const namesTell = figures.filter(({ label }) => label === '').length * 5 <= figures.length * 2;
  const othersTell = figures.filter(({ hasOtherLabels }) => hasOtherLabels).length * 5 >= figures.length * 4;
  const indents = figures.map(({ indent }) => indent).toSorted((a, b) => a - b);
  const usual = indents[Math.floor(indents.length / 2)] ?? 0;
  let heading = '';
  let isGroupStart = true;
  const candidates: SumCandidate[] = [];
  for (const fact of facts) {
    if (!fact.hasFigures) {
      heading = fact.label.toLowerCase();
      isGroupStart = true;
      continue;
    }
    const word = readRowWord(fact.label);
    const isNamedLikeGroup = heading !== '' && fact.label.toLowerCase() === heading;
    const style =
      (boldTells && fact.isBold ? 2 : 0) +
      (fact.indent < usual ? 1 : 0) +
      (isNamedLikeGroup ? 2 : 0) +
      // Among named lines a row without a name is mostly a sum.
      (namesTell && fact.label === '' ? 2 : 0) +
      (othersTell && !fact.hasOtherLabels ? 1 : 0);
    const sumFormulas = hasSumFormula(sheet, fact.row, grid.columns) ? 3 : 0;
    candidates.push({
      amounts: grid.rows.get(fact.row) ?? [],
      word,
      claimsEverything: claimsEverything(fact.label),
      evidence: (word === 'total' || word === 'subtotal' ? 3 : 0) + sumFormulas + style,
      startsGroup: isGroupStart || fact.afterGap,
    });
    isGroupStart = false;
  }
  return candidates;
}

const SUM_DOWN = /^\+?(?:SUM|SUBTOTAL)\((?:9,|109,)?\$?([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})\$?\d+\)$/i;

/** A formula that sums cells of one column; sums along the row are no evidence. */
function hasSumFormula(sheet: Sheet, row: number, columns: readonly number[]): boolean {
  return columns.some((column) => {
    const { formula } = sheet.cell(row, column);
    const match = formula === null ? null : SUM_DOWN.exec(formula.replace(/\s/g, ''));
    return match !== null && match[1] === match[2];
  });
}

/** Some indent with spaces; full-width ones count twice. */
function leadingSpaces(sheet: Sheet, row: number, column: number | undefined): number {
  if (column === undefined) return 0;
  const spaces = /^[\s\u3000]*/.exec(sheet.cell(row, column).text)?.[0] ?? '';
  return [...spaces].reduce((sum, space) => sum + (space === '\u3000' ? 2 : 1), 0);
}

import { sumMinor } from '#shared/money/amount.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Source } from '#shared/plan/source.ts';
import { findRow } from '#shared/plan/table.ts';
import { addressOf, columnLetters, sheetReference } from './cell-address.ts';
import { exactSumFormula, isExactInDoubles } from './exact-sum.ts';
import type { FundingLayout } from './funding-sheet.ts';
import { amountCell, formulaCell, HEADER_ROW, headRows, textCell, type SheetFrame } from './sheet-frame.ts';
import type { CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';
import { sourceTerms, SOURCE_TERMS } from './source-terms.ts';

/** The name stands in column A, the terms behind it, then the periods. */
const FIRST_PERIOD = 2 + SOURCE_TERMS.length;
/** The column of the Funding sheet that names the source. */
const FUNDING_SOURCE_COLUMN = 4;

/** Room for the longest usual words of each term, in characters. */
const TERM_WIDTHS = {
  funder: 30,
  'funder-type': 16,
  window: 28,
  'ring-fence': 12,
  'kind-limit': 18,
  carry: 18,
  payment: 20,
} as const satisfies Record<(typeof SOURCE_TERMS)[number], number>;

/** The Sources sheet: each source's terms, its award by period, what of it is allocated and what is left; then its certainty. */
export function sourcesSheet(frame: SheetFrame, funding: FundingLayout): SheetSpec {
  return {
    name: say(frame, 'export.sheet-sources'),
    widths: [
      30,
      ...SOURCE_TERMS.map((term) => TERM_WIDTHS[term]),
      ...frame.periodLabels.map(() => 15),
      16,
      16,
      16,
    ],
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    headerRow: HEADER_ROW,
    landscape: true,
    rows: sourcesRows(frame, funding),
  };
}

function* sourcesRows(frame: SheetFrame, funding: FundingLayout): Iterable<RowSpec> {
  yield* headRows(frame, say(frame, 'export.sheet-sources'));
  yield {
    cells: [
      textCell(say(frame, 'export.source'), 'header'),
      ...SOURCE_TERMS.map((term) => textCell(say(frame, `export.term-${term}`), 'header')),
      ...frame.periodLabels.map((label) =>
        textCell(
          writeMessage({ id: 'export.award-in', values: { year: label } }, frame.formats),
          'headerRight',
        ),
      ),
      textCell(say(frame, 'export.awarded'), 'headerRight'),
      textCell(say(frame, 'export.allocated'), 'headerRight'),
      textCell(say(frame, 'export.left'), 'headerRight'),
    ],
  };
  for (const [index, source] of frame.plan.sources.rows.entries()) {
    yield sourceRow(frame, funding, source, HEADER_ROW + 1 + index);
  }
  yield { cells: [] };
  yield* certaintyRows(frame);
}

function sourceRow(frame: SheetFrame, funding: FundingLayout, source: Source, row: number): RowSpec {
  const { minor } = source.award;
  const awardColumn = FIRST_PERIOD + minor.length;
  const run = { row, column: FIRST_PERIOD, direction: 'across', amounts: minor } as const;
  const awarded = sumMinor(minor);
  const allocated = allocatedCell(frame, funding, source, addressOf(row, 1));
  const left = `ROUND(${addressOf(row, awardColumn)}-${addressOf(row, awardColumn + 1)},${frame.decimals})`;
  return {
    cells: [
      textCell(source.name),
      ...sourceTerms(frame, source).map((text) => textCell(text)),
      ...minor.map((amount) => amountCell(frame, amount)),
      formulaCell(frame, exactSumFormula([run], frame.decimals), awarded),
      allocated.cell,
      formulaCell(frame, left, awarded - allocated.minor),
    ],
  };
}

/** What the Funding sheet gives from a source: looked up there by name where that is exact and the name is the source's alone. */
function allocatedCell(
  frame: SheetFrame,
  funding: FundingLayout,
  source: Source,
  nameCell: string,
): { readonly cell: CellSpec; readonly minor: bigint } {
  const totals = (frame.plan.allocations.bySource.get(source.id) ?? []).flatMap((id) => {
    const allocation = findRow(frame.plan.allocations, id);
    return allocation ? [sumMinor(allocation.amounts.minor)] : [];
  });
  const minor = sumMinor(totals);
  const isAlone =
    frame.plan.sources.rows.filter((other) => isSameLookup(other.name, source.name)).length === 1;
  if (!isAlone || !isPlainLookup(source.name) || !isExactInDoubles(totals, frame.decimals)) {
    return { cell: amountCell(frame, minor), minor };
  }
  const sheet = sheetReference(funding.sheet);
  const last = Math.max(HEADER_ROW + funding.rows.length, HEADER_ROW + 1);
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `${sheet}$${letters}$${HEADER_ROW + 1}:$${letters}$${last}`;
  };
  const totalColumn = funding.firstPeriod + frame.periodLabels.length;
  const formula = `ROUND(SUMIF(${range(FUNDING_SOURCE_COLUMN)},${nameCell},${range(totalColumn)}),${frame.decimals})`;
  return { cell: formulaCell(frame, formula, minor), minor };
}

/** Excel looks text up without regard to case. */
function isSameLookup(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** SUMIF reads wildcards and comparison signs in what it looks up, and takes digits for numbers. */
function isPlainLookup(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/[*?~]|^[<>=]|^[\d\s.,+-]+$/.test(name);
}

function* certaintyRows(frame: SheetFrame): Iterable<RowSpec> {
  yield { cells: [textCell(say(frame, 'export.certainty-title'), 'heading')] };
  const blanks = SOURCE_TERMS.map(() => textCell('', 'header'));
  yield {
    cells: [
      textCell(say(frame, 'export.source'), 'header'),
      ...blanks,
      ...frame.periodLabels.map((label) => textCell(label, 'headerRight')),
    ],
  };
  for (const source of frame.plan.sources.rows) {
    yield {
      cells: [
        textCell(source.name),
        ...SOURCE_TERMS.map(() => undefined),
        ...source.certainty.map((value): CellSpec => ({ value, look: 'integer' })),
      ],
    };
  }
  yield { cells: [textCell(say(frame, 'export.certainty-key'), 'subtitle')] };
}

function say(frame: SheetFrame, id: PlainMessageId): string {
  return writeMessage({ id }, frame.formats);
}

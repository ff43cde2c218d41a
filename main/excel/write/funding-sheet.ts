import { sumMinor } from '#shared/money/amount.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Allocation } from '#shared/plan/allocation.ts';
import type { Line } from '#shared/plan/line.ts';
import { findRow } from '#shared/plan/table.ts';
import { lineAllocations, sumAmounts } from '#shared/plan/totals.ts';
import { exactSumFormula } from './exact-sum.ts';
import { groupLines } from './plan-rows.ts';
import { amountCell, formulaCell, HEADER_ROW, headRows, textCell, type SheetFrame } from './sheet-frame.ts';
import type { RowSpec, SheetSpec } from './sheet-spec.ts';

/** The columns before the first period: line, code, programme, source, match for. */
const FIRST_PERIOD = 6;

/** The rows of the Funding sheet, and where those of each line stand. */
export type FundingLayout = {
  readonly sheet: string;
  readonly rows: readonly { readonly line: Line; readonly allocation: Allocation }[];
  readonly placeOf: ReadonlyMap<string, { readonly row: number; readonly count: number }>;
  readonly firstPeriod: number;
};

/** Lays the allocations out in the order of the Plan sheet, so that those of one line stand together. */
export function layOutFunding(frame: SheetFrame): FundingLayout {
  const lines = groupLines(frame.plan).flatMap((group) => group.lines);
  const rows: { line: Line; allocation: Allocation }[] = [];
  const placeOf = new Map<string, { row: number; count: number }>();
  for (const line of lines) {
    const allocations = lineAllocations(frame.plan, line.id);
    if (allocations.length > 0) {
      placeOf.set(line.id, { row: HEADER_ROW + 1 + rows.length, count: allocations.length });
    }
    for (const allocation of allocations) rows.push({ line, allocation });
  }
  const sheet = writeMessage({ id: 'export.sheet-funding' }, frame.formats);
  return { sheet, rows, placeOf, firstPeriod: FIRST_PERIOD };
}

/** The Funding sheet: what each source gives each line, by period. */
export function fundingSheet(frame: SheetFrame, layout: FundingLayout): SheetSpec {
  return {
    name: layout.sheet,
    widths: [36, 10, 22, 28, 22, ...frame.periodLabels.map(() => 15), 16],
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    headerRow: HEADER_ROW,
    landscape: true,
    rows: fundingRows(frame, layout),
  };
}

function* fundingRows(frame: SheetFrame, layout: FundingLayout): Iterable<RowSpec> {
  yield* headRows(frame, layout.sheet);
  yield fundingHeader(frame);
  for (const [index, { line, allocation }] of layout.rows.entries()) {
    const row = HEADER_ROW + 1 + index;
    const { minor } = allocation.amounts;
    const run = { row, column: FIRST_PERIOD, direction: 'across', amounts: minor } as const;
    yield {
      cells: [
        textCell(line.title),
        textCell(line.code),
        textCell(line.programme),
        textCell(sourceName(frame, allocation.source)),
        textCell(allocation.matchFor === null ? '' : sourceName(frame, allocation.matchFor)),
        ...minor.map((amount) => amountCell(frame, amount)),
        formulaCell(frame, exactSumFormula([run], frame.decimals), sumMinor(minor)),
      ],
    };
  }
  yield fundingTotal(frame, layout);
}

function fundingHeader(frame: SheetFrame): RowSpec {
  const say = (
    id: 'export.line' | 'export.code' | 'export.programme' | 'export.source' | 'export.match-for',
  ) => textCell(writeMessage({ id }, frame.formats), 'header');
  return {
    cells: [
      say('export.line'),
      say('export.code'),
      say('export.programme'),
      say('export.source'),
      say('export.match-for'),
      ...frame.periodLabels.map((label) => textCell(label, 'headerRight')),
      textCell(writeMessage({ id: 'export.total' }, frame.formats), 'headerRight'),
    ],
  };
}

function fundingTotal(frame: SheetFrame, layout: FundingLayout): RowSpec {
  const series = layout.rows.map(({ allocation }) => allocation.amounts.minor);
  const byPeriod = sumAmounts(series, frame.periodLabels.length);
  const rowTotals = layout.rows.map(({ allocation }) => sumMinor(allocation.amounts.minor));
  const columns = [...byPeriod.map((_, period) => series.map((minor) => minor[period] ?? null)), rowTotals];
  const blanks = Array.from({ length: FIRST_PERIOD - 2 }, () => textCell('', 'totalText'));
  return {
    cells: [
      textCell(writeMessage({ id: 'export.total' }, frame.formats), 'totalText'),
      ...blanks,
      ...columns.map((amounts, index) => {
        const run = {
          row: HEADER_ROW + 1,
          column: FIRST_PERIOD + index,
          direction: 'down',
          amounts,
        } as const;
        return formulaCell(frame, exactSumFormula([run], frame.decimals), sumMinor(amounts), 'total');
      }),
    ],
  };
}

function sourceName(frame: SheetFrame, id: string): string {
  return findRow(frame.plan.sources, id)?.name ?? id;
}

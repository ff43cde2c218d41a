import { sumMinor } from '#shared/money/amount.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Line } from '#shared/plan/line.ts';
import { lineTotals, sumAmounts, type LineTotals } from '#shared/plan/totals.ts';
import { addressOf } from './cell-address.ts';
import { exactSumFormula } from './exact-sum.ts';
import type { FundingLayout } from './funding-sheet.ts';
import { groupLines, type LineGroup } from './plan-rows.ts';
import {
  FIRST_PERIOD,
  layOutSection,
  sectionRows,
  type Section,
  type SectionLayout,
} from './plan-section.ts';
import { amountCell, formulaCell, HEADER_ROW, headRows, textCell, type SheetFrame } from './sheet-frame.ts';
import type { CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';

/** The measures of the Plan sheet, in the order of its sections. */
const PLAN_MEASURES = ['need', 'contingency', 'funding', 'gap'] as const;
export type PlanMeasure = (typeof PLAN_MEASURES)[number];

/** Where everything stands on the Plan sheet, and the figures it shows. */
export type PlanLayout = {
  readonly sheet: string;
  readonly groups: readonly LineGroup[];
  readonly figures: ReadonlyMap<string, LineTotals>;
  /** The measures that the plan has: contingency only where there is any. */
  readonly measures: readonly PlanMeasure[];
  readonly sections: ReadonlyMap<PlanMeasure, SectionLayout>;
};

/** Lays out the Plan sheet: its sections one below the other, each with the same lines. */
export function layOutPlan(frame: SheetFrame): PlanLayout {
  const groups = groupLines(frame.plan);
  const figures = new Map(frame.plan.lines.rows.map((line) => [line.id, lineTotals(frame.plan, line)]));
  const hasContingency = [...figures.values()].some(({ contingency }) =>
    contingency.some((amount) => amount !== null),
  );
  const measures = PLAN_MEASURES.filter((measure) => measure !== 'contingency' || hasContingency);
  const sections = new Map<PlanMeasure, SectionLayout>();
  let row = HEADER_ROW + 1;
  for (const measure of measures) {
    const section = layOutSection(groups, row);
    sections.set(measure, section);
    row = section.nextRow;
  }
  const sheet = writeMessage({ id: 'export.sheet-plan' }, frame.formats);
  return { sheet, groups, figures, measures, sections };
}

/** Where the section of a measure stands. */
export function sectionOf(layout: PlanLayout, measure: PlanMeasure): SectionLayout {
  const section = layout.sections.get(measure);
  if (!section) throw new Error(`The layout lacks the section ${measure}.`);
  return section;
}

/** The totals of a measure by period, and over all periods, as the sheet shows them. */
export function measureTotals(
  frame: SheetFrame,
  layout: PlanLayout,
  measure: PlanMeasure,
): { readonly byPeriod: readonly bigint[]; readonly all: bigint } {
  const series = [...layout.figures.values()].map((figures) => figures[measure]);
  const byPeriod = sumAmounts(series, frame.periodLabels.length).map((amount) => amount ?? 0n);
  return { byPeriod, all: sumMinor(byPeriod) };
}

/** The Plan sheet: need, contingency, funding and gap by line and period, with subtotals by programme. */
export function planSheet(frame: SheetFrame, layout: PlanLayout, funding: FundingLayout): SheetSpec {
  return {
    name: layout.sheet,
    widths: [38, 11, 10, ...frame.periodLabels.map(() => 15), 16],
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    headerRow: HEADER_ROW,
    landscape: true,
    rows: planRows(frame, layout, funding),
  };
}

function* planRows(frame: SheetFrame, layout: PlanLayout, funding: FundingLayout): Iterable<RowSpec> {
  const { formats } = frame;
  yield* headRows(frame, layout.sheet);
  yield {
    cells: [
      textCell(writeMessage({ id: 'export.line' }, formats), 'header'),
      textCell(writeMessage({ id: 'export.code' }, formats), 'header'),
      textCell(writeMessage({ id: 'export.kind' }, formats), 'header'),
      ...frame.periodLabels.map((label) => textCell(label, 'headerRight')),
      textCell(writeMessage({ id: 'export.total' }, formats), 'headerRight'),
    ],
  };
  const none = writeMessage({ id: 'export.no-programme' }, formats);
  for (const measure of layout.measures) {
    const title = writeMessage({ id: `export.section-${measure}` }, formats);
    const words = {
      none,
      total: writeMessage(
        {
          id: 'export.total-of',
          values: { what: writeMessage({ id: `export.column-${measure}` }, formats) },
        },
        formats,
      ),
      subtotal: (programme: string) =>
        writeMessage({ id: 'export.subtotal-of', values: { programme } }, formats),
    };
    const section: Section = {
      title,
      amountsOf: (line) => figuresOf(layout, line)[measure],
      cellOf: (line, period) => measureCell(frame, layout, funding, measure, line, period),
    };
    yield* sectionRows(frame, layout.groups, section, words, sectionOf(layout, measure));
  }
}

function figuresOf(layout: PlanLayout, line: Line): LineTotals {
  const figures = layout.figures.get(line.id);
  if (!figures) throw new Error(`The layout lacks the line ${line.id}.`);
  return figures;
}

/** Need and contingency are constants; funding adds the Funding sheet's cells; the gap is worked out from the three above it. */
function measureCell(
  frame: SheetFrame,
  layout: PlanLayout,
  funding: FundingLayout,
  measure: PlanMeasure,
  line: Line,
  period: number,
): CellSpec {
  const amount = figuresOf(layout, line)[measure][period] ?? null;
  if (amount === null || measure === 'need' || measure === 'contingency') return amountCell(frame, amount);
  const formula =
    measure === 'funding'
      ? fundingFormula(frame, funding, line, period)
      : gapFormula(frame, layout, line, period);
  return formulaCell(frame, formula, amount);
}

function fundingFormula(frame: SheetFrame, funding: FundingLayout, line: Line, period: number): string {
  const place = funding.placeOf.get(line.id);
  if (!place) return '0';
  const amounts = funding.rows
    .slice(place.row - HEADER_ROW - 1, place.row - HEADER_ROW - 1 + place.count)
    .map(({ allocation }) => allocation.amounts.minor[period] ?? null);
  const column = funding.firstPeriod + period;
  return exactSumFormula(
    [{ sheet: funding.sheet, row: place.row, column, direction: 'down', amounts }],
    frame.decimals,
  );
}

function gapFormula(frame: SheetFrame, layout: PlanLayout, line: Line, period: number): string {
  const cellIn = (measure: PlanMeasure): string =>
    addressOf(sectionOf(layout, measure).rowOf.get(line.id) ?? 0, FIRST_PERIOD + period);
  const wanted = layout.measures.filter((measure) => measure === 'need' || measure === 'contingency');
  const difference = `${wanted.map(cellIn).join('+')}-${cellIn('funding')}`;
  return `MAX(0,ROUND(${difference},${frame.decimals}))`;
}

import { CHECK_STATES, CRITERIA } from '#shared/criteria/result.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { fraction, fractionToDecimal } from '#shared/money/fraction.ts';
import { addressOf, sheetReference } from './cell-address.ts';
import type { ChecksLayout } from './checks-sheet.ts';
import { exactSumFormula } from './exact-sum.ts';
import { excelFigure } from './excel-values.ts';
import { FIRST_PERIOD } from './plan-section.ts';
import { measureTotals, sectionOf, type PlanLayout, type PlanMeasure } from './plan-sheet.ts';
import { formulaCell, headRows, textCell, type SheetFrame } from './sheet-frame.ts';
import type { CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';
import type { WorkbookInput } from './workbook-input.ts';

/** The Summary sheet: what the plan is, its totals by year, how much of the need is covered, and how its checks stand. */
export function summarySheet(
  frame: SheetFrame,
  input: WorkbookInput,
  plan: PlanLayout,
  checks: ChecksLayout,
): SheetSpec {
  return {
    name: say(frame, 'export.sheet-summary'),
    widths: [30, 20, 20, 20, 20, 14],
    frozenRows: 0,
    frozenColumns: 0,
    headerRow: 0,
    landscape: false,
    rows: summaryRows(frame, input, plan, checks),
  };
}

function* summaryRows(
  frame: SheetFrame,
  input: WorkbookInput,
  plan: PlanLayout,
  checks: ChecksLayout,
): Iterable<RowSpec> {
  const title = frame.plan.title === '' ? say(frame, 'export.untitled') : frame.plan.title;
  yield* headRows(frame, title);
  const facts = factRows(frame, input);
  yield* facts;
  yield { cells: [] };
  const firstTotal = facts.length + 6;
  yield* totalRows(frame, plan, firstTotal);
  yield { cells: [] };
  yield* stateRows(frame, input, checks);
}

function factRows(frame: SheetFrame, input: WorkbookInput): readonly RowSpec[] {
  const { plan } = frame;
  const place = plan.place?.name ?? '';
  const facts: readonly (readonly [PlainMessageId, string])[] = [
    ['export.fact-place', place],
    ['export.fact-status', say(frame, 'export.status-draft')],
    ['export.fact-lines', frame.formats.count(plan.lines.rows.length)],
    ['export.fact-sources', frame.formats.count(plan.sources.rows.length)],
    [
      'export.fact-exported',
      writeMessage(
        { id: 'export.exported-by', values: { at: input.exportedAt, version: input.appVersion } },
        frame.formats,
      ),
    ],
    ['export.fact-sequence', String(input.sequence)],
    ['export.fact-digest', input.digest],
  ];
  return facts
    .filter(([, text]) => text !== '')
    .map(([id, text]) => ({ cells: [textCell(say(frame, id), 'strong'), textCell(text)] }));
}

/** Need, contingency, funding and gap by period, each linked to the Plan sheet's totals, and the covered share. */
function* totalRows(frame: SheetFrame, plan: PlanLayout, firstRow: number): Iterable<RowSpec> {
  yield {
    cells: [
      textCell(say(frame, 'export.year'), 'header'),
      ...plan.measures.map((measure) => textCell(say(frame, `export.column-${measure}`), 'headerRight')),
      textCell(say(frame, 'export.covered'), 'headerRight'),
    ],
  };
  const totals = plan.measures.map((measure) => measureTotals(frame, plan, measure));
  for (const [period, label] of frame.periodLabels.entries()) {
    const amounts = totals.map(({ byPeriod }) => byPeriod[period] ?? 0n);
    const cells = plan.measures.map((measure, index) => {
      const address = addressOf(sectionOf(plan, measure).totalRow, FIRST_PERIOD + period);
      return formulaCell(frame, `${sheetReference(plan.sheet)}${address}`, amounts[index] ?? 0n);
    });
    yield {
      cells: [textCell(label), ...cells, coveredCell(plan.measures, firstRow + period, amounts, 'share')],
    };
  }
  const all = totals.map(({ all: sum }) => sum);
  const cells = totals.map(({ byPeriod, all: sum }, index) => {
    const run = { row: firstRow, column: 2 + index, direction: 'down', amounts: byPeriod } as const;
    return formulaCell(frame, exactSumFormula([run], frame.decimals), sum, 'total');
  });
  const row = firstRow + frame.periodLabels.length;
  yield {
    cells: [
      textCell(say(frame, 'export.total'), 'totalText'),
      ...cells,
      coveredCell(plan.measures, row, all, 'totalShare'),
    ],
  };
}

/** The share of need and contingency that is covered: a surplus on one line does not hide a gap on another, so the gap decides. */
function coveredCell(
  measures: readonly PlanMeasure[],
  row: number,
  amounts: readonly bigint[],
  look: 'share' | 'totalShare',
): CellSpec {
  const amountOf = (measure: PlanMeasure): bigint => amounts[measures.indexOf(measure)] ?? 0n;
  const cellOf = (measure: PlanMeasure): string => addressOf(row, 2 + measures.indexOf(measure));
  const wantedCells = measures
    .filter((measure) => measure === 'need' || measure === 'contingency')
    .map(cellOf);
  const wanted = amountOf('need') + amountOf('contingency');
  const sum = wantedCells.join('+');
  const formula = `IF(${sum}=0,"",ROUND((${sum}-${cellOf('gap')})/(${sum}),6))`;
  const value =
    wanted === 0n ? '' : excelFigure(fractionToDecimal(fraction(wanted - amountOf('gap'), wanted), 6));
  return { value, formula, look };
}

/** How many checks of each criterion stand in each state, counted on the Checks sheet. */
function* stateRows(frame: SheetFrame, input: WorkbookInput, checks: ChecksLayout): Iterable<RowSpec> {
  yield {
    cells: [
      textCell(say(frame, 'export.criterion'), 'header'),
      ...CHECK_STATES.map((state) => textCell(say(frame, `state.${state}`), 'headerRight')),
    ],
  };
  for (const criterion of CRITERIA) {
    const ofCriterion = input.results.filter((result) => result.criterion === criterion);
    if (ofCriterion.length === 0) continue;
    const name = say(frame, `criterion.${criterion}`);
    yield {
      cells: [
        textCell(name),
        ...CHECK_STATES.map((state): CellSpec => ({
          value: ofCriterion.filter((result) => result.state === state).length,
          formula: `COUNTIFS(${checks.criterionRange},"${name}",${checks.stateRange},"${say(frame, `state.${state}`)}")`,
          look: 'integer',
        })),
      ],
    };
  }
}

function say(frame: SheetFrame, id: PlainMessageId): string {
  return writeMessage({ id }, frame.formats);
}

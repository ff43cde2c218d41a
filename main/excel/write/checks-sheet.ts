import { checks } from '#shared/criteria/catalogue/index.ts';
import type { CheckResult, CheckUnit, Evidence } from '#shared/criteria/result.ts';
import { thresholdMessage } from '#shared/criteria/threshold-message.ts';
import type { PlainMessageId } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { findRow } from '#shared/plan/table.ts';
import { columnLetters, sheetReference } from './cell-address.ts';
import { excelFigure } from './excel-values.ts';
import { amountCell, HEADER_ROW, headRows, textCell, type SheetFrame } from './sheet-frame.ts';
import type { CellLook, CellSpec, RowSpec, SheetSpec } from './sheet-spec.ts';

const CRITERION_COLUMN = 2;
const STATE_COLUMN = 4;

/** Where other sheets find the criterion and the state of each check. */
export type ChecksLayout = {
  readonly sheet: string;
  readonly criterionRange: string;
  readonly stateRange: string;
};

/** Lays out the Checks sheet: one row a check, the evidence below. */
export function layOutChecks(frame: SheetFrame, results: readonly CheckResult[]): ChecksLayout {
  const sheet = say(frame, 'export.sheet-checks');
  const last = HEADER_ROW + Math.max(results.length, 1);
  const range = (column: number): string => {
    const letters = columnLetters(column);
    return `${sheetReference(sheet)}$${letters}$${HEADER_ROW + 1}:$${letters}$${last}`;
  };
  return { sheet, criterionRange: range(CRITERION_COLUMN), stateRange: range(STATE_COLUMN) };
}

/** The Checks sheet: state, figure, thresholds with their basis, and the sentence of each check; then the cells that drive each. */
export function checksSheet(
  frame: SheetFrame,
  results: readonly CheckResult[],
  layout: ChecksLayout,
): SheetSpec {
  return {
    name: layout.sheet,
    widths: [9, 18, 22, 17, 14, 10, 30, 40, 60],
    frozenRows: HEADER_ROW,
    frozenColumns: 1,
    headerRow: HEADER_ROW,
    landscape: true,
    rows: checkRows(frame, results, layout),
  };
}

function* checkRows(
  frame: SheetFrame,
  results: readonly CheckResult[],
  layout: ChecksLayout,
): Iterable<RowSpec> {
  yield* headRows(frame, layout.sheet);
  const headings = [
    'check',
    'criterion',
    'name',
    'state',
    'figure',
    'unit',
    'threshold',
    'basis',
    'message',
  ] as const;
  yield { cells: headings.map((heading) => textCell(say(frame, `export.${heading}`), 'header')) };
  for (const result of results) yield checkRow(frame, result);
  yield { cells: [] };
  yield* evidenceRows(frame, results);
  yield* missingRows(frame, results);
}

function checkRow(frame: SheetFrame, result: CheckResult): RowSpec {
  const thresholds = result.thresholds
    .map((threshold) => writeMessage(thresholdMessage(result.id, threshold), frame.formats))
    .join('\n');
  const bases = [
    ...new Set(result.thresholds.map((threshold) => writeMessage(threshold.basis, frame.formats))),
  ].join('\n');
  return {
    cells: [
      textCell(result.id, 'strong'),
      textCell(say(frame, `criterion.${result.criterion}`)),
      textCell(checkName(frame, result.id), 'wrapped'),
      textCell(say(frame, `state.${result.state}`), 'strong'),
      figureCell(result),
      textCell(say(frame, `export.unit-${result.unit}`)),
      textCell(thresholds, 'wrapped'),
      textCell(bases, 'wrapped'),
      textCell(writeMessage(result.message, frame.formats), 'wrapped'),
    ],
  };
}

const FIGURE_LOOKS: Readonly<Record<CheckUnit, CellLook>> = {
  currency: 'amount',
  share: 'share',
  years: 'number',
  months: 'number',
  count: 'number',
  times: 'number',
  none: 'number',
};

function figureCell(result: CheckResult): CellSpec {
  return {
    value: result.value === null ? null : excelFigure(result.value),
    look: FIGURE_LOOKS[result.unit],
  };
}

function checkName(frame: SheetFrame, id: string): string {
  const check = checks.find(({ info }) => info.id === id);
  return check ? say(frame, check.info.name) : id;
}

/** The cells that drive each result, largest first. */
function* evidenceRows(frame: SheetFrame, results: readonly CheckResult[]): Iterable<RowSpec> {
  yield { cells: [textCell(say(frame, 'export.evidence-title'), 'heading')] };
  const headings = ['check', 'line', 'source', 'year', 'amount'] as const;
  yield { cells: headings.map((heading) => textCell(say(frame, `export.${heading}`), 'header')) };
  for (const result of results) {
    for (const evidence of result.evidence) yield evidenceRow(frame, result.id, evidence);
    const hidden = result.evidenceCount - result.evidence.length;
    if (hidden > 0) {
      const more = writeMessage({ id: 'export.evidence-more', values: { count: hidden } }, frame.formats);
      yield { cells: [textCell(result.id), textCell(more)] };
    }
  }
  yield { cells: [] };
}

function evidenceRow(frame: SheetFrame, check: string, evidence: Evidence): RowSpec {
  return {
    cells: [
      textCell(check),
      textCell(lineTitle(frame, evidence.line)),
      textCell(sourceTitle(frame, evidence.source)),
      textCell(evidence.period === null ? '' : frame.formats.year(evidence.period)),
      amountCell(frame, evidence.minor),
    ],
  };
}

/** What each check that cannot be judged still needs. */
function* missingRows(frame: SheetFrame, results: readonly CheckResult[]): Iterable<RowSpec> {
  if (results.every((result) => result.missing.length === 0)) return;
  yield { cells: [textCell(say(frame, 'export.missing-title'), 'heading')] };
  yield {
    cells: [textCell(say(frame, 'export.check'), 'header'), textCell(say(frame, 'export.missing'), 'header')],
  };
  for (const result of results) {
    for (const { field, line, source, period } of result.missing) {
      const values = {
        field,
        line: line === null ? null : lineTitle(frame, line),
        source: source === null ? null : sourceTitle(frame, source),
        period,
      };
      const text = writeMessage({ id: 'missing.entry', values }, frame.formats);
      yield { cells: [textCell(result.id), textCell(text)] };
    }
  }
}

function lineTitle(frame: SheetFrame, id: string | null): string {
  return id === null ? '' : (findRow(frame.plan.lines, id)?.title ?? id);
}

function sourceTitle(frame: SheetFrame, id: string | null): string {
  return id === null ? '' : (findRow(frame.plan.sources, id)?.name ?? id);
}

function say(frame: SheetFrame, id: PlainMessageId): string {
  return writeMessage({ id }, frame.formats);
}

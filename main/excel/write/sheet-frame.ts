import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Formats } from '#shared/messages/formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { currencyDecimals } from '#shared/money/currency.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { LineKind } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { excelNumber, excelText } from './excel-values.ts';
import type { CellLook, CellSpec, RowSpec } from './sheet-spec.ts';
import type { WorkbookInput } from './workbook-input.ts';

/** What every sheet of a workbook shares. */
export type SheetFrame = {
  readonly plan: Plan;
  readonly formats: Formats;
  readonly decimals: number;
  /** Headings of the periods, in axis order. */
  readonly periodLabels: readonly string[];
  readonly kindLabel: (kind: LineKind) => string;
  /** Currency and price basis, written once at the head of each sheet. */
  readonly basisLine: string;
};

/** Works out what the sheets of a plan share. */
export function makeSheetFrame(input: WorkbookInput): SheetFrame {
  const { plan } = input;
  const { locale, currency, calendar } = plan;
  const formats = makeFormats({ locale, currency, calendar });
  const basis =
    plan.priceBasis.kind === 'nominal'
      ? writeMessage({ id: 'export.basis-nominal' }, formats)
      : writeMessage({ id: 'export.basis-real', values: { year: plan.priceBasis.baseYear } }, formats);
  return {
    plan,
    formats,
    decimals: currencyDecimals(currency),
    kindLabel: (kind) => writeMessage({ id: `export.kind-${kind}` }, formats),
    periodLabels: plan.axis.periods.map((period) => formats.year(period)),
    basisLine: writeMessage(
      { id: 'export.basis-line', values: { currency, basis, asOf: plan.asOf } },
      formats,
    ),
  };
}

/** A cell that holds text. */
export function textCell(text: string, look: CellLook = 'text'): CellSpec {
  return { value: text === '' ? null : excelText(text), look };
}

/** A cell that holds an amount; blank stays empty. */
export function amountCell(frame: SheetFrame, minor: Minor | null, look: CellLook = 'amount'): CellSpec {
  return { value: minor === null ? null : excelNumber(minor, frame.decimals), look };
}

/** A live formula with the amount that it results in. */
export function formulaCell(
  frame: SheetFrame,
  formula: string,
  minor: Minor,
  look: CellLook = 'amount',
): CellSpec {
  return { value: excelNumber(minor, frame.decimals), formula, look };
}

/** The rows at the head of a sheet: its title, and currency with price basis; row 3 stays empty. */
export function headRows(frame: SheetFrame, title: string): readonly RowSpec[] {
  return [
    { cells: [textCell(title, 'title')] },
    { cells: [textCell(frame.basisLine, 'subtitle')] },
    { cells: [] },
  ];
}

/** Where the column headings stand on every sheet. */
export const HEADER_ROW = 4;

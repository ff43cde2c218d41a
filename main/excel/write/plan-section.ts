import { sumMinor } from '#shared/money/amount.ts';
import type { Line } from '#shared/plan/line.ts';
import { sumAmounts, type PeriodAmounts } from '#shared/plan/totals.ts';
import { exactSumFormula, type CellRun } from './exact-sum.ts';
import type { LineGroup } from './plan-rows.ts';
import { formulaCell, textCell, type SheetFrame } from './sheet-frame.ts';
import type { CellLook, CellSpec, RowSpec } from './sheet-spec.ts';

/** Title, code and kind stand before the first period. */
export const FIRST_PERIOD = 4;

/** Where the lines and the total of one section of the Plan sheet stand. */
export type SectionLayout = {
  readonly firstRow: number;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly totalRow: number;
  /** The first row behind the section. */
  readonly nextRow: number;
};

/** One measure of the plan: its lines under their programmes, each with a subtotal, and the total of all. */
export type Section = {
  readonly title: string;
  readonly amountsOf: (line: Line) => PeriodAmounts;
  /** The cell of one line and period. */
  readonly cellOf: (line: Line, period: number) => CellSpec;
};

/** Whether programmes get a heading and a subtotal; a plan with a single one needs none. */
function hasSubtotals(groups: readonly LineGroup[]): boolean {
  return groups.length > 1;
}

/** Counts out the rows of a section that starts at a row; every section of a plan has the same shape. */
export function layOutSection(groups: readonly LineGroup[], firstRow: number): SectionLayout {
  const rowOf = new Map<string, number>();
  let row = firstRow + 1;
  for (const group of groups) {
    if (hasSubtotals(groups)) row += 1;
    for (const line of group.lines) rowOf.set(line.id, row++);
    if (hasSubtotals(groups)) row += 1;
  }
  return { firstRow, rowOf, totalRow: row, nextRow: row + 2 };
}

/** The rows of a section, in the places that its layout says, with an empty row behind it. */
export function* sectionRows(
  frame: SheetFrame,
  groups: readonly LineGroup[],
  section: Section,
  words: { readonly total: string; readonly subtotal: (programme: string) => string; readonly none: string },
  layout: SectionLayout,
): Iterable<RowSpec> {
  yield { cells: [textCell(section.title, 'heading')] };
  for (const group of groups) {
    const programme = group.programme === '' ? words.none : group.programme;
    if (hasSubtotals(groups)) yield { cells: [textCell(programme, 'strong')] };
    for (const line of group.lines) yield lineRow(frame, line, section, layout);
    if (hasSubtotals(groups))
      yield sumRow(frame, [group], section, layout, words.subtotal(programme), 'subtotal');
  }
  yield sumRow(frame, groups, section, layout, words.total, 'total');
  yield { cells: [] };
}

function lineRow(frame: SheetFrame, line: Line, section: Section, layout: SectionLayout): RowSpec {
  const amounts = section.amountsOf(line);
  const row = layout.rowOf.get(line.id) ?? 0;
  const run = { row, column: FIRST_PERIOD, direction: 'across', amounts } as const;
  return {
    level: 1,
    cells: [
      textCell(line.title),
      textCell(line.code),
      textCell(frame.kindLabel(line.kind)),
      ...amounts.map((_, period) => section.cellOf(line, period)),
      formulaCell(frame, exactSumFormula([run], frame.decimals), sumMinor(amounts)),
    ],
  };
}

/** A subtotal or total: each column adds the lines themselves, so that no figure hangs on another subtotal. */
function sumRow(
  frame: SheetFrame,
  groups: readonly LineGroup[],
  section: Section,
  layout: SectionLayout,
  label: string,
  look: CellLook & ('subtotal' | 'total'),
): RowSpec {
  const tables = groups.map((group) => group.lines.map((line) => section.amountsOf(line)));
  const periods = frame.periodLabels.length;
  const totals = sumAmounts(tables.flat(), periods);
  const columns = [...totals.map((_, period) => period), null];
  const textLook = look === 'total' ? 'totalText' : 'subtotalText';
  return {
    cells: [
      textCell(label, textLook),
      textCell('', textLook),
      textCell('', textLook),
      ...columns.map((period) => {
        const runs = groups.map((group, index) =>
          columnRun(group, tables[index] ?? [], layout, period, periods),
        );
        const sum = sumMinor(runs.flatMap((run) => run.amounts));
        return formulaCell(frame, exactSumFormula(runs, frame.decimals), sum, look);
      }),
    ],
  };
}

/** The cells of a group in one column: a period, or the totals of its lines for null. */
function columnRun(
  group: LineGroup,
  amounts: readonly PeriodAmounts[],
  layout: SectionLayout,
  period: number | null,
  periods: number,
): CellRun {
  const first = group.lines[0];
  return {
    row: (first && layout.rowOf.get(first.id)) ?? 0,
    column: FIRST_PERIOD + (period ?? periods),
    direction: 'down',
    amounts: amounts.map((line) => (period === null ? sumMinor(line) : (line[period] ?? null))),
  };
}

import type { Say } from '#renderer/app/texts.ts';
import type { AskedEdit } from '#renderer/store/plan-session.ts';
import { LINE_KINDS } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { readTyped } from './amount-texts.ts';
import { CODE_COLUMN, KIND_COLUMN, periodOfColumn, TITLE_COLUMN } from './column-names.ts';
import type { GridRow } from './grid-row.ts';
import { renameProgramme, setFigure, updateLine } from './line-edits.ts';

/** What a person put into a cell: text, or nothing when the cell was cleared. */
export type CellInput = { readonly row: GridRow; readonly column: string; readonly text: string | null };

/** The edit that an input asks for; null when it changes nothing or the cell takes none. A refused text asks for nothing. */
export function editOfInput(plan: Plan, { row, column, text }: CellInput, say: Say): AskedEdit | null {
  const period = periodOfColumn(column);
  if (period !== null) return figureEdit(plan, row, period, text);
  if (row.kind === 'group') return programmeEdit(plan, row, { column, text, say });
  if (row.kind !== 'line') return null;
  const trimmed = text?.trim() ?? '';
  switch (column) {
    case TITLE_COLUMN:
      return trimmed === '' || trimmed === row.title ? null : updateLine(plan, row.line, { title: trimmed });
    case CODE_COLUMN:
      return trimmed === row.code ? null : updateLine(plan, row.line, { code: trimmed });
    case KIND_COLUMN: {
      const kind = LINE_KINDS.find((each) => each === trimmed);
      return kind === undefined || kind === row.lineKind ? null : updateLine(plan, row.line, { kind });
    }
    default:
      return null;
  }
}

function figureEdit(plan: Plan, row: GridRow, period: string, text: string | null): AskedEdit | null {
  const index = plan.axis.periods.indexOf(period);
  if (row.series === null || index < 0) return null;
  const typed = readTyped(text ?? '', plan);
  if (!typed.ok || typed.minor === (row.figures.minor[index] ?? null)) return null;
  return setFigure(plan, row.series, period, typed.minor);
}

function programmeEdit(
  plan: Plan,
  row: Extract<GridRow, { kind: 'group' }>,
  { column, text, say }: { readonly column: string; readonly text: string | null; readonly say: Say },
): AskedEdit | null {
  const name = text?.trim() ?? '';
  if (column !== TITLE_COLUMN || name === '' || name === row.programme) return null;
  return renameProgramme(plan, { from: row.programme, to: name }, say);
}

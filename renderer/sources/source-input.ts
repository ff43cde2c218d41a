import { readTyped } from '#renderer/grid/amount-texts.ts';
import { periodOfColumn } from '#renderer/grid/column-names.ts';
import type { AskedEdit } from '#renderer/store/plan-session.ts';
import type { SourcesMeasure } from '#renderer/store/view-store.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { CERTAINTIES, FUNDER_TYPES } from '#shared/plan/source.ts';
import { FUNDER_COLUMN, NAME_COLUMN, TYPE_COLUMN } from './source-columns.ts';
import { changeTerms, setAward, setCertainty } from './source-edits.ts';
import type { SourceRow } from './source-rows.ts';

/** What a person put into a cell: text, or nothing when the cell was cleared. */
export type SourceInput = {
  readonly row: SourceRow;
  readonly column: string;
  readonly text: string | null;
  readonly measure: SourcesMeasure;
};

/** The edit that an input asks for; null when it changes nothing or the cell takes none. A refused text asks for nothing. */
export function editOfSourceInput(plan: Plan, { row, column, text, measure }: SourceInput): AskedEdit | null {
  const { source } = row;
  if (source === null) return null;
  const typed = text?.trim() ?? '';
  const period = periodOfColumn(column);
  if (period !== null)
    return measure === 'award'
      ? awardEdit(plan, row, { period, typed })
      : certaintyEdit(plan, row, { period, typed });
  switch (column) {
    case NAME_COLUMN:
      return typed === '' || typed === source.name ? null : changeTerms(plan, source.id, { name: typed });
    case FUNDER_COLUMN:
      return typed === source.funder ? null : changeTerms(plan, source.id, { funder: typed });
    case TYPE_COLUMN: {
      const funderType = FUNDER_TYPES.find((type) => type === typed) ?? null;
      return funderType === source.funderType ? null : changeTerms(plan, source.id, { funderType });
    }
    default:
      return null;
  }
}

type Typed = { readonly period: string; readonly typed: string };

function awardEdit(plan: Plan, row: SourceRow, { period, typed }: Typed): AskedEdit | null {
  const figure = readTyped(typed, plan);
  const before = row.award[plan.axis.periods.indexOf(period)] ?? null;
  if (!figure.ok || figure.minor === before) return null;
  return setAward(plan, { source: row.id, period }, figure.minor);
}

function certaintyEdit(plan: Plan, row: SourceRow, { period, typed }: Typed): AskedEdit | null {
  const certainty = CERTAINTIES.find((each) => String(each) === typed) ?? null;
  if (typed !== '' && certainty === null) return null;
  const before = row.certainty[plan.axis.periods.indexOf(period)] ?? null;
  return certainty === before ? null : setCertainty(plan, { source: row.id, period }, certainty);
}

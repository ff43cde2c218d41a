import { LINE_FIELDS, SOURCE_FIELDS } from './detail-fields.ts';
import type { EditSide, RowState } from './edit-side.ts';
import type { PlanChange } from './plan-change.ts';
import { isSameValue } from './same-value.ts';

/** Lines and sources that came, went or moved. */
export function rowChanges(before: EditSide, after: EditSide): PlanChange[] {
  const lineName = (id: string, { title, code }: { readonly title?: string; readonly code?: string }) =>
    [title, code].find((name) => name) ?? id;
  const lines = [...after.lines].flatMap(([id, state]): PlanChange[] => {
    const change = changeOfRow(before.lines.get(id), state);
    if (change === null) return [];
    const fields = { ...before.lines.get(id)?.fields, ...state.fields };
    return [{ kind: 'row', of: 'line', id, name: lineName(id, fields), change }];
  });
  const sources = [...after.sources].flatMap(([id, state]): PlanChange[] => {
    const change = changeOfRow(before.sources.get(id), state);
    const { name } = { ...before.sources.get(id)?.fields, ...state.fields };
    if (change === null) return [];
    return [{ kind: 'row', of: 'source', id, name: name === undefined || name === '' ? id : name, change }];
  });
  return [...lines, ...sources];
}

function changeOfRow<Details>(
  before: RowState<Details> | undefined,
  after: RowState<Details>,
): 'added' | 'removed' | 'moved' | null {
  const was = before?.presence ?? null;
  // What an edit takes out its inverse puts in, so that a row is known on both sides or on neither.
  if (was === null || after.presence === null) return null;
  if (was === 'here') return after.presence === 'here' ? 'moved' : 'removed';
  return after.presence === 'here' ? 'added' : null;
}

/** Allocations that came or went. */
export function allocationChanges(before: EditSide, after: EditSide): PlanChange[] {
  return [...after.allocations].flatMap(([id, is]): PlanChange[] => {
    const was = before.allocations.get(id) ?? null;
    const row = is ?? was;
    if (row === null || (is !== null && was !== null)) return [];
    const { line, source, matchFor } = row;
    return [{ kind: 'allocation', line, source, matchFor, change: is === null ? 'removed' : 'added' }];
  });
}

/** Fields of lines that are there before and after. */
export function lineFieldChanges(before: EditSide, after: EditSide): PlanChange[] {
  return [...after.lines].flatMap(([line, is]) =>
    fieldChanges(LINE_FIELDS, before.lines.get(line), is).map((change): PlanChange => ({
      kind: 'line-field',
      line,
      ...change,
    })),
  );
}

/** Fields of sources that are there before and after. */
export function sourceFieldChanges(before: EditSide, after: EditSide): PlanChange[] {
  return [...after.sources].flatMap(([source, is]) =>
    fieldChanges(SOURCE_FIELDS, before.sources.get(source), is).map((change): PlanChange => ({
      kind: 'source-field',
      source,
      ...change,
    })),
  );
}

type FieldChange<Field> = { readonly field: Field; readonly before: unknown; readonly after: unknown };

function fieldChanges<Field extends string>(
  fields: readonly Field[],
  before: RowState<Readonly<Record<Field, unknown>>> | undefined,
  after: RowState<Readonly<Record<Field, unknown>>>,
): FieldChange<Field>[] {
  if (before?.presence === 'gone' || after.presence === 'gone') return [];
  return fields.flatMap((field) => {
    const [was, is] = [before?.fields[field], after.fields[field]];
    return isSameValue(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

import type { Message } from '#shared/messages/message.ts';
import type { Minor } from '#shared/money/amount.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { Edit, SeriesRef } from '#shared/plan/edit.ts';
import type { LineDetails } from '#shared/plan/line.ts';
import { newAllocation, newLine, newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lineName, sourceName } from '#shared/plan/row-names.ts';
import type { Say } from '#renderer/app/texts.ts';
import type { AskedEdit } from '#renderer/store/plan-session.ts';

/** What the line dialog asks for. */
export type LineFields = Pick<LineDetails, 'title' | 'code' | 'programme' | 'kind'>;

/** What the dialog for a new source asks for. */
export type NewSourceFields = { readonly id: string; readonly name: string; readonly funder: string };

/** Sets one figure. */
export function setFigure(plan: Plan, series: SeriesRef, period: PeriodKey, minor: Minor | null): AskedEdit {
  const name = series.of === 'source' ? sourceName(plan, series.source) : lineName(plan, series.line);
  return {
    edit: { kind: 'set-amounts', blocks: [{ ref: series, from: period, minor: [minor] }] },
    label: { id: 'window.edit-figure', values: { name, period } },
  };
}

/** Adds a line behind another one, or at the end. */
export function addLine(
  plan: Plan,
  id: string,
  { fields, behind }: { readonly fields: LineFields; readonly behind: string | null },
): AskedEdit {
  const index = behind === null ? undefined : plan.lines.at.get(behind);
  const at = index === undefined ? plan.lines.rows.length : index + 1;
  return {
    edit: { kind: 'add-lines', rows: [{ at, row: newLine(plan.axis, { ...fields, id }) }] },
    label: { id: 'window.edit-add-line', values: { name: fields.title } },
  };
}

export function updateLine(plan: Plan, id: string, changes: Partial<LineFields>): AskedEdit {
  return {
    edit: { kind: 'update-line', id, changes },
    label: { id: 'window.edit-line', values: { name: lineName(plan, id) } },
  };
}

/** Gives every line of a programme another programme's name. */
export function renameProgramme(
  plan: Plan,
  { from, to }: { readonly from: string; readonly to: string },
  say: Say,
): AskedEdit {
  const lines = plan.lines.rows.filter(({ programme }) => programme === from);
  const edits = lines.map(({ id }): Edit => ({ kind: 'update-line', id, changes: { programme: to } }));
  return asOneStep({ id: 'window.edit-programme', values: { from, to } }, edits, say);
}

/** Takes a line out, and the funding that it was given with it. */
export function removeLine(plan: Plan, id: string, say: Say): AskedEdit {
  const label: Message = { id: 'window.edit-remove-line', values: { name: lineName(plan, id) } };
  const funding = plan.allocations.byLine.get(id) ?? [];
  const removal: Edit = { kind: 'remove-lines', ids: [id] };
  if (funding.length === 0) return { edit: removal, label };
  return asOneStep(label, [{ kind: 'remove-allocations', ids: funding }, removal], say);
}

/** Gives a line a source: its figures start blank. */
export function addSourceToLine(plan: Plan, line: string, source: string): AskedEdit {
  const row = newAllocation(plan.axis, { line, source });
  return {
    edit: { kind: 'add-allocations', rows: [{ at: plan.allocations.rows.length, row }] },
    label: fundingLabel(lineName(plan, line), sourceName(plan, source)),
  };
}

/** Makes a new source and gives it to a line in one step. When its money may be spent is not known yet. */
export function addNewSourceToLine(
  plan: Plan,
  line: string,
  { source, say }: { readonly source: NewSourceFields; readonly say: Say },
): AskedEdit {
  const row = newAllocation(plan.axis, { line, source: source.id });
  const made = newSource(plan.axis, { ...source, window: 'unknown' });
  const edits: readonly Edit[] = [
    { kind: 'add-sources', rows: [{ at: plan.sources.rows.length, row: made }] },
    { kind: 'add-allocations', rows: [{ at: plan.allocations.rows.length, row }] },
  ];
  return asOneStep(fundingLabel(lineName(plan, line), source.name), edits, say);
}

/** Takes a source away from a line, with the figures that it gave. */
export function removeAllocation(
  plan: Plan,
  allocation: { readonly id: string; readonly line: string; readonly source: string },
): AskedEdit {
  const { id, line, source } = allocation;
  const values = { name: lineName(plan, line), source: sourceName(plan, source) };
  return {
    edit: { kind: 'remove-allocations', ids: [id] },
    label: { id: 'window.edit-remove-source', values },
  };
}

/** The sources of the plan that a line does not draw on yet. */
export function sourcesToAdd(
  plan: Plan,
  line: string,
): readonly { readonly id: string; readonly name: string }[] {
  return plan.sources.rows.filter(({ id }) => !plan.allocations.at.has(allocationId(line, id, null)));
}

/** Several edits as one step, which the undo list names by its label. */
function asOneStep(label: Message, edits: readonly Edit[], say: Say): AskedEdit {
  return { edit: { kind: 'batch', label: say(label), edits }, label };
}

function fundingLabel(name: string, source: string): Message {
  return { id: 'window.edit-add-source', values: { name, source } };
}

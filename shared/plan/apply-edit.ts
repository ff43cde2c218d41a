import type { Edit } from './edit.ts';
import {
  applied,
  refuse,
  type EditContext,
  type EditRefused,
  type EditResult,
  type Touched,
} from './edit-result.ts';
import { applyAddAllocations, applyRemoveAllocations } from './edits/allocation-edits.ts';
import { applyAddLines, applyRemoveLines, applyUpdateLine } from './edits/line-edits.ts';
import { mapOrigins } from './edits/map-origins.ts';
import { applyAccept, applyComment, applySign } from './edits/record-edits.ts';
import { applySetAmounts } from './edits/set-amounts.ts';
import { applySetCertainty } from './edits/set-certainty.ts';
import { applySetPlan } from './edits/set-plan.ts';
import { applySetYears } from './edits/set-years.ts';
import { applyAddSources, applyRemoveSources, applyUpdateSource } from './edits/source-edits.ts';
import type { Plan } from './plan.ts';

/**
 * Changes a plan: answers the new plan, which shares every part that the edit did not touch, the edit that
 * restores the old one, and what was touched; or why the edit is refused, and then nothing has changed.
 * Values without an origin of their own get `context.origin`.
 */
export function applyEdit(plan: Plan, edit: Edit, context: EditContext): EditResult {
  switch (edit.kind) {
    case 'set-amounts':
      return applySetAmounts(plan, edit.blocks, context);
    case 'set-certainty':
      return applySetCertainty(plan, edit);
    case 'add-lines':
      return applyAddLines(plan, edit.rows);
    case 'update-line':
      return applyUpdateLine(plan, edit);
    case 'remove-lines':
      return applyRemoveLines(plan, edit.ids);
    case 'add-sources':
      return applyAddSources(plan, edit.rows);
    case 'update-source':
      return applyUpdateSource(plan, edit);
    case 'remove-sources':
      return applyRemoveSources(plan, edit.ids);
    case 'add-allocations':
      return applyAddAllocations(plan, edit.rows);
    case 'remove-allocations':
      return applyRemoveAllocations(plan, edit.ids);
    case 'set-years':
      return applySetYears(plan, edit);
    case 'set-plan':
      return applySetPlan(plan, edit.changes);
    case 'import':
      return applyImport(plan, edit, context);
    case 'batch':
      return applyAll(plan, edit.edits, { label: edit.label, context });
    case 'comment':
      return applyComment(plan, edit.comment);
    case 'accept':
      return applyAccept(plan, edit.acceptance);
    case 'sign':
      return applySign(plan, edit.signOff);
  }
}

/** Applies edits one after the other, all or none; the inverse undoes them in the opposite order. */
function applyAll(
  plan: Plan,
  edits: readonly Edit[],
  { label, context }: { readonly label: string; readonly context: EditContext },
): EditResult {
  let next = plan;
  let inverses: Edit[] | null = [];
  const touched = { lines: new Set<string>(), sources: new Set<string>(), frame: false, structure: false };
  for (const edit of edits) {
    const result = applyEdit(next, edit, context);
    if (!result.ok) return result;
    next = result.plan;
    if (result.inverse === null) inverses = null;
    else inverses?.push(result.inverse);
    collect(touched, result.touched);
  }
  const inverse: Edit | null = inverses && { kind: 'batch', label, edits: inverses.toReversed() };
  return applied(next, inverse, touched);
}

function collect(
  into: { lines: Set<string>; sources: Set<string>; frame: boolean; structure: boolean },
  from: Touched,
): void {
  for (const id of from.lines) into.lines.add(id);
  for (const id of from.sources) into.sources.add(id);
  into.frame ||= from.frame;
  into.structure ||= from.structure;
}

/** Offsets into the cells of the import become origin numbers; 0 stands for a value that no cell brought. */
function applyImport(plan: Plan, edit: Extract<Edit, { kind: 'import' }>, context: EditContext): EditResult {
  const refusal = refuseImport(edit);
  if (refusal) return refusal;
  const toOrigin = (offset: number) => (offset === 0 ? 0 : context.origin + offset);
  const edits = edit.edits.map((inner) => mapOrigins(inner, toOrigin));
  return applyAll(plan, edits, { label: edit.file.name, context });
}

function refuseImport(edit: Extract<Edit, { kind: 'import' }>): EditRefused | null {
  if (edit.edits.some(holdsRecord)) {
    return refuse({ id: 'plan.record-inside-import', values: { file: edit.file.name } });
  }
  const found = { strayOffset: false };
  for (const inner of edit.edits) {
    mapOrigins(inner, (offset) => {
      if (offset < 0 || offset > edit.cells.length) found.strayOffset = true;
      return offset;
    });
  }
  if (!found.strayOffset) return null;
  return refuse({ id: 'plan.offset-without-cell', values: { file: edit.file.name } });
}

/** An import brings rows and figures: no records of people, and no import inside an import. */
function holdsRecord(edit: Edit): boolean {
  switch (edit.kind) {
    case 'comment':
    case 'accept':
    case 'sign':
    case 'import':
      return true;
    case 'batch':
      return edit.edits.some(holdsRecord);
    default:
      return false;
  }
}

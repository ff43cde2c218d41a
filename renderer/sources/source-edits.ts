import type { Minor } from '#shared/money/amount.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { removeSourceEdit, setAmountEdit } from '#shared/plan/compose-edits.ts';
import { newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { sourceName } from '#shared/plan/row-names.ts';
import type { Certainty, SourceDetails } from '#shared/plan/source.ts';
import type { AskedEdit } from '#renderer/store/plan-session.ts';

/** One cell of a source. */
export type SourceCell = { readonly source: string; readonly period: PeriodKey };

/** Sets what a source gives in a period; null clears it. */
export function setAward(plan: Plan, { source, period }: SourceCell, minor: Minor | null): AskedEdit {
  return {
    edit: setAmountEdit({ of: 'source', measure: 'award', source }, period, minor),
    label: { id: 'window.edit-award', values: { name: sourceName(plan, source), period } },
  };
}

/** Sets how certain an award is in a period; null is not known. */
export function setCertainty(
  plan: Plan,
  { source, period }: SourceCell,
  certainty: Certainty | null,
): AskedEdit {
  return {
    edit: { kind: 'set-certainty', source, from: period, values: [certainty] },
    label: { id: 'window.edit-certainty', values: { name: sourceName(plan, source), period } },
  };
}

/** Changes the terms of a source. */
export function changeTerms(plan: Plan, id: string, changes: Partial<SourceDetails>): AskedEdit {
  return {
    edit: { kind: 'update-source', id, changes },
    label: { id: 'window.edit-source-terms', values: { name: sourceName(plan, id) } },
  };
}

/** Adds a source at the end. Its terms are not known yet, and neither is its window. */
export function addSource(
  plan: Plan,
  source: { readonly id: string; readonly name: string; readonly funder: string },
): AskedEdit {
  const row = newSource(plan.axis, { ...source, window: 'unknown' });
  return {
    edit: { kind: 'add-sources', rows: [{ at: plan.sources.rows.length, row }] },
    label: { id: 'window.edit-new-source', values: { name: source.name } },
  };
}

/** Takes a source out of the plan with all that it gives, in one step. */
export function removeSource(plan: Plan, id: string): AskedEdit {
  return {
    edit: removeSourceEdit(plan, id),
    label: { id: 'window.edit-source-removed', values: { name: sourceName(plan, id) } },
  };
}

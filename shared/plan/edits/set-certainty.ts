import { periodIndex } from '../axis.ts';
import type { Edit } from '../edit.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import type { Plan } from '../plan.ts';
import { sourceName } from '../row-names.ts';
import { findRow, replaceRow } from '../table.ts';
import { refuseSpan } from './set-amounts.ts';

/** Sets how certain the award of a source is, from one period on. */
export function applySetCertainty(plan: Plan, edit: Extract<Edit, { kind: 'set-certainty' }>): EditResult {
  const source = findRow(plan.sources, edit.source);
  if (!source) return refuse({ id: 'plan.unknown-source', values: { id: edit.source } });
  const refusal = refuseSpan(plan.axis, edit.from, edit.values.length, sourceName(plan, source.id));
  if (refusal) return refuse(refusal);
  const from = periodIndex(plan.axis, edit.from);
  const certainty = [...source.certainty];
  certainty.splice(from, edit.values.length, ...edit.values);
  return applied(
    { ...plan, sources: replaceRow(plan.sources, { ...source, certainty }) },
    { ...edit, values: source.certainty.slice(from, from + edit.values.length) },
    touching({ sources: new Set([source.id]) }),
  );
}

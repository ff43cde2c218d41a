import type { Message } from '../../messages/message.ts';
import type { Edit } from '../edit.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import type { Plan } from '../plan.ts';
import { lineName, sourceName } from '../row-names.ts';
import { SOURCE_MEASURES, type Source } from '../source.ts';
import { findRow, insertRows, removeRows, replaceRow, type Placed } from '../table.ts';
import { makeSeries, refuseSeries } from './incoming-series.ts';
import { pickKeys } from './pick-keys.ts';
import { findPlacedProblem, placedRows, type PlacedProblem } from './placed-rows.ts';
import { refuseRemoval, refuseSources } from './reference-refusals.ts';

/** Puts sources into the plan. */
export function applyAddSources(plan: Plan, rows: readonly Placed<Source>[]): EditResult {
  const problem = findPlacedProblem(plan.sources, rows);
  if (problem) return refuse(refusePlaced(problem));
  for (const { row } of rows) {
    const refusal = refuseAmounts(plan, row);
    if (refusal) return refuse(refusal);
  }
  const made = rows.map(({ at, row }) => ({ at, row: withPlanSeries(row) }));
  const next = { ...plan, sources: insertRows(plan.sources, made) };
  const sources = made.map(({ row }) => row);
  const wrong = refuseSources(next, sources);
  if (wrong) return refuse(wrong);
  const ids = sources.map((row) => row.id);
  return applied(next, { kind: 'remove-sources', ids }, touching({ sources: new Set(ids), structure: true }));
}

/** Changes what is known of a source besides its amounts. */
export function applyUpdateSource(plan: Plan, edit: Extract<Edit, { kind: 'update-source' }>): EditResult {
  const source = findRow(plan.sources, edit.id);
  if (!source) return refuse({ id: 'plan.unknown-source', values: { id: edit.id } });
  const changed: Source = { ...source, ...edit.changes };
  const next = { ...plan, sources: replaceRow(plan.sources, changed) };
  const wrong = refuseSources(next, [changed]);
  if (wrong) return refuse(wrong);
  const changes = pickKeys(source, edit.changes);
  return applied(
    next,
    { kind: 'update-source', id: source.id, changes },
    touching({ sources: new Set([source.id]) }),
  );
}

/** Takes sources out of the plan; nothing that stays may name them. */
export function applyRemoveSources(plan: Plan, ids: readonly string[]): EditResult {
  const gone = new Set(ids);
  for (const id of gone) {
    if (!plan.sources.at.has(id)) return refuse({ id: 'plan.unknown-source', values: { id } });
  }
  const funding = plan.allocations.rows.find(
    ({ source, matchFor }) => gone.has(source) || (matchFor !== null && gone.has(matchFor)),
  );
  if (funding) {
    const values = { line: lineName(plan, funding.line), source: sourceName(plan, funding.source) };
    return refuse({ id: 'plan.source-still-used', values });
  }
  const named = refuseRemoval(plan, 'source', gone);
  if (named) return refuse(named);
  return applied(
    { ...plan, sources: removeRows(plan.sources, gone) },
    { kind: 'add-sources', rows: placedRows(plan.sources, gone) },
    touching({ sources: gone, structure: true }),
  );
}

function refuseAmounts(plan: Plan, source: Source): Message | null {
  const name = source.name || source.id;
  if (source.certainty.length !== plan.axis.periods.length) {
    return { id: 'plan.wrong-number-of-values', values: { name, measure: 'certainty' } };
  }
  for (const measure of SOURCE_MEASURES) {
    const refusal = refuseSeries(plan.axis, source[measure], { name, measure });
    if (refusal) return refusal;
  }
  return null;
}

function withPlanSeries(source: Source): Source {
  const { award, drawn } = source;
  return {
    ...source,
    award: makeSeries(award.minor, award.origin),
    drawn: makeSeries(drawn.minor, drawn.origin),
  };
}

function refusePlaced({ problem, row }: PlacedProblem<Source>): Message {
  switch (problem) {
    case 'empty-id':
      return { id: 'plan.empty-id' };
    case 'duplicate':
      return { id: 'plan.duplicate-source', values: { id: row.id } };
    case 'position':
      return { id: 'plan.bad-position', values: { name: row.name || row.id } };
  }
}

import type { Message } from '../../messages/message.ts';
import type { Edit } from '../edit.ts';
import { applied, refuse, touching, type EditResult } from '../edit-result.ts';
import { LINE_MEASURES, type Line } from '../line.ts';
import type { Plan } from '../plan.ts';
import { lineName, sourceName } from '../row-names.ts';
import { findRow, insertRows, removeRows, replaceRow, type Placed } from '../table.ts';
import { makeSeries, refuseSeries } from './incoming-series.ts';
import { pickKeys } from './pick-keys.ts';
import { findPlacedProblem, placedRows, type PlacedProblem } from './placed-rows.ts';
import { refuseLines, refuseRemoval } from './reference-refusals.ts';

/** Puts lines into the plan; they may name one another. */
export function applyAddLines(plan: Plan, rows: readonly Placed<Line>[]): EditResult {
  const problem = findPlacedProblem(plan.lines, rows);
  if (problem) return refuse(refusePlaced(problem));
  const refusal = firstOf(rows, ({ row }) => refuseAmounts(plan, row));
  if (refusal) return refuse(refusal);
  const made = rows.map(({ at, row }) => ({ at, row: withPlanSeries(row) }));
  const next = { ...plan, lines: insertRows(plan.lines, made) };
  const lines = made.map(({ row }) => row);
  const wrong = refuseLines(next, lines);
  if (wrong) return refuse(wrong);
  const ids = lines.map((row) => row.id);
  return applied(next, { kind: 'remove-lines', ids }, touching({ lines: new Set(ids), structure: true }));
}

/** Changes what is known of a line besides its amounts. */
export function applyUpdateLine(plan: Plan, edit: Extract<Edit, { kind: 'update-line' }>): EditResult {
  const line = findRow(plan.lines, edit.id);
  if (!line) return refuse({ id: 'plan.unknown-line', values: { id: edit.id } });
  const changed: Line = { ...line, ...edit.changes };
  const next = { ...plan, lines: replaceRow(plan.lines, changed) };
  const wrong = refuseLines(next, [changed]) ?? refuseCapital(next, changed);
  if (wrong) return refuse(wrong);
  const changes = pickKeys(line, edit.changes);
  return applied(
    next,
    { kind: 'update-line', id: line.id, changes },
    touching({ lines: new Set([line.id]) }),
  );
}

/** Takes lines out of the plan; nothing that stays may name them. */
export function applyRemoveLines(plan: Plan, ids: readonly string[]): EditResult {
  const gone = new Set(ids);
  for (const id of gone) {
    if (!plan.lines.at.has(id)) return refuse({ id: 'plan.unknown-line', values: { id } });
    const [allocation] = plan.allocations.byLine.get(id) ?? [];
    const funding = allocation === undefined ? undefined : findRow(plan.allocations, allocation);
    if (funding) {
      const values = { line: lineName(plan, id), source: sourceName(plan, funding.source) };
      return refuse({ id: 'plan.still-funded', values });
    }
  }
  const named = refuseRemoval(plan, 'line', gone);
  if (named) return refuse(named);
  return applied(
    { ...plan, lines: removeRows(plan.lines, gone) },
    { kind: 'add-lines', rows: placedRows(plan.lines, gone) },
    touching({ lines: gone, structure: true }),
  );
}

/** The first refusal among many things, or null. */
function firstOf<Part>(parts: readonly Part[], refusalOf: (part: Part) => Message | null): Message | null {
  for (const part of parts) {
    const refusal = refusalOf(part);
    if (refusal) return refusal;
  }
  return null;
}

function refuseAmounts(plan: Plan, line: Line): Message | null {
  const name = line.title || line.id;
  return firstOf(LINE_MEASURES, (measure) => refuseSeries(plan.axis, line[measure], { name, measure }));
}

function withPlanSeries(line: Line): Line {
  const { need, actual, risk, bias } = line;
  return {
    ...line,
    need: makeSeries(need.minor, need.origin),
    actual: makeSeries(actual.minor, actual.origin),
    risk: makeSeries(risk.minor, risk.origin),
    bias: makeSeries(bias.minor, bias.origin),
  };
}

function refusePlaced({ problem, row }: PlacedProblem<Line>): Message {
  switch (problem) {
    case 'empty-id':
      return { id: 'plan.empty-id' };
    case 'duplicate':
      return { id: 'plan.duplicate-line', values: { id: row.id } };
    case 'position':
      return { id: 'plan.bad-position', values: { name: row.title || row.id } };
  }
}

/** A line that others name for their running costs stays a revenue line. */
function refuseCapital(plan: Plan, line: Line): Message | null {
  if (line.kind === 'revenue') return null;
  const user = plan.lines.rows.find((other) => other.runningCostLine === line.id);
  if (!user) return null;
  const values = { name: lineName(plan, user.id), line: lineName(plan, line.id) };
  return { id: 'plan.running-cost-line-not-revenue', values };
}

import type { Message } from '../../messages/message.ts';
import { allocationId, makeAllocationTable, type Allocation } from '../allocation.ts';
import { applied, refuse, touching, type EditResult, type Touched } from '../edit-result.ts';
import type { Plan } from '../plan.ts';
import { lineName, sourceName } from '../row-names.ts';
import { insertRows, removeRows, type Placed } from '../table.ts';
import { makeSeries, refuseSeries } from './incoming-series.ts';
import { findPlacedProblem, placedRows, type PlacedProblem } from './placed-rows.ts';
import { refuseAllocations } from './reference-refusals.ts';

/** Gives lines money from sources. */
export function applyAddAllocations(plan: Plan, rows: readonly Placed<Allocation>[]): EditResult {
  const problem = findPlacedProblem(plan.allocations, rows);
  if (problem) return refuse(refusePlaced(plan, problem));
  for (const { row } of rows) {
    const refusal = refuseRow(plan, row);
    if (refusal) return refuse(refusal);
  }
  const wrong = refuseAllocations(
    plan,
    rows.map(({ row }) => row),
  );
  if (wrong) return refuse(wrong);
  const made = rows.map(({ at, row }) => ({
    at,
    row: { ...row, amounts: makeSeries(row.amounts.minor, row.amounts.origin) },
  }));
  const allocations = makeAllocationTable(insertRows(plan.allocations, made).rows);
  return applied(
    { ...plan, allocations },
    { kind: 'remove-allocations', ids: made.map(({ row }) => row.id) },
    touchingAllocations(made),
  );
}

/** Takes away money that lines have from sources. */
export function applyRemoveAllocations(plan: Plan, ids: readonly string[]): EditResult {
  const gone = new Set(ids);
  for (const id of gone) {
    if (!plan.allocations.at.has(id)) return refuse({ id: 'plan.unknown-funding' });
  }
  const rows = placedRows(plan.allocations, gone);
  const allocations = makeAllocationTable(removeRows(plan.allocations, gone).rows);
  return applied({ ...plan, allocations }, { kind: 'add-allocations', rows }, touchingAllocations(rows));
}

function touchingAllocations(rows: readonly Placed<Allocation>[]): Touched {
  return touching({
    lines: new Set(rows.map(({ row }) => row.line)),
    sources: new Set(rows.map(({ row }) => row.source)),
    structure: true,
  });
}

function refuseRow(plan: Plan, row: Allocation): Message | null {
  if (row.id !== allocationId(row.line, row.source, row.matchFor)) {
    return { id: 'plan.misnamed-allocation', values: namesOf(plan, row) };
  }
  return refuseSeries(plan.axis, row.amounts, { name: lineName(plan, row.line), measure: 'allocation' });
}

function refusePlaced(plan: Plan, { problem, row }: PlacedProblem<Allocation>): Message {
  switch (problem) {
    case 'empty-id':
      return { id: 'plan.empty-id' };
    case 'duplicate':
      return { id: 'plan.duplicate-allocation', values: namesOf(plan, row) };
    case 'position':
      return { id: 'plan.bad-position', values: { name: lineName(plan, row.line) } };
  }
}

function namesOf(plan: Plan, row: Allocation): { line: string; source: string } {
  return { line: lineName(plan, row.line), source: sourceName(plan, row.source) };
}

import { makeAllocationTable } from '../plan/allocation.ts';
import type { Edit } from '../plan/edit.ts';
import type { Plan } from '../plan/plan.ts';
import { setYearsEdit } from '../plan/set-years-edit.ts';
import { makeTable } from '../plan/table.ts';
import { chooseKeptRows, type KeptRows } from './kept-rows.ts';
import { restoreCells } from './restore-amounts.ts';
import { changeOfCurrency, makeRoomInDetails, planEdits, remainingDetails } from './restore-details.ts';
import { putRowsBack, takeRowsOut } from './restore-rows.ts';
import { isSameValue } from './same-value.ts';

/**
 * One step that turns the plan of now into that of then: values with the origins that they had, how certain awards are,
 * fields, years, and the rows in their order. Comments, acceptances, sign-offs and the plan's id stay as they are. Null
 * when nothing else differs. No part of it is refused: each stands where everything that it names is there.
 */
export function restoreEdit(now: Plan, then: Plan, label: string): Edit | null {
  const kept = chooseKeptRows(now, then);
  const room = makeRoomInDetails(now, then, kept);
  const currency = changeOfCurrency(now, then);
  const edits = [
    ...planEdits(room),
    ...takeRowsOut(now, then, kept),
    ...changeYears(now, then, kept),
    ...planEdits(currency),
    ...putRowsBack(now, then, kept),
    ...restoreCells(now, then, kept),
    ...planEdits(remainingDetails({ ...now, ...room, ...currency }, then)),
  ];
  return edits.length === 0 ? null : { kind: 'batch', label, edits };
}

/** What stands in periods that go is cleared in the rows that stay; the lists that name them are empty by now. */
function changeYears(now: Plan, then: Plan, kept: KeptRows): Edit[] {
  if (isSameValue(now.axis.periods, then.axis.periods)) return [];
  const rest: Plan = {
    ...now,
    holds: [],
    virements: [],
    statedTotals: [],
    lines: makeTable(now.lines.rows.filter(({ id }) => kept.lines.has(id))),
    sources: makeTable(now.sources.rows.filter(({ id }) => kept.sources.has(id))),
    allocations: makeAllocationTable(now.allocations.rows.filter(({ id }) => kept.allocations.has(id))),
  };
  return [setYearsEdit(rest, then.axis)];
}

import type { Message } from '../../messages/message.ts';
import type { Allocation } from '../allocation.ts';
import type { Line } from '../line.ts';
import type { Plan } from '../plan.ts';
import {
  allocationReferences,
  detailsReferences,
  hasCapitalRunningCostLine,
  lineReferences,
  referenceTargets,
  sourceReferences,
  type Reference,
  type ReferenceTargets,
} from '../references.ts';
import { lineName, sourceName } from '../row-names.ts';
import type { Source } from '../source.ts';

function findDangling(references: readonly Reference[], targets: ReferenceTargets): Reference | undefined {
  return references.find(({ to, id }) => !targets[to].has(id));
}

function dangling(name: string, { to, id }: Reference): Message {
  return { id: 'plan.dangling-reference', values: { name, target: to, id } };
}

/** Why these lines of the plan may not stand as they are: the first that names what is not there. */
export function refuseLines(plan: Plan, lines: readonly Line[]): Message | null {
  const targets = referenceTargets(plan);
  for (const line of lines) {
    const name = lineName(plan, line.id);
    const found = findDangling(lineReferences(line), targets);
    if (found) return dangling(name, found);
    if (line.runningCostLine !== null && hasCapitalRunningCostLine(plan, line)) {
      const other = lineName(plan, line.runningCostLine);
      return { id: 'plan.running-cost-line-not-revenue', values: { name, line: other } };
    }
  }
  return null;
}

/** Why these sources of the plan may not stand as they are. */
export function refuseSources(plan: Plan, sources: readonly Source[]): Message | null {
  const targets = referenceTargets(plan);
  for (const source of sources) {
    const found = findDangling(sourceReferences(source), targets);
    if (found) return dangling(sourceName(plan, source.id), found);
  }
  return null;
}

/** Why these allocations of the plan may not stand as they are. */
export function refuseAllocations(plan: Plan, rows: readonly Allocation[]): Message | null {
  const targets = referenceTargets(plan);
  for (const row of rows) {
    const found = findDangling(allocationReferences(row), targets);
    if (found) return dangling(lineName(plan, row.line), found);
    if (row.matchFor === row.source) {
      const values = { line: lineName(plan, row.line), source: sourceName(plan, row.source) };
      return { id: 'plan.match-for-itself', values };
    }
  }
  return null;
}

/** Why the plan's own lists may not stand as they are. */
export function refuseDetails(plan: Plan): Message | null {
  const found = findDangling(detailsReferences(plan), referenceTargets(plan));
  if (!found) return null;
  const list = listOf(found);
  return { id: 'plan.list-names-unknown', values: { list, target: found.to, id: found.id } };
}

/** The list of the plan that a reference of its details stands in. */
export function listOf({ path }: Reference): 'holds' | 'virements' | 'statedTotals' {
  const [list] = path;
  return list === 'virements' || list === 'statedTotals' ? list : 'holds';
}

/**
 * Why rows may not be taken out: the first other row, or list of the plan, that still names one of them.
 * References from rows that go too do not count.
 */
export function refuseRemoval(plan: Plan, to: 'line' | 'source', ids: ReadonlySet<string>): Message | null {
  const names = ({ to: target, id }: Reference) => target === to && ids.has(id);
  const nameOf = to === 'line' ? lineName : sourceName;
  for (const line of plan.lines.rows) {
    if (to === 'line' && ids.has(line.id)) continue;
    const found = lineReferences(line).find(names);
    if (found) return stillNamed(nameOf(plan, found.id), lineName(plan, line.id));
  }
  for (const source of plan.sources.rows) {
    if (to === 'source' && ids.has(source.id)) continue;
    const found = sourceReferences(source).find(names);
    if (found) return stillNamed(nameOf(plan, found.id), sourceName(plan, source.id));
  }
  const found = detailsReferences(plan).find(names);
  if (!found) return null;
  return { id: 'plan.still-in-list', values: { name: nameOf(plan, found.id), list: listOf(found) } };
}

function stillNamed(name: string, by: string): Message {
  return { id: 'plan.still-named', values: { name, by } };
}

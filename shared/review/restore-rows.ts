import type { Edit } from '../plan/edit.ts';
import type { Line } from '../plan/line.ts';
import type { Plan } from '../plan/plan.ts';
import type { Source } from '../plan/source.ts';
import type { Placed, Table } from '../plan/table.ts';
import { LINE_FIELDS, SOURCE_FIELDS } from './detail-fields.ts';
import { keptPairs, type KeptRows } from './kept-rows.ts';
import { isSameValue } from './same-value.ts';

/** Takes rows out that are not to stay where they stand: first what names them, then their funding, then themselves. */
export function takeRowsOut(now: Plan, then: Plan, kept: KeptRows): Edit[] {
  const allocations = leaving(now.allocations, kept.allocations);
  const lines = leaving(now.lines, kept.lines);
  const sources = leaving(now.sources, kept.sources);
  return [
    ...keptPairs(now.lines, then.lines, kept.lines).flatMap((pair): Edit[] =>
      isDetached(pair, kept)
        ? [{ kind: 'update-line', id: pair.was.id, changes: { runningCostLine: null } }]
        : [],
    ),
    ...keptPairs(now.sources, then.sources, kept.sources).flatMap((pair): Edit[] =>
      isUnfenced(pair.was, kept)
        ? [{ kind: 'update-source', id: pair.was.id, changes: { ringFence: null } }]
        : [],
    ),
    ...(allocations.length === 0 ? [] : [{ kind: 'remove-allocations', ids: allocations } as const]),
    // A source may be fenced to a line, never the other way round.
    ...(sources.length === 0 ? [] : [{ kind: 'remove-sources', ids: sources } as const]),
    ...(lines.length === 0 ? [] : [{ kind: 'remove-lines', ids: lines } as const]),
  ];
}

/**
 * Gives the rows that stayed their fields and puts the others in. Running costs come last: the line that is named must
 * be there, and be a revenue line, before another names it.
 */
export function putRowsBack(now: Plan, then: Plan, kept: KeptRows): Edit[] {
  const lines = entering(then.lines, kept.lines);
  const sources = entering(then.sources, kept.sources);
  const allocations = entering(then.allocations, kept.allocations);
  const pairs = keptPairs(now.lines, then.lines, kept.lines);
  return [
    ...pairs.flatMap(({ was, is }) => updateLine(was, { ...is, runningCostLine: was.runningCostLine })),
    ...(lines.length === 0 ? [] : [{ kind: 'add-lines', rows: lines } as const]),
    ...pairs.flatMap((pair): Edit[] => {
      const { id, runningCostLine } = pair.is;
      const current = isDetached(pair, kept) ? null : pair.was.runningCostLine;
      return current === runningCostLine ? [] : [{ kind: 'update-line', id, changes: { runningCostLine } }];
    }),
    ...keptPairs(now.sources, then.sources, kept.sources).flatMap(({ was, is }) =>
      updateSource(isUnfenced(was, kept) ? { ...was, ringFence: null } : was, is),
    ),
    ...(sources.length === 0 ? [] : [{ kind: 'add-sources', rows: sources } as const]),
    ...(allocations.length === 0 ? [] : [{ kind: 'add-allocations', rows: allocations } as const]),
  ];
}

type LinePair = { readonly was: Line; readonly is: Line };

/** Whether a line that stays must let go of the line that gives its running costs, for a while or for good. */
function isDetached({ was, is }: LinePair, kept: KeptRows): boolean {
  const { runningCostLine } = was;
  if (runningCostLine === null) return false;
  return runningCostLine !== is.runningCostLine || !kept.lines.has(runningCostLine);
}

/** Whether a source that stays is fenced to a line that goes out. */
function isUnfenced({ ringFence }: Source, kept: KeptRows): boolean {
  return ringFence?.kind === 'line' && ringFence.lines.some((line) => !kept.lines.has(line));
}

function updateLine(was: Line, is: Line): Edit[] {
  const fields = LINE_FIELDS.filter((field) => !isSameValue(was[field], is[field]));
  if (fields.length === 0) return [];
  const changes = Object.fromEntries(fields.map((field) => [field, is[field]]));
  return [{ kind: 'update-line', id: is.id, changes }];
}

function updateSource(was: Source, is: Source): Edit[] {
  const fields = SOURCE_FIELDS.filter((field) => !isSameValue(was[field], is[field]));
  if (fields.length === 0) return [];
  const changes = Object.fromEntries(fields.map((field) => [field, is[field]]));
  return [{ kind: 'update-source', id: is.id, changes }];
}

function leaving(table: Table<{ readonly id: string }>, kept: ReadonlySet<string>): string[] {
  return table.rows.flatMap(({ id }) => (kept.has(id) ? [] : [id]));
}

function entering<Row extends { readonly id: string }>(
  table: Table<Row>,
  kept: ReadonlySet<string>,
): Placed<Row>[] {
  return table.rows.flatMap((row, at) => (kept.has(row.id) ? [] : [{ at, row }]));
}

import type { Allocation } from './allocation.ts';
import type { PeriodKey } from './axis.ts';
import type { Line } from './line.ts';
import type { Plan, PlanDetails } from './plan.ts';
import type { Source } from './source.ts';
import { findRow } from './table.ts';

type ReferenceTarget = 'line' | 'source' | 'place' | 'objective' | 'theme' | 'period';

/** One part of a plan naming another by its id; `path` leads to the name inside the row (or the plan) that holds it. */
export type Reference = {
  readonly to: ReferenceTarget;
  readonly id: string;
  readonly path: readonly (string | number)[];
};

/** Every reference that a line makes. */
export function lineReferences(line: Line): Reference[] {
  const found: Reference[] = [];
  if (line.place !== null) found.push({ to: 'place', id: line.place, path: ['place'] });
  if (line.runningCostLine !== null) {
    found.push({ to: 'line', id: line.runningCostLine, path: ['runningCostLine'] });
  }
  line.objectives.forEach((id, index) => found.push({ to: 'objective', id, path: ['objectives', index] }));
  line.themes.forEach(({ theme }, index) =>
    found.push({ to: 'theme', id: theme, path: ['themes', index, 'theme'] }),
  );
  return found;
}

/** Every reference that a source makes. */
export function sourceReferences({ ringFence }: Source): Reference[] {
  if (ringFence?.kind === 'theme') {
    return ringFence.themes.map((id, index) => ({ to: 'theme', id, path: ['ringFence', 'themes', index] }));
  }
  if (ringFence?.kind === 'line') {
    return ringFence.lines.map((id, index) => ({ to: 'line', id, path: ['ringFence', 'lines', index] }));
  }
  return [];
}

/** Every reference that an allocation makes. */
export function allocationReferences({ line, source, matchFor }: Allocation): Reference[] {
  return [
    { to: 'line', id: line, path: ['line'] },
    { to: 'source', id: source, path: ['source'] },
    ...(matchFor === null ? [] : [{ to: 'source', id: matchFor, path: ['matchFor'] } as const]),
  ];
}

type CellNames = {
  readonly line?: string | null;
  readonly source?: string | null;
  readonly year?: PeriodKey;
};

function cellReferences(cell: CellNames, path: readonly (string | number)[]): Reference[] {
  const found: Reference[] = [];
  if (typeof cell.line === 'string') found.push({ to: 'line', id: cell.line, path: [...path, 'line'] });
  if (typeof cell.source === 'string')
    found.push({ to: 'source', id: cell.source, path: [...path, 'source'] });
  if (cell.year !== undefined) found.push({ to: 'period', id: cell.year, path: [...path, 'year'] });
  return found;
}

/** Every reference that the plan's own lists make: holds, virements and stated totals. */
export function detailsReferences(
  details: Pick<PlanDetails, 'holds' | 'virements' | 'statedTotals'>,
): Reference[] {
  return [
    ...details.holds.flatMap((hold, at) => [
      ...cellReferences({ line: hold.line, source: hold.source }, ['holds', at]),
      ...hold.years.map((id, index): Reference => ({
        to: 'period',
        id,
        path: ['holds', at, 'years', index],
      })),
    ]),
    ...details.virements.flatMap(({ from, to }, at) => [
      ...cellReferences(from, ['virements', at, 'from']),
      ...cellReferences(to, ['virements', at, 'to']),
    ]),
    ...details.statedTotals.flatMap(({ cells }, at) =>
      cells.flatMap((cell, index) => cellReferences(cell, ['statedTotals', at, 'cells', index])),
    ),
  ];
}

/** The ids that a reference may name. */
export type ReferenceTargets = Readonly<Record<ReferenceTarget, { readonly has: (id: string) => boolean }>>;

/** What the references of a plan may name. */
export function referenceTargets(plan: Plan): ReferenceTargets {
  return {
    line: plan.lines.at,
    source: plan.sources.at,
    place: new Set(plan.places.map((row) => row.id)),
    objective: new Set(plan.objectives.map((row) => row.id)),
    theme: new Set(plan.themes.map((row) => row.id)),
    period: new Set<string>(plan.axis.periods),
  };
}

/** Whether a line's running costs are given by a line that is not a revenue line. */
export function hasCapitalRunningCostLine(plan: Plan, line: Line): boolean {
  if (line.runningCostLine === null) return false;
  return findRow(plan.lines, line.runningCostLine)?.kind === 'capital';
}

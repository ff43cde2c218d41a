import type { ProvenanceCell } from '#shared/plan/edit.ts';
import { importMessages } from '#shared/messages/catalogue/import.ts';
import type { Allocation } from '#shared/plan/allocation.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import type { YearAxis } from '#shared/plan/axis.ts';
import { periodIndex } from '#shared/plan/axis.ts';
import type { Line } from '#shared/plan/line.ts';
import { newAllocation, newLine, newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import type { Source } from '#shared/plan/source.ts';
import type { Mapped, MappedAmount, MappedRow } from './map-choices.ts';

/** The rows that an import adds to a plan, and the cells that their origins count into, from 1. */
export type BuiltRows = {
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
  readonly allocations: readonly Allocation[];
  readonly cells: readonly ProvenanceCell[];
};

type Building = {
  lines: Line[];
  sources: Source[];
  allocations: Map<string, Allocation>;
  cells: ProvenanceCell[];
  /** Lines that share allocations, by their labels; sources by name. */
  readonly linesByLabels: Map<string, string[]>;
  readonly sourcesByName: Map<string, string>;
};
type Context = {
  readonly axis: YearAxis;
  readonly building: Building;
  readonly lineId: () => string;
  readonly sourceId: () => string;
};

/**
 * Makes lines, sources and allocations of the mapped rows. Ids count on in the order of the file, so the same file gives the
 * same ids; rows of one title stay rows of their own.
 */
export function buildRows(mapped: Mapped, axis: YearAxis, plan: Plan | null): BuiltRows {
  const building: Building = {
    lines: [],
    sources: [],
    allocations: new Map(),
    cells: [],
    linesByLabels: new Map(),
    sourcesByName: new Map(),
  };
  const context: Context = {
    axis,
    building,
    lineId: counter('l', (id) => plan?.lines.at.has(id) ?? false),
    sourceId: counter('s', (id) => plan?.sources.at.has(id) ?? false),
  };
  for (const { measure, rows } of mapped.tables) {
    for (const row of rows) {
      switch (measure) {
        case 'need':
        case 'actual':
          addLine(context, row, { [measure]: toSeries(context, row.amounts) });
          break;
        case 'award':
          addSource(context, row.title, row.programme, { award: toSeries(context, row.amounts) });
          break;
        case 'allocation':
          addAllocation(context, row);
          break;
      }
    }
  }
  const { lines, sources, allocations, cells } = building;
  return { lines, sources, allocations: [...allocations.values()], cells };
}

function counter(prefix: string, isTaken: (id: string) => boolean): () => string {
  let count = 0;
  return () => {
    do count += 1;
    while (isTaken(`${prefix}${count}`));
    return `${prefix}${count}`;
  };
}

function addLine(
  { axis, building, lineId }: Context,
  row: MappedRow,
  series: { need?: Series; actual?: Series },
): string {
  const id = lineId();
  const { title, code, programme, kind, owner } = row;
  building.lines.push(
    newLine(axis, {
      id,
      title,
      code,
      programme,
      // Day-to-day spending unless the file says capital; the assumption is told as a finding.
      kind: kind ?? 'revenue',
      owner: owner === '' ? null : { name: owner, role: '' },
      ...series,
    }),
  );
  return id;
}

function addSource(
  { axis, building, sourceId }: Context,
  name: string,
  funder: string,
  series: { award?: Series },
): string {
  const id = sourceId();
  building.sources.push(newSource(axis, { id, name, funder, ...series }));
  return id;
}

/** Rows of one line under several sources share the line; a pair that comes again is a line of its own. */
function addAllocation(context: Context, row: MappedRow): void {
  const { axis, building } = context;
  const name = row.source === '' ? importMessages['import.untitled-source'] : row.source;
  const source = building.sourcesByName.get(name) ?? addSource(context, name, '', {});
  building.sourcesByName.set(name, source);
  const labels = JSON.stringify([row.title, row.code, row.programme]);
  const known = building.linesByLabels.get(labels) ?? [];
  const same = known.find((id) => !building.allocations.has(allocationId(id, source, null)));
  const line = same ?? addLine(context, row, {});
  if (same === undefined) building.linesByLabels.set(labels, [...known, line]);
  const allocation = newAllocation(axis, { line, source, amounts: toSeries(context, row.amounts) });
  building.allocations.set(allocation.id, allocation);
}

function toSeries({ axis, building }: Context, amounts: readonly MappedAmount[]): Series {
  const minor = Array<bigint | null>(axis.periods.length).fill(null);
  const origin = Array<number>(axis.periods.length).fill(0);
  for (const amount of amounts) {
    const at = periodIndex(axis, amount.period);
    building.cells.push(amount.from);
    minor[at] = amount.minor;
    origin[at] = building.cells.length;
  }
  return { minor, origin };
}

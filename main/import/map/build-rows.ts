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
import type { ImportState } from '#main/import/import-state.ts';
import { titleOf } from '#main/import/table-title.ts';
import { readLineLabels } from './line-labels.ts';
import type { LineLabels } from './line-labels.ts';
import type { Mapped } from './map-choices.ts';
import type { MappedRow, MappedTable } from './map-table.ts';
import { provenanceOf } from './provenance.ts';

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
/** The plan that the rows are for, and its periods once it has them. */
export type Target = { readonly axis: YearAxis; readonly plan: Plan };

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
export function buildRows(state: ImportState, mapped: Mapped, { axis, plan }: Target): BuiltRows {
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
    lineId: counter('l', (id) => plan.lines.at.has(id)),
    sourceId: counter('s', (id) => plan.sources.at.has(id)),
  };
  for (const table of mapped.tables) {
    // Of several tables in one plan each is a programme, unless its rows name theirs.
    const programme = mapped.tables.length > 1 ? titleOf(state, table.table) : '';
    for (const row of table.rows) {
      const labels = readLineLabels(table.sheet, table.table, row.row);
      const own = labels.programme === '' ? { ...labels, programme } : labels;
      addRow(context, table, { labels: own, series: toSeries(context, table, row) });
    }
  }
  const { lines, sources, allocations, cells } = building;
  return { lines, sources, allocations: [...allocations.values()], cells };
}

type ReadRow = { readonly labels: LineLabels; readonly series: Series };

function addRow(context: Context, { measure }: MappedTable, row: ReadRow): void {
  const { labels, series } = row;
  switch (measure) {
    case 'need':
    case 'actual':
      addLine(context, labels, { [measure]: series });
      return;
    case 'award':
      addSource(context, labels.title, labels.programme, { award: series });
      return;
    case 'allocation':
      addAllocation(context, row);
  }
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
  { title, code, programme, kind, owner }: LineLabels,
  series: { need?: Series; actual?: Series },
): string {
  const id = lineId();
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
function addAllocation(context: Context, { labels, series }: ReadRow): void {
  const { axis, building } = context;
  const name = labels.source === '' ? importMessages['import.untitled-source'] : labels.source;
  const source = building.sourcesByName.get(name) ?? addSource(context, name, '', {});
  building.sourcesByName.set(name, source);
  const key = JSON.stringify([labels.title, labels.code, labels.programme]);
  const known = building.linesByLabels.get(key) ?? [];
  const same = known.find((id) => !building.allocations.has(allocationId(id, source, null)));
  const line = same ?? addLine(context, labels, {});
  if (same === undefined) building.linesByLabels.set(key, [...known, line]);
  const allocation = newAllocation(axis, { line, source, amounts: series });
  building.allocations.set(allocation.id, allocation);
}

function toSeries({ axis, building }: Context, table: MappedTable, row: MappedRow): Series {
  const minor = Array<bigint | null>(axis.periods.length).fill(null);
  const origin = Array<number>(axis.periods.length).fill(0);
  table.columns.forEach(({ year, period }, index) => {
    const value = row.minor[index] ?? null;
    if (value === null) return;
    const isRounded = row.rounded[index] ?? false;
    building.cells.push(provenanceOf(table.sheet, row.row.row, year, { scale: table.scale, isRounded }));
    const at = periodIndex(axis, period);
    minor[at] = value;
    origin[at] = building.cells.length;
  });
  return { minor, origin };
}

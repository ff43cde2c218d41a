import * as z from 'zod';
import { allocationId, makeAllocationTable, type Allocation } from '#shared/plan/allocation.ts';
import { makeAxis, type YearAxis } from '#shared/plan/axis.ts';
import { refuseYears } from '#shared/plan/edits/set-years.ts';
import { referenceErrors } from '#shared/plan/json/plan-errors.ts';
import type { LineDetails } from '#shared/plan/line.ts';
import type { Plan, PlanDetails } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import type { Certainty, SourceDetails } from '#shared/plan/source.ts';
import { certainty } from '#shared/plan/schema/source-shape.ts';
import { id } from '#shared/plan/schema/atoms.ts';
import { makeTable } from '#shared/plan/table.ts';
import type { Columns } from './column.ts';
import { LINE_COLUMNS, PLAN_COLUMNS, SOURCE_COLUMNS } from './plan-columns.ts';
import { parseStored, parseStoredEdit } from './stored-json.ts';

z.config({ jitless: true });

/** What a snapshot says of itself; a change of its layout or of a plan's fields is a new version. */
export const SNAPSHOT = { format: 'perennial-snapshot', version: 1 } as const;

const fields = z.record(z.string(), z.unknown());
const outline = z.strictObject({
  format: z.literal(SNAPSHOT.format),
  version: z.literal(SNAPSHOT.version),
  id,
  years: z.array(z.string()),
  before: z.boolean(),
  later: z.boolean(),
  plan: fields,
  lines: z.array(z.looseObject({ id })),
  sources: z.array(z.looseObject({ id, certainty: z.array(certainty.nullable()) })),
  allocations: z.array(z.strictObject({ line: id, source: id, matchFor: id.nullable() })),
});

/** A plan but for its amounts: what the header of a snapshot holds. */
type SnapshotHeader = {
  readonly id: string;
  readonly axis: YearAxis;
  readonly details: PlanDetails;
  readonly lines: readonly { readonly id: string; readonly details: LineDetails }[];
  readonly sources: readonly {
    readonly id: string;
    readonly certainty: readonly (Certainty | null)[];
    readonly details: SourceDetails;
  }[];
  readonly allocations: readonly Omit<Allocation, 'amounts'>[];
};

/** Reads a header that came from outside; undefined unless every row is whole, valid and there once. */
export function readSnapshotHeader(value: unknown): SnapshotHeader | undefined {
  const read = parseStored(outline, value);
  if (read === null || refuseYears(read.years) !== null) return undefined;
  const { years, before, later, ...found } = read;
  const axis = makeAxis(years, before, later);
  const details = readFields('set-plan', found.plan, PLAN_COLUMNS);
  const lines = readEach(found.lines, ({ id: line, ...rest }) => {
    const known = readFields('update-line', rest, LINE_COLUMNS);
    return known && { id: line, details: known };
  });
  const sources = readEach(found.sources, ({ id: source, certainty: levels, ...rest }) => {
    const known = readFields('update-source', rest, SOURCE_COLUMNS);
    return known && levels.length === axis.periods.length
      ? { id: source, certainty: levels, details: known }
      : undefined;
  });
  const allocations = readEach(found.allocations, (row) => ({
    ...row,
    id: allocationId(row.line, row.source, row.matchFor),
  }));
  return details && lines && sources && allocations
    ? { id: found.id, axis, details, lines, sources, allocations }
    : undefined;
}

/** How many series follow the header. */
export function seriesIn({ lines, sources, allocations }: SnapshotHeader): number {
  return 4 * lines.length + 2 * sources.length + allocations.length;
}

/** Makes the plan; undefined when a part of it names one that is not there. */
export function planOfSnapshot(header: SnapshotHeader, next: () => Series): Plan | undefined {
  // Series are read in the order in which they were packed: the order of these statements counts.
  const lines = header.lines.map((line) => {
    const [need, actual, risk, bias] = [next(), next(), next(), next()];
    return { ...line.details, id: line.id, need, actual, risk, bias };
  });
  const sources = header.sources.map((source) => {
    const [award, drawn] = [next(), next()];
    return { ...source.details, id: source.id, certainty: source.certainty, award, drawn };
  });
  const allocations = header.allocations.map((row) => ({ ...row, amounts: next() }));
  const plan: Plan = {
    ...header.details,
    id: header.id,
    axis: header.axis,
    lines: makeTable(lines),
    sources: makeTable(sources),
    allocations: makeAllocationTable(allocations),
    comments: [],
    acceptances: [],
    signOffs: [],
  };
  return referenceErrors(plan).length === 0 ? plan : undefined;
}

type DetailsOf = {
  readonly 'set-plan': PlanDetails;
  readonly 'update-line': LineDetails;
  readonly 'update-source': SourceDetails;
};

/** Parses fields by the schema of the edit that would write them; none may be missing. */
function readFields<Kind extends keyof DetailsOf>(
  kind: Kind,
  changes: Readonly<Record<string, unknown>>,
  columns: Columns<string>,
): DetailsOf[Kind] | undefined {
  if (Object.keys(columns).some((field) => !(field in changes))) return undefined;
  const read = parseStoredEdit(kind === 'set-plan' ? { kind, changes } : { kind, id: '-', changes });
  if (!read.ok || !('changes' in read.edit)) return undefined;
  // Every field was there and the schema of this kind took them, so the partial details are whole.
  return read.edit.changes as DetailsOf[Kind];
}

/** Reads every row; undefined when one cannot be read, or comes twice. */
function readEach<Row, Read extends { readonly id: string }>(
  rows: readonly Row[],
  read: (row: Row) => Read | undefined,
): readonly Read[] | undefined {
  const found = new Map<string, Read>();
  for (const row of rows) {
    const known = read(row);
    if (known === undefined || found.has(known.id)) return undefined;
    found.set(known.id, known);
  }
  return [...found.values()];
}

import { allocationId, makeAllocationTable, type Allocation } from './allocation.ts';
import { makeAxis } from './axis.ts';
import type { Line } from './line.ts';
import { packDetails, unpackDetails, type PackedDetails } from './packed-details.ts';
import { makeSeriesPacker, makeSeriesReader, type PackedSeries } from './packed-series.ts';
import type { Plan } from './plan.ts';
import type { Source } from './source.ts';
import { makeTable } from './table.ts';

type PackedLine = Omit<Line, 'need' | 'actual' | 'risk' | 'bias'>;
type PackedSource = Omit<Source, 'award' | 'drawn'>;
type PackedAllocation = Omit<Allocation, 'id' | 'amounts'>;

/**
 * A plan made ready to cross to another process: all its amounts in arrays that are moved rather than copied, the
 * rest as plain data without bigints.
 */
export type PackedPlan = {
  readonly details: PackedDetails;
  readonly years: readonly string[];
  readonly before: boolean;
  readonly later: boolean;
  readonly lines: readonly PackedLine[];
  readonly sources: readonly PackedSource[];
  readonly allocations: readonly PackedAllocation[];
} & PackedSeries;

/** Packs a plan, origins included; `unpackPlan` gives an identical one. */
export function packPlan(plan: Plan): PackedPlan {
  const packer = makeSeriesPacker(plan.axis.periods.length);
  const lines = plan.lines.rows.map(({ need, actual, risk, bias, ...line }): PackedLine => {
    for (const series of [need, actual, risk, bias]) packer.add(series);
    return line;
  });
  const sources = plan.sources.rows.map(({ award, drawn, ...source }): PackedSource => {
    packer.add(award);
    packer.add(drawn);
    return source;
  });
  const allocations = plan.allocations.rows.map(({ line, source, matchFor, amounts }): PackedAllocation => {
    packer.add(amounts);
    return { line, source, matchFor };
  });
  const { years, before, later } = plan.axis;
  return {
    details: packDetails(plan),
    years,
    before,
    later,
    lines,
    sources,
    allocations,
    ...packer.finish(),
  };
}

/**
 * Makes the plan that was packed.
 * @throws RangeError when the arrays do not hold what the rows need.
 */
export function unpackPlan(packed: PackedPlan): Plan {
  const axis = makeAxis(packed.years, packed.before, packed.later);
  const next = makeSeriesReader(packed, axis.periods.length);
  // Series are read in the order in which they were packed: the order of these statements counts.
  const lines = packed.lines.map((line): Line => {
    const [need, actual, risk, bias] = [next(), next(), next(), next()];
    return { ...line, need, actual, risk, bias };
  });
  const sources = packed.sources.map((source): Source => {
    const [award, drawn] = [next(), next()];
    return { ...source, award, drawn };
  });
  const allocations = packed.allocations.map((row): Allocation => ({
    id: allocationId(row.line, row.source, row.matchFor),
    ...row,
    amounts: next(),
  }));
  return {
    ...unpackDetails(packed.details),
    axis,
    lines: makeTable(lines),
    sources: makeTable(sources),
    allocations: makeAllocationTable(allocations),
  };
}

/** Whether a value has the outline of a packed plan; what `unpackPlan` makes of it is trusted to its sender. */
export function isPackedPlan(value: unknown): value is PackedPlan {
  if (typeof value !== 'object' || value === null) return false;
  // Any object may be asked for its properties; each is checked before it counts.
  const parts = value as Readonly<Record<string, unknown>>;
  return (
    typeof parts['details'] === 'object' &&
    ['years', 'lines', 'sources', 'allocations'].every((name) => Array.isArray(parts[name])) &&
    parts['amounts'] instanceof BigInt64Array &&
    parts['origins'] instanceof Float64Array &&
    parts['filled'] instanceof Uint8Array &&
    parts['blanks'] instanceof Uint8Array
  );
}

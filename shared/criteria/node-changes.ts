import type { Allocation } from '../plan/allocation.ts';
import type { Plan } from '../plan/plan.ts';
import { findRow } from '../plan/table.ts';
import { regrowTree } from './fold-tree.ts';
import { makeLineNode, type LineNode, type SourceTerm } from './line-node.ts';
import { changedTerms, partsOf, placeInSource, type Nodes } from './nodes.ts';
import { USE_FOLD, type SourceNode } from './source-node.ts';

/** The rows that an edit touched. */
export type TouchedRows = { readonly lines: ReadonlySet<string>; readonly sources: ReadonlySet<string> };

/** New nodes and where they differ from the old ones; places are ascending. */
export type NodeChanges = {
  readonly nodes: Nodes;
  /** Rows were added or removed: places mean nothing, nodes are known by identity. */
  readonly isReshaped: boolean;
  readonly lines: readonly number[];
  readonly sources: readonly number[];
  /** Lines that only see other terms of their sources, and which terms those are. */
  readonly termLines: readonly number[];
  readonly terms: ReadonlySet<SourceTerm>;
};

/** Makes the touched nodes new: a line, a source, and the lines of a source of which a term that lines read has changed. */
export function changeNodes(
  nodes: Nodes,
  plan: Plan,
  touched: TouchedRows & { readonly reads: ReadonlySet<SourceTerm> },
): NodeChanges {
  const places = placesOf(plan.lines.at, touched.lines);
  const remade = remakeLines(nodes, plan, places);
  const changed = placesBySource(plan, remade.changed);
  const sourcePlaces = placesOf(plan.sources.at, new Set([...touched.sources, ...changed.keys()]));
  const sources = [...nodes.sources];
  const terms = new Set<SourceTerm>();
  const readers = new Set<string>();
  for (const place of sourcePlaces) {
    const made = remakeSource(nodes, plan, { place, changed });
    if (made === null) continue;
    sources[place] = made;
    const found = changedTerms(nodes.sources[place]?.source ?? made.source, made.source, touched.reads);
    for (const term of found) terms.add(term);
    if (found.length > 0) for (const line of linesOf(plan, made)) readers.add(line);
  }
  for (const line of touched.lines) readers.delete(line);
  const termLines = placesOf(plan.lines.at, readers);
  const { lines } = remakeLines({ ...nodes, lines: remade.lines }, plan, termLines);
  return {
    nodes: { lines, sources },
    isReshaped: false,
    lines: places,
    sources: sourcePlaces,
    termLines,
    terms,
  };
}

/** The lines' nodes with those at some places made new, and the allocations in these that are new. */
function remakeLines(
  nodes: Nodes,
  plan: Plan,
  places: readonly number[],
): { readonly lines: readonly LineNode[]; readonly changed: readonly Allocation[] } {
  const lines = [...nodes.lines];
  const changed: Allocation[] = [];
  for (const place of places) {
    const made = remakeLine(nodes, plan, place);
    if (made === null) continue;
    lines[place] = made.node;
    changed.push(...made.changed);
  }
  return { lines, changed };
}

/** Where allocations stand among those of their sources, by source. */
function placesBySource(
  plan: Plan,
  allocations: readonly Allocation[],
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const allocation of allocations) {
    const known = places.get(allocation.source);
    const place = placeInSource(plan.allocations, allocation);
    if (known) known.push(place);
    else places.set(allocation.source, [place]);
  }
  return places;
}

function placesOf(at: ReadonlyMap<string, number>, ids: ReadonlySet<string>): readonly number[] {
  return [...ids].flatMap((id) => at.get(id) ?? []).toSorted((a, b) => a - b);
}

/** A line's new node, and the allocations of it that are new. */
function remakeLine(
  nodes: Nodes,
  plan: Plan,
  place: number,
): { readonly node: LineNode; readonly changed: readonly Allocation[] } | null {
  const line = plan.lines.rows[place];
  if (line === undefined) return null;
  const parts = partsOf(plan, line.id);
  const known = nodes.lines[place];
  const before = new Set(known?.parts.map((part) => part.allocation));
  const changed = parts.map((part) => part.allocation).filter((allocation) => !before.has(allocation));
  return { node: makeLineNode(line, parts, { axis: plan.axis, known }), changed };
}

function remakeSource(
  nodes: Nodes,
  plan: Plan,
  { place, changed }: { readonly place: number; readonly changed: ReadonlyMap<string, readonly number[]> },
): SourceNode | null {
  const source = plan.sources.rows[place];
  if (source === undefined) return null;
  const use = nodes.sources[place]?.use ?? null;
  const places = changed.get(source.id)?.toSorted((a, b) => a - b) ?? [];
  if (use === null || places.length === 0) return { source, use };
  const ids = plan.allocations.bySource.get(source.id) ?? [];
  const nodeAt = (at: number): Allocation => {
    const row = findRow(plan.allocations, ids[at] ?? '');
    if (row === undefined) throw new RangeError(`No allocation ${at} of source ${source.id}`);
    return row;
  };
  return { source, use: regrowTree(use, places, { nodeAt, fold: USE_FOLD }) };
}

function linesOf(plan: Plan, { source }: SourceNode): readonly string[] {
  const ids = plan.allocations.bySource.get(source.id) ?? [];
  return ids.flatMap((id) => findRow(plan.allocations, id)?.line ?? []);
}

import type { Allocation, AllocationTable } from '../plan/allocation.ts';
import type { Plan } from '../plan/plan.ts';
import { findRow, type Table } from '../plan/table.ts';
import { growTree, holdsNodes, reshapeTree } from './fold-tree.ts';
import {
  makeLineNode,
  type LineNode,
  type LinePart,
  type SourceTerm,
  type SourceTerms,
} from './line-node.ts';
import { USE_FOLD, type SourceNode } from './source-node.ts';

/** The nodes of a plan, in the order of its rows. */
export type Nodes = { readonly lines: readonly LineNode[]; readonly sources: readonly SourceNode[] };

/** Makes every node of a plan. */
export function makeNodes(plan: Plan): Nodes {
  return {
    lines: plan.lines.rows.map((line) => makeLineNode(line, partsOf(plan, line.id), plan)),
    sources: plan.sources.rows.map((source) => ({
      source,
      use: growTree(allocationsOf(plan, plan.allocations.bySource.get(source.id)), USE_FOLD),
    })),
  };
}

/** Makes the nodes of a plan that has gained or lost rows; a node of which nothing changed stays the same object. */
export function reshapeNodes(nodes: Nodes, plan: Plan, reads: ReadonlySet<SourceTerm>): Nodes {
  const lines = new Map(nodes.lines.map((node) => [node.line.id, node]));
  const sources = new Map(nodes.sources.map((node) => [node.source.id, node]));
  return {
    lines: plan.lines.rows.map((line) => {
      const known = lines.get(line.id);
      const parts = partsOf(plan, line.id);
      const holds = known?.line === line && hasSameParts(known.parts, parts, reads);
      return holds ? known : makeLineNode(line, parts, { axis: plan.axis, known });
    }),
    sources: plan.sources.rows.map((source) => {
      const known = sources.get(source.id);
      const rows = allocationsOf(plan, plan.allocations.bySource.get(source.id));
      if (known === undefined) return { source, use: growTree(rows, USE_FOLD) };
      return reshapeSource(known, { source, rows });
    }),
  };
}

/** The terms of a source that differ between two versions of it, among those that lines read. */
export function changedTerms(
  before: SourceTerms,
  after: SourceTerms,
  reads: ReadonlySet<SourceTerm>,
): readonly SourceTerm[] {
  return [...reads].filter((term) => before[term] !== after[term]);
}

/** What pays for a line, in the order of the plan. */
export function partsOf(plan: Plan, line: string): readonly LinePart[] {
  return allocationsOf(plan, plan.allocations.byLine.get(line)).flatMap((allocation) => {
    const source = findRow(plan.sources, allocation.source);
    return source === undefined ? [] : [{ allocation, source }];
  });
}

function allocationsOf(plan: Plan, ids: readonly string[] = []): readonly Allocation[] {
  return ids.flatMap((id) => findRow(plan.allocations, id) ?? []);
}

function hasSameParts(
  before: readonly LinePart[],
  after: readonly LinePart[],
  reads: ReadonlySet<SourceTerm>,
): boolean {
  return (
    before.length === after.length &&
    before.every((part, at) => {
      const other = after[at];
      return (
        part.allocation === other?.allocation && changedTerms(part.source, other.source, reads).length === 0
      );
    })
  );
}

function reshapeSource(
  known: SourceNode,
  { source, rows }: { readonly source: SourceNode['source']; readonly rows: readonly Allocation[] },
): SourceNode {
  if (!holdsNodes(known.use, rows)) return { source, use: reshapeTree(known.use, rows, USE_FOLD) };
  return known.source === source ? known : { source, use: known.use };
}

/** Where an allocation stands among those of its source, which are in the order of the plan. */
export function placeInSource(allocations: AllocationTable, { id, source }: Allocation): number {
  const ids = allocations.bySource.get(source) ?? [];
  const target = placeOf(allocations, id);
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(allocations, ids[middle]) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(table: Table<Allocation>, id: string | undefined): number {
  return (id === undefined ? undefined : table.at.get(id)) ?? -1;
}

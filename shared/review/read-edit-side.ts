import { makeAxis, type PeriodKey } from '../plan/axis.ts';
import type { AmountBlock } from '../plan/edit.ts';
import type { LeafEdit } from './edit-leaves.ts';
import { seriesKey, type EditSide } from './edit-side.ts';
import { readAllocations, readLines, readSources } from './read-edit-rows.ts';

/** Reads edits in the order in which they are applied, to a plan that has these periods. */
export function readEditSide(
  leaves: readonly LeafEdit[],
  context: { readonly origin: number; readonly periods: readonly PeriodKey[] },
): EditSide {
  const side: EditSide = {
    periods: context.periods,
    plan: {},
    lines: new Map(),
    sources: new Map(),
    allocations: new Map(),
    certainty: new Map(),
    amounts: new Map(),
  };
  for (const leaf of leaves) readLeaf(side, leaf, context.origin);
  return side;
}

function readLeaf(side: EditSide, leaf: LeafEdit, ownOrigin: number): void {
  switch (leaf.kind) {
    case 'set-amounts':
      readAmounts(side, leaf.blocks, ownOrigin);
      return;
    case 'set-certainty': {
      const writes = side.certainty.get(leaf.source) ?? [];
      writes.push({ periods: side.periods, from: side.periods.indexOf(leaf.from), values: leaf.values });
      side.certainty.set(leaf.source, writes);
      return;
    }
    case 'set-years':
      side.periods = makeAxis(leaf.years, leaf.before, leaf.later).periods;
      return;
    case 'set-plan':
      side.plan = { ...side.plan, ...leaf.changes };
      return;
    case 'add-lines':
    case 'update-line':
    case 'remove-lines':
      readLines(side, leaf);
      return;
    case 'add-sources':
    case 'update-source':
    case 'remove-sources':
      readSources(side, leaf);
      return;
    case 'add-allocations':
    case 'remove-allocations':
      readAllocations(side, leaf);
      return;
    case 'comment':
    case 'accept':
    case 'sign':
      return;
  }
}

function readAmounts(side: EditSide, blocks: readonly AmountBlock[], ownOrigin: number): void {
  for (const { ref, from, minor, origin } of blocks) {
    const key = seriesKey(ref);
    const written = side.amounts.get(key) ?? { ref, writes: [] };
    const start = side.periods.indexOf(from);
    written.writes.push({ periods: side.periods, from: start, values: minor, origin: origin ?? ownOrigin });
    side.amounts.set(key, written);
  }
}

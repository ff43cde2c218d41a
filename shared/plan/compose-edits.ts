import type { Minor } from '../money/amount.ts';
import { allocationId, type Allocation } from './allocation.ts';
import type { PeriodKey } from './axis.ts';
import { dropEntries } from './drop-entries.ts';
import type { AmountBlock, Edit, SeriesRef } from './edit.ts';
import { newAllocation } from './new-plan.ts';
import type { Plan } from './plan.ts';
import { lineName, sourceName } from './row-names.ts';
import type { Series } from './series.ts';
import type { SourceDetails } from './source.ts';
import { findRow } from './table.ts';

/** Sets one amount, in minor units; null clears it. */
export function setAmountEdit(ref: SeriesRef, period: PeriodKey, minor: Minor | null): Edit {
  return { kind: 'set-amounts', blocks: [{ ref, from: period, minor: [minor] }] };
}

type LineFunding = {
  readonly line: string;
  readonly source: string;
  readonly matchFor?: string | null;
  readonly from: PeriodKey;
  /** For neighbouring periods from `from` on. */
  readonly minor: readonly (Minor | null)[];
};

/** Sets what a source gives to a line, making the allocation where there is none yet. */
export function fundLineEdit(plan: Plan, { line, source, matchFor = null, from, minor }: LineFunding): Edit {
  const block: AmountBlock = { ref: { of: 'allocation', line, source, matchFor }, from, minor };
  const amounts: Edit = { kind: 'set-amounts', blocks: [block] };
  if (plan.allocations.at.has(allocationId(line, source, matchFor))) return amounts;
  const row = newAllocation(plan.axis, { line, source, matchFor });
  const add: Edit = { kind: 'add-allocations', rows: [{ at: plan.allocations.rows.length, row }] };
  return { kind: 'batch', label: lineName(plan, line), edits: [add, amounts] };
}

/** Removes a line with all that names it: its funding first, then every reference, as one step. */
export function removeLineEdit(plan: Plan, id: string): Edit {
  const edits = [
    ...removeAllocations(plan.allocations.byLine.get(id) ?? []),
    ...plan.lines.rows
      .filter((line) => line.runningCostLine === id && line.id !== id)
      .map((line): Edit => ({ kind: 'update-line', id: line.id, changes: { runningCostLine: null } })),
    ...plan.sources.rows.flatMap(({ id: source, ringFence }): Edit[] => {
      if (ringFence?.kind !== 'line' || !ringFence.lines.includes(id)) return [];
      const lines = ringFence.lines.filter((line) => line !== id);
      const changes: Partial<SourceDetails> = { ringFence: { kind: 'line', lines } };
      return [{ kind: 'update-source', id: source, changes }];
    }),
    ...dropEntries(plan, (cell) => cell.line === id),
  ];
  return {
    kind: 'batch',
    label: lineName(plan, id),
    edits: [...edits, { kind: 'remove-lines', ids: [id] }],
  };
}

/**
 * Removes a source with all that names it, as one step: the funding that it gives goes, and money of others that
 * was match for it stays without that tag.
 */
export function removeSourceEdit(plan: Plan, id: string): Edit {
  const given = plan.allocations.bySource.get(id) ?? [];
  const edits = [
    ...removeAllocations(given),
    ...untagMatch(plan, id, plan.allocations.rows.length - given.length),
    ...dropEntries(plan, (cell) => cell.source === id),
  ];
  return {
    kind: 'batch',
    label: sourceName(plan, id),
    edits: [...edits, { kind: 'remove-sources', ids: [id] }],
  };
}

function removeAllocations(ids: readonly string[]): Edit[] {
  return ids.length === 0 ? [] : [{ kind: 'remove-allocations', ids }];
}

/** Money tagged as match for a source that goes becomes money without a tag, joined with what is there without one. */
function untagMatch(plan: Plan, id: string, rowsLeft: number): Edit[] {
  const tagged = plan.allocations.rows.filter((row) => row.matchFor === id && row.source !== id);
  const untagged = (row: Allocation) => findRow(plan.allocations, allocationId(row.line, row.source, null));
  const added = tagged
    .filter((row) => !untagged(row))
    .map(({ line, source, amounts }, index) => ({
      at: rowsLeft - tagged.length + index,
      row: newAllocation(plan.axis, { line, source, amounts }),
    }));
  const joined = tagged.flatMap((row): AmountBlock[] => {
    const other = untagged(row);
    const [from] = plan.axis.periods;
    if (!other || from === undefined) return [];
    const ref: SeriesRef = { of: 'allocation', line: row.line, source: row.source, matchFor: null };
    return [{ ref, from, ...joinSeries(other.amounts, row.amounts) }];
  });
  return [
    ...(joined.length === 0 ? [] : [{ kind: 'set-amounts', blocks: joined } as const]),
    ...removeAllocations(tagged.map((row) => row.id)),
    ...(added.length === 0 ? [] : [{ kind: 'add-allocations', rows: added } as const]),
  ];
}

/** Sums of two series; an amount that only one of them has keeps its origin. */
function joinSeries(a: Series, b: Series): Required<Pick<AmountBlock, 'minor' | 'origin'>> {
  const minor = a.minor.map((value, index) => {
    const other = b.minor[index] ?? null;
    return value === null || other === null ? (value ?? other) : value + other;
  });
  const origin = a.minor.map((value, index) => (value === null ? b : a).origin[index] ?? 0);
  return { minor, origin };
}

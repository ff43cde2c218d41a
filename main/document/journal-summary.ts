import { z } from 'zod';
import { planChanges } from '#shared/api/schema/history-schema.ts';
import { encodeWire } from '#shared/api/wire.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { packValue, unpackValue } from './deflated-json.ts';
import { decodeStored, parseStored } from './stored-json.ts';

/** A step of many changes keeps the first of them, so that a page of history is read without unpacking what it did. */
const MOST_CHANGES = 20;
/** A change may hold a long text, before and after: a summary keeps to this many characters. */
const MOST_CHARACTERS = 16_384;
/** More than all cells and fields of one line or source, without its allocations. */
const MOST_ROW_CHANGES = 1000;
/** A page of history may look at two thousand of these. */
const MOST_ROW_BYTES = 1024 * 1024;

/** How many changes a step made, and the first of them. */
export type StepSummary = { readonly count: number; readonly changes: readonly PlanChange[] };

const summary: z.ZodType<StepSummary> = z.strictObject({
  count: z.int().nonnegative(),
  changes: planChanges,
});

/** What a step changed, with the text that the journal keeps of it and whether that text leaves some of it out. */
export type SummarisedStep = {
  readonly changes: readonly PlanChange[];
  readonly summary: string;
  readonly isCut: boolean;
};

/** Writes what a step changed for the journal: how many changes, and the first of them. */
export function summarise(changes: readonly PlanChange[]): SummarisedStep {
  const kept: PlanChange[] = [];
  let left = MOST_CHARACTERS;
  for (const change of firstChanges(changes)) {
    left -= encodeWire(change).length;
    if (left < 0) break;
    kept.push(change);
  }
  const text = encodeWire({ count: changes.length, changes: kept });
  return { changes, summary: text, isCut: kept.length < changes.length };
}

/** Packs the changes of one row in one step: its own first, since money of a source for lines may be without end. */
export function packRowChanges(changes: readonly PlanChange[]): Uint8Array {
  const own = changes.filter((change) => !isOfAllocation(change));
  const kept = own.length === changes.length ? own : [...own, ...changes.filter(isOfAllocation)];
  return packValue({ count: changes.length, changes: kept.slice(0, MOST_ROW_CHANGES) });
}

/** Reads what `packRowChanges` wrote; null for anything else, and for one so large that the step is as soon read. */
export function unpackRowChanges(packed: unknown): StepSummary | null {
  return parseStored(summary, unpackValue(packed, MOST_ROW_BYTES));
}

function isOfAllocation(change: PlanChange): boolean {
  return change.kind === 'allocation' || (change.kind === 'amount' && change.ref.of === 'allocation');
}

/** The changes of a step that are shown before all of them are asked for. */
export function firstChanges(changes: readonly PlanChange[]): readonly PlanChange[] {
  return changes.slice(0, MOST_CHANGES);
}

/** Reads what `summarise` wrote; null for anything else. */
export function decodeSummary(text: unknown): StepSummary | null {
  const read = typeof text === 'string' ? decodeStored(text, 'column') : { ok: false as const };
  return parseStored(summary, read.ok ? read.value : undefined);
}

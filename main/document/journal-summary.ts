import { z } from 'zod';
import { planChanges } from '#shared/api/schema/history-schema.ts';
import { encodeWire } from '#shared/api/wire.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { decodeStored, parseStored } from './stored-json.ts';

/** A step of many changes keeps the first of them, so that a page of history is read without unpacking what it did. */
const MOST_CHANGES = 20;
/** A change may hold a long text, before and after: a summary keeps to this many characters. */
const MOST_CHARACTERS = 16_384;

/** How many changes a step made, and the first of them. */
export type StepSummary = { readonly count: number; readonly changes: readonly PlanChange[] };

const summary: z.ZodType<StepSummary> = z.strictObject({
  count: z.int().nonnegative(),
  changes: planChanges,
});

/** Writes what a step changed for the journal: how many changes, and the first of them. */
export function encodeSummary(changes: readonly PlanChange[]): string {
  const kept: PlanChange[] = [];
  let left = MOST_CHARACTERS;
  for (const change of firstChanges(changes)) {
    left -= encodeWire(change).length;
    if (left < 0) break;
    kept.push(change);
  }
  return encodeWire({ count: changes.length, changes: kept });
}

/** The changes of a step that are shown before all of them are asked for. */
export function firstChanges(changes: readonly PlanChange[]): readonly PlanChange[] {
  return changes.slice(0, MOST_CHANGES);
}

/** Reads what `encodeSummary` wrote; null for anything else. */
export function decodeSummary(text: unknown): StepSummary | null {
  const read = typeof text === 'string' ? decodeStored(text, 'column') : { ok: false as const };
  return parseStored(summary, read.ok ? read.value : undefined);
}

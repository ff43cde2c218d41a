import { encodeWire } from '#shared/api/wire.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

/** A step of many changes keeps the first of them, so that a page of history is read without unpacking what it did. */
const MOST_CHANGES = 20;
/** A change may hold a long text, before and after: a summary keeps to this many characters. */
const MOST_CHARACTERS = 16_384;

/** Writes what a step changed for the journal: how many changes, and the first of them. */
export function encodeSummary(changes: readonly PlanChange[]): string {
  const kept: PlanChange[] = [];
  let left = MOST_CHARACTERS;
  for (const change of changes.slice(0, MOST_CHANGES)) {
    left -= encodeWire(change).length;
    if (left < 0) break;
    kept.push(change);
  }
  return encodeWire({ count: changes.length, changes: kept });
}

import type { DatabaseSync } from 'node:sqlite';
import { originOfEdit } from '#shared/plan/origin.ts';
import { changesOf } from '#shared/review/edit-changes.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { decodeEdits, PACKED_EDITS } from './journal-edits.ts';
import { periodsBefore } from './journal-years.ts';

/** Reads what steps changed from their edits. */
export type StepReader = {
  /** Nothing for a step that is not there. @throws UnreadableStep */
  readonly changesOf: (seq: number) => readonly PlanChange[];
};

/** Keeps the changes of the last step read: those of a big import are asked for a page at a time, or name by name. */
export function createStepReader(db: DatabaseSync): StepReader {
  let last: { readonly seq: number; readonly changes: WeakRef<readonly PlanChange[]> } | null = null;
  return {
    changesOf: (seq) => {
      const known = last?.seq === seq ? last.changes.deref() : undefined;
      if (known !== undefined) return known;
      const changes = readChanges(db, seq);
      last = { seq, changes: new WeakRef(changes) };
      return changes;
    },
  };
}

function readChanges(db: DatabaseSync, seq: number): readonly PlanChange[] {
  const row = db.prepare(`SELECT ${PACKED_EDITS} FROM journal WHERE seq = ?`).get(seq);
  if (row === undefined) return [];
  const { edit, inverse } = decodeEdits(row, seq);
  return changesOf(edit, inverse, { origin: originOfEdit(seq), periods: periodsBefore(db, seq) });
}

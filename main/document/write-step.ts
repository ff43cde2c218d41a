import type { DatabaseSync } from 'node:sqlite';
import type { Plan } from '#shared/plan/plan.ts';
import { addEntry, type JournalEntry } from './journal.ts';
import type { PlanWriter } from './plan-writer.ts';
import { addProvenance } from './provenance.ts';

/** Where a plan stands: its sequence number and the rolling hash over every edit. */
export type DocumentState = { readonly plan: Plan; readonly seq: number; readonly hash: string };

/** A step to be made durable: the plan before and after it, and what the journal keeps of it. */
export type Step = { readonly before: Plan; readonly after: Plan; readonly entry: JournalEntry };

/** Writes the rows that a step changes, its journal entry and where the plan stands after it, in the transaction of the caller. */
export function writeStep(db: DatabaseSync, write: PlanWriter, { before, after, entry }: Step): void {
  write(before, after);
  addEntry(db, entry, before.axis.periods);
  if (entry.action === 'edit') addProvenance(db, entry.seq, entry.edit);
  db.prepare('UPDATE document SET seq = ?, hash = ?').run(entry.seq, entry.hash);
}

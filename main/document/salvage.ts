import type { DatabaseSync } from 'node:sqlite';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import { checkStructure, schemaVersion } from './database.ts';
import { unpackValue } from './deflated-json.ts';
import type { JournalEntry } from './journal.ts';
import { openAsItIs } from './neighbours.ts';
import { SCHEMA_VERSION } from './schema.ts';
import { parseStoredEdit } from './stored-json.ts';
import type { DocumentState, Step } from './write-step.ts';

/** What a damaged file still gives: the steps that follow on a good state, and the last step that it says it had. */
export type Salvage = { readonly steps: readonly Step[]; readonly last: number };

/** The good state to go on from, and whether the history that goes with it holds a step. */
type Base = { readonly state: DocumentState; readonly hasStep: (seq: number) => boolean };

/**
 * Reads the steps of a damaged file's journal that follow on a good state: each must be an edit that this plan takes and
 * that gives the rolling hash which the journal keeps. The first that does not, or cannot be read, is the end. The file
 * is only read, as its bytes are.
 */
export function salvageSteps(path: string, base: Base): Salvage {
  let last = base.state.seq;
  const steps: Step[] = [];
  try {
    const db = openAsItIs(path);
    try {
      if (schemaVersion(db) !== SCHEMA_VERSION) return { steps, last };
      checkStructure(db, path);
      last = Math.max(last, lastStep(db));
      const read = db.prepare('SELECT at, who, action, undoes, hash, edit FROM journal WHERE seq = ?');
      let state = base.state;
      for (;;) {
        const seq = state.seq + 1;
        const step = toStep(
          read.get(seq),
          state,
          (undone) => base.hasStep(undone) || undone > base.state.seq,
        );
        if (step === null) return { steps, last };
        steps.push(step);
        state = { plan: step.after, seq, hash: step.entry.hash };
      }
    } finally {
      db.close();
    }
  } catch {
    // A damaged page ends what can be read.
    return { steps, last };
  }
}

function lastStep(db: DatabaseSync): number {
  return Number(db.prepare('SELECT seq FROM document').get()?.['seq'] ?? 0);
}

type Row = Readonly<Record<string, unknown>>;

function toStep(
  row: Row | undefined,
  { plan, seq: before, hash: previous }: DocumentState,
  hasStep: (seq: number) => boolean,
): Step | null {
  if (row === undefined) return null;
  const [seq, at, who, hash] = [before + 1, row['at'], row['who'], row['hash']];
  const taken = takenBy(row, seq);
  const read = parseStoredEdit(unpackValue(row['edit']));
  if (typeof at !== 'string' || typeof who !== 'string' || typeof hash !== 'string') return null;
  if (Number.isNaN(Date.parse(at)) || taken === null || !read.ok) return null;
  if (taken.undoes !== null && !hasStep(taken.undoes)) return null;
  const result = applyEdit(plan, read.edit, { origin: originOfEdit(seq) });
  if (!result.ok || nextHash(previous, read.edit) !== hash) return null;
  const entry = { seq, at, who, hash, ...taken, edit: read.edit, inverse: result.inverse };
  return { before: plan, after: result.plan, entry };
}

/** An undo or redo names an earlier step; an edit names none. */
function takenBy({ action, undoes }: Row, seq: number): Pick<JournalEntry, 'action' | 'undoes'> | null {
  if (action === 'edit') return undoes === null ? ({ action, undoes: null } as const) : null;
  if (action !== 'undo' && action !== 'redo') return null;
  return typeof undoes === 'bigint' && undoes > 0n && undoes < BigInt(seq)
    ? ({ action, undoes: Number(undoes) } as const)
    : null;
}

import type { Plan } from '#shared/plan/plan.ts';
import { startHash } from '#shared/plan/rolling-hash.ts';
import { createTables, inTransaction, openDatabase } from './database.ts';
import { inPlaceOf } from './in-place-of.ts';
import { createPlanWriter } from './plan-writer.ts';
import type { DocumentState } from './write-step.ts';

export type Creation = {
  readonly now: Date;
  /** The version of the program, kept for those who look into a file later. */
  readonly version: string;
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
};

/** What a new file holds: the plan, where its counting stands, and when and with which version the file was made. */
export type NewPlanFile = DocumentState & { readonly madeAt: string; readonly madeWith: string };

/**
 * Writes a plan into a new file, as a plan without history.
 * @throws DocumentError
 */
export function createDocument(path: string, plan: Plan, creation: Creation): void {
  const made = { madeAt: creation.now.toISOString(), madeWith: creation.version };
  inPlaceOf(path, creation.replace, (temporary) =>
    writeNewPlan(temporary, path, { plan, seq: 0, hash: startHash(plan), ...made }),
  );
}

/**
 * Makes the file of a plan whose steps so far, if there were any, are not written down. `path` is the name that it will have.
 * @throws DocumentError
 */
export function writeNewPlan(temporary: string, path: string, file: NewPlanFile): void {
  const { plan, seq, hash, madeAt, madeWith } = file;
  const db = openDatabase(temporary, false);
  try {
    inTransaction(db, path, () => {
      createTables(db);
      const put =
        'INSERT INTO document (id, seq, hash, writer, made_at, made_with) VALUES (1, ?, ?, NULL, ?, ?)';
      db.prepare(put).run(seq, hash, madeAt, madeWith);
      createPlanWriter(db)(null, plan);
    });
  } finally {
    db.close();
  }
}

import type { Plan } from '#shared/plan/plan.ts';
import { startHash } from '#shared/plan/rolling-hash.ts';
import { createTables, inTransaction, openDatabase } from './database.ts';
import { inPlaceOf } from './in-place-of.ts';
import { createPlanWriter } from './plan-writer.ts';

export type Creation = {
  readonly now: Date;
  /** The version of the program, kept for those who look into a file later. */
  readonly version: string;
  /** Whether a file of that name may be replaced. */
  readonly replace: boolean;
};

/**
 * Writes a plan into a new file, as a plan without history.
 * @throws DocumentError
 */
export function createDocument(path: string, plan: Plan, creation: Creation): void {
  inPlaceOf(path, creation.replace, (temporary) => {
    const db = openDatabase(temporary, false);
    try {
      inTransaction(db, path, () => {
        createTables(db);
        const put =
          'INSERT INTO document (id, seq, hash, writer, made_at, made_with) VALUES (1, 0, ?, NULL, ?, ?)';
        db.prepare(put).run(startHash(plan), creation.now.toISOString(), creation.version);
        createPlanWriter(db)(null, plan);
      });
    } finally {
      db.close();
    }
  });
}

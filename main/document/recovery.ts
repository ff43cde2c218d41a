import { chmodSync, constants, copyFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Recovery } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { userName } from '#main/host/user-name.ts';
import { localDate } from '#main/host/local-time.ts';
import { inUse } from './access.ts';
import { inTransaction, openDatabase } from './database.ts';
import { DocumentError } from './document-error.ts';
import { explainDiskError } from './explain-error.ts';
import { findGoodState, isGoodPlan, type GoodState } from './good-state.ts';
import { settleMade } from './in-place-of.ts';
import { keepDamaged } from './keep-damaged.ts';
import { realPathOf } from './lock-file.ts';
import { createPlanWriter } from './plan-writer.ts';
import { writeStep } from './write-step.ts';
import { releaseLock, takeLock } from './writer-lock.ts';

/**
 * The newest good state of a damaged plan file: its newest backup that can be read, with the later edits that the file
 * itself still gives. Null when there is none. Nothing is changed.
 */
export function findRecovery(path: string): Recovery | null {
  const found = findGoodState(realPathOf(path));
  if (found === null) return null;
  const { savedAt, state, steps } = found;
  return { savedAt, edits: state.seq + steps.length, salvaged: steps.length };
}

/**
 * Puts the newest good state in the place of a damaged plan file, at once or not at all. Before anything else the damaged
 * file is kept beside it under another name. Edits that it still gave are written down with their own time and person.
 * The answer says what was done.
 * @throws DocumentInUse while somebody else edits the plan.
 * @throws DocumentError when there is no good state, or the folder cannot be written to.
 */
export function recoverDocument(path: string, now: Date): Message {
  const real = realPathOf(path);
  try {
    const lock = takeLock(real, userName(), now.toISOString());
    if (!lock.ok) throw inUse(real, lock);
    try {
      return recoverHeld(real, now);
    } finally {
      releaseLock(real, lock.writer);
    }
  } catch (error) {
    throw explainDiskError(error, real);
  }
}

function recoverHeld(path: string, now: Date): Message {
  const file = basename(path);
  // Somebody may have done it meanwhile: a good plan is never replaced by an older one.
  if (isGoodPlan(path)) return { id: 'document.not-damaged', values: { file } };
  const found = findGoodState(path);
  if (found === null) throw new DocumentError('damaged', { id: 'document.no-recovery', values: { file } });
  const kept = keepDamaged(path, now);
  settleMade(path, true, (temporary) => makeRecovered(temporary, path, found));
  const edits = found.state.seq + found.steps.length;
  return {
    id: 'document.recovered',
    values: {
      file,
      damaged: basename(kept),
      saved: localDate(new Date(found.savedAt)),
      edits,
      salvaged: found.steps.length,
      lost: Math.max(0, found.last - edits),
    },
  };
}

function makeRecovered(temporary: string, path: string, { backup, steps }: GoodState): void {
  copyFileSync(backup, temporary, constants.COPYFILE_EXCL);
  chmodSync(temporary, statSync(path).mode & 0o777);
  const db = openDatabase(temporary, false);
  try {
    inTransaction(db, path, () => {
      const write = createPlanWriter(db);
      for (const step of steps) writeStep(db, write, step);
    });
  } finally {
    db.close();
  }
}

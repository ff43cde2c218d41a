import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import type { Provenance } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { lockOrRead, type Access, type Opener } from './access.ts';
import { checkIntegrity, checkStructure, inTransaction } from './database.ts';
import { DocumentError } from './document-error.ts';
import { explainSqliteError } from './explain-error.ts';
import { checkFileHeader } from './file-header.ts';
import { addEntry, findOpenSteps, readInverse, type JournalEntry, type OpenSteps } from './journal.ts';
import { inPlaceOf } from './in-place-of.ts';
import { openCurrent } from './migrate.ts';
import { createPlanWriter } from './plan-writer.ts';
import { addProvenance, findProvenance } from './provenance.ts';
import { readPlan } from './read-plan.ts';
import { releaseLock } from './writer-lock.ts';

/** Where a plan stands: its sequence number and the rolling hash over every edit. */
export type DocumentState = { readonly plan: Plan; readonly seq: number; readonly hash: string };

/** A step to be made durable: the plan before and after it, and what the journal keeps of it. */
type Step = { readonly before: Plan; readonly after: Plan; readonly entry: JournalEntry };

/** An open plan file. */
export type PlanDocument = {
  readonly path: string;
  /** Why this document can only be read; null when it can be written. */
  readonly readOnly: Message | null;
  /** What opening did that a person should know of. */
  readonly notes: readonly Message[];
  /** The plan as it stood when the file was opened. */
  readonly opened: DocumentState;
  /** Writes one step in one durable transaction. @throws DocumentError, and then the file is as it was before. */
  readonly commit: (step: Step) => void;
  /** What undo and redo would take back. */
  readonly openSteps: () => OpenSteps;
  /** The edit that takes a step back. @throws DocumentError when the journal does not hold it. */
  readonly inverseOf: (seq: number) => Edit;
  readonly findProvenance: (origin: number) => Provenance | null;
  /** Writes a copy with the whole history under another name. @throws DocumentError */
  readonly copyTo: (path: string, replace: boolean) => void;
  readonly close: () => void;
};

/**
 * Opens a plan file: to write when nobody else does and the file and folder allow it, else to read. Nothing is written
 * before the file's version, structure and pages were found to be what they should be.
 * @throws DocumentError when the file is no plan, is damaged or was made by a newer program.
 */
export function openDocument(path: string, opener: Opener): PlanDocument {
  checkFileHeader(path);
  const access = lockOrRead(path, opener);
  try {
    const { db, notes } = openCurrent(path, access.writer === null);
    try {
      return openChecked(db, path, access, notes);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    if (access.writer) releaseLock(path, access.writer);
    throw explainSqliteError(error, path);
  }
}

function openChecked(
  db: DatabaseSync,
  path: string,
  access: Access,
  notes: readonly Message[],
): PlanDocument {
  checkStructure(db, path);
  checkIntegrity(db, path);
  const { writer } = access;
  const opened = { plan: readPlan(db, path), ...readState(db) };
  if (writer) {
    inTransaction(db, path, () => db.prepare('UPDATE document SET writer = ?').run(writer.token));
  }
  const write = writer && createPlanWriter(db);
  let isOpen = true;
  return {
    path,
    readOnly: access.readOnly,
    notes,
    opened,
    commit: (step) => {
      if (!writer || !write) throw failure('read-only', path);
      inTransaction(db, path, () => {
        checkTurn(db, path, { token: writer.token, seq: step.entry.seq });
        write(step.before, step.after);
        addEntry(db, step.entry, step.before.axis.periods);
        if (step.entry.action === 'edit') addProvenance(db, step.entry.seq, step.entry.edit);
        db.prepare('UPDATE document SET seq = ?, hash = ?').run(step.entry.seq, step.entry.hash);
      });
    },
    openSteps: () => findOpenSteps(db),
    inverseOf: (seq) => readInverse(db, seq) ?? damaged(path),
    copyTo: (to, replace) =>
      inPlaceOf(to, replace, (temporary) => db.prepare('VACUUM INTO ?').run(temporary)),
    findProvenance: (origin) => findProvenance(db, origin),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      db.close();
      if (writer) releaseLock(path, writer);
    },
  };
}

/** Holds, inside the transaction, that this program is still the writer and that no step was missed. */
function checkTurn(
  db: DatabaseSync,
  path: string,
  turn: { readonly token: string; readonly seq: number },
): void {
  const row = db.prepare('SELECT writer, seq FROM document').get();
  if (row?.['writer'] !== turn.token) throw failure('taken-over', path);
  if (Number(row['seq']) !== turn.seq - 1) throw failure('taken-over', path);
}

function readState(db: DatabaseSync): { seq: number; hash: string } {
  const row = db.prepare('SELECT seq, hash FROM document').get();
  return { seq: Number(row?.['seq'] ?? 0), hash: String(row?.['hash'] ?? '') };
}

function damaged(path: string): never {
  throw new DocumentError('damaged', { id: 'document.damaged', values: { file: basename(path) } });
}

function failure(code: 'read-only' | 'taken-over', path: string): DocumentError {
  return new DocumentError(code, { id: `document.${code}`, values: { file: basename(path) } });
}

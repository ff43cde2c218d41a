import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import type { FileChange } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { takeAccess, type Access, type Opener } from './access.ts';
import { createBackups, type Backups } from './backups.ts';
import { checkNewest } from './check-newest.ts';
import { copyDocument } from './copy-document.ts';
import { checkIntegrity, checkLength, checkStructure, inTransaction, openDatabase } from './database.ts';
import { describeFile, readMaking, type DocumentInfo } from './describe-file.ts';
import { DocumentError } from './document-error.ts';
import { createReader, type DocumentReader } from './document-reader.ts';
import { explainOpening } from './explain-opening.ts';
import { checkFileHeader } from './file-header.ts';
import { checkHotJournal } from './hot-journal.ts';
import { realPathOf, type Writer } from './lock-file.ts';
import { openCurrent } from './migrate.ts';
import { checkNeighbours } from './neighbours.ts';
import { createPlanWriter } from './plan-writer.ts';
import { readPlan } from './read-plan.ts';
import { readState } from './read-state.ts';
import { createTurns, type TakeTurn } from './turns.ts';
import { writeStep, type DocumentState, type Step } from './write-step.ts';
import { keepToRows } from './wall.ts';
import { findHolder, releaseLock } from './writer-lock.ts';

export type { DocumentState } from './write-step.ts';

/** An open plan file. */
export type PlanDocument = DocumentReader & {
  readonly path: string;
  /** Why this document can only be read; null when it can be written. */
  readonly readOnly: Message | null;
  /** What opening did that a person should know of. */
  readonly notes: readonly Message[];
  /** The plan as it stood when the file was opened. */
  readonly opened: DocumentState;
  /** Writes one step in one durable transaction. @throws DocumentError, and then the file is as it was before. */
  readonly commit: (step: Step) => void;
  /**
   * Writes a copy under another name, with the whole history; the answer says so when the history could not come along,
   * because the file under this plan was overwritten or is damaged. @throws DocumentError
   */
  readonly copyTo: (path: string, replace: boolean) => Message | null;
  /** What has become of the file under this plan; null while it is as this program left it, or is only read. */
  readonly fileChange: () => FileChange | null;
  /** The backups beside the file; null when it can only be read. */
  readonly backups: Backups | null;
  readonly info: () => DocumentInfo;
  readonly close: () => void;
};

/**
 * Opens a plan file: to be edited where that was asked for and the file and folder allow it, else to be read. Nothing is
 * written before the file's version, structure and pages were found to be what they should be.
 * @throws DocumentError when the file is no plan, is damaged or was made by a newer program.
 * @throws DocumentInUse when it is to be edited and somebody else does.
 */
export function openDocument(path: string, opener: Opener): PlanDocument {
  const real = realPathOf(path);
  try {
    checkFileHeader(real);
    checkNeighbours(real);
    const access = takeAccess(real, opener);
    try {
      if (access.writer === null) finishRollback(real);
      else checkHotJournal(real);
      const { db, notes } = openCurrent(real, access.writer === null);
      try {
        return openChecked(db, { path, real, notes, access, now: opener.now });
      } catch (error) {
        db.close();
        throw error;
      }
    } catch (error) {
      if (access.writer) releaseLock(real, access.writer);
      throw error;
    }
  } catch (error) {
    throw explainOpening(error, real);
  }
}

/** What is opened: the path that was asked for, where the file lies, and who this program is to it. */
type Opening = {
  readonly path: string;
  readonly real: string;
  readonly notes: readonly Message[];
  readonly access: Access;
  readonly now: Date;
};

function openChecked(db: DatabaseSync, { path, real, notes, access, now }: Opening): PlanDocument {
  checkStructure(db, real);
  checkIntegrity(db, real);
  const { writer } = access;
  keepToRows(db);
  const opened = writer ? becomeWriter(db, real, writer) : readAll(db, real);
  const turns = writer && createTurns(db, real, writer);
  const backups = turns && createBackups(db, real, turns);
  const write = createPlanWriter(db);
  const made = readMaking(db);
  let current: DocumentState = opened;
  let isOpen = true;
  const take: TakeTurn = turns === null ? () => readOnly(real) : turns.take;
  const isLost = () => turns !== null && turns.fileChange() !== null && turns.watch.isOverwritten();
  return {
    path,
    readOnly: access.readOnly,
    notes,
    opened,
    commit: (step) => {
      const { seq, hash } = step.entry;
      take(() => {
        checkNewest(db, real, seq - 1);
        writeStep(db, write, step);
      });
      current = { plan: step.after, seq, hash };
    },
    ...createReader({ db, path: real, turns, take }),
    copyTo: (to, replace) =>
      copyDocument(isLost() ? null : db, { path: to, replace }, { ...current, ...made, path: real }),
    fileChange: () => {
      const change = turns?.fileChange() ?? null;
      // Nothing more is written from here, so that whoever opens the file as it is now may edit it.
      if (change !== null && writer) releaseLock(real, writer);
      return change;
    },
    backups,
    info: () => describeFile(real, { ...made, edits: current.seq, checkedAt: now }),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      backups?.stop();
      db.close();
      turns?.watch.close();
      if (writer) releaseLock(real, writer);
    },
  };
}

function readAll(db: DatabaseSync, path: string): DocumentState {
  return { plan: readPlan(db, path), ...readState(db, path) };
}

/** From here on a former writer is refused. The plan is read in the same transaction, so that no step of theirs slips in. */
function becomeWriter(db: DatabaseSync, path: string, { token }: Writer): DocumentState {
  return inTransaction(db, path, () => {
    checkLength(db, path);
    const opened = readAll(db, path);
    db.prepare('UPDATE document SET writer = ?').run(token);
    return opened;
  });
}

/** What was left half written by a program that was killed is taken back by the first who reads, if they may write. */
function finishRollback(path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  // While somebody writes, the journal is theirs, and SQLite leaves it alone.
  if (findHolder(path) === null) checkHotJournal(path);
  try {
    const db = openDatabase(path, false);
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
    } finally {
      db.close();
    }
  } catch {
    // Who may not write reads what can be read: opening says whether that is so.
  }
}

function readOnly(path: string): never {
  throw new DocumentError('read-only', { id: 'document.read-only', values: { file: basename(path) } });
}

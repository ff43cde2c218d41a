import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import type { FileChange } from '#shared/api/api.ts';
import { inTransaction } from './database.ts';
import { DocumentError } from './document-error.ts';
import { watchFile, type FileWatch } from './file-watch.ts';
import type { Writer } from './lock-file.ts';

/** Does work in one durable transaction of the plan's writer. @throws DocumentError, and then the file is as it was before. */
export type TakeTurn = <Result>(work: () => Result) => Result;

/** The writing of an open plan file: one transaction after the other, as long as the file is the one that was opened. */
export type Turns = {
  /**
   * Does the work in one durable transaction, once it is sure that nobody else has written to the file, replaced or
   * removed it. Everything that is written to an open plan goes this way.
   */
  readonly take: TakeTurn;
  /** What has become of the file; null while it is ours. Once it is not, nothing is written to it any more. */
  readonly fileChange: () => FileChange | null;
  readonly watch: FileWatch;
};

/** Starts the writing, once the token of this writer stands in the file. @throws DocumentError */
export function createTurns(db: DatabaseSync, path: string, { token }: Writer): Turns {
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'document'").get()?.['rootpage'];
  const watch = watchFile({ path, page: Number(page), token, hash: readHash(db) });
  if (watch === null) throw changeError('changed', path);
  const fileChange = () => {
    if (!watch.isMoved()) finishRollback(db);
    const change = watch.look();
    // A lock on a file that somebody else took over where it lies would keep them from every edit.
    if (change !== null && watch.isMoved()) keepToOwnFile(db);
    return change;
  };
  const refuseChange = (cause?: unknown) => {
    const change = fileChange();
    if (change !== null) throw changeError(change, path, cause);
  };
  return {
    take: (work) => {
      if (watch.isMoved()) refuseChange();
      try {
        const done = inTransaction(db, path, () => {
          refuseChange();
          const result = work();
          const hash = readHash(db);
          refuseChange();
          return { result, hash };
        });
        // Replaced since the last look: then the commit went to the old file, as it would have a moment before.
        const change = watch.isMoved() ? null : watch.remember(done.hash);
        if (change !== null) throw changeError(change, path);
        return done.result;
      } catch (error) {
        // SQLite notices some changes by itself and has other words for them.
        refuseChange(error);
        throw explainWriting(error, path);
      }
    },
    fileChange,
    watch,
  };
}

/** What is told of a file that is opened reads otherwise while it is written to. */
function explainWriting(error: unknown, path: string): unknown {
  const values = { file: basename(path) };
  switch (error instanceof DocumentError ? error.sentence.id : null) {
    case 'document.damaged':
      return new DocumentError('damaged', { id: 'document.damaged-while-open', values }, error);
    case 'document.holds-too-much':
      return new DocumentError('too-large', { id: 'document.too-large', values }, error);
    default:
      return error;
  }
}

/** A commit that failed may have left a journal: SQLite goes back to it when it next reads, and then the file is ours again. */
function finishRollback(db: DatabaseSync): void {
  try {
    readHash(db);
  } catch {
    // What keeps the file from being read is told by the look at it, or by the next commit.
  }
}

/**
 * From the moment that another file has our path, SQLite would take a journal of theirs for one of ours. It looks for a
 * journal only when it locks the file, so the lock is taken now and kept.
 */
function keepToOwnFile(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.prepare('SELECT seq FROM document').get();
  } catch {
    // What cannot be read now cannot be read later: copying says so.
  }
}

function readHash(db: DatabaseSync): string {
  return String(db.prepare('SELECT hash FROM document').get()?.['hash'] ?? '');
}

/** Says why nothing more is written to a plan file. */
export function changeError(change: FileChange, path: string, cause?: unknown): DocumentError {
  const values = { file: basename(path) };
  switch (change) {
    case 'changed':
      return new DocumentError('changed-on-disk', { id: 'document.changed-on-disk', values }, cause);
    case 'gone':
      return new DocumentError('gone', { id: 'document.gone', values }, cause);
    case 'taken-over':
      return new DocumentError('taken-over', { id: 'document.taken-over', values }, cause);
  }
}

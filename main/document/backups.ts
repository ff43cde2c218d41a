import { randomUUID } from 'node:crypto';
import { closeSync, fchmodSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { backup, type DatabaseSync } from 'node:sqlite';
import { newestState, rotateIn, stateIn, STATE_KEY } from './backup-files.ts';
import { checkIntegrity, inTransaction, openDatabase } from './database.ts';
import { DocumentError } from './document-error.ts';
import { explainDiskError, sqliteCode } from './explain-error.ts';
import { clearLeftovers } from './leftovers.ts';
import type { Turns } from './turns.ts';

/**
 * What came of a backup: `same` when nothing changed since the newest, `bad` when the copy was not found to be good,
 * `stopped` when it was given up.
 */
type BackupOutcome = 'written' | 'same' | 'bad' | 'stopped';

/** Says whether a copy is a good plan file: a full check, in a process of its own. */
export type Inspect = (path: string) => Promise<boolean>;

/** The backups beside an open plan. */
export type Backups = {
  /**
   * Copies the plan a little at a time, so that edits go on, and keeps the copy once it was found to be good. With
   * `isCheck` a copy is made and inspected also where nothing changed, and then not kept. @throws DocumentError
   */
  readonly write: (inspect: Inspect, isCheck: boolean) => Promise<BackupOutcome>;
  /** Does so at once, with the quick check that opening does, for a plan that is about to be closed. @throws DocumentError */
  readonly writeNow: () => BackupOutcome;
  /** Gives up a backup that is being written. */
  readonly stop: () => void;
};

/** A step of 256 kilobytes takes less than a millisecond, which is as long as an edit may have to wait for it. */
const PAGES_A_STEP = 64;
const CHUNK_BYTES = 1024 * 1024;
/** SQLite cannot begin a copy during a transaction, and says so without a reason. */
const MOST_TRIES = 20;
const PAUSE_MS = 25;

/** Starts the keeping of backups by the writer of a plan. */
export function createBackups(db: DatabaseSync, path: string, turns: Turns): Backups {
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;
  clearLeftovers(path);
  const isDue = () => newestState(path) !== stateOf(db);
  const keep = async (temporary: string, inspect: Inspect): Promise<BackupOutcome> => {
    await copyInSteps(db, temporary, isStopped);
    // Whoever took the plan over while it was copied keeps backups of their own.
    if (isStopped() || turns.fileChange() !== null) return 'stopped';
    const isGood = await inspect(temporary);
    if (isStopped() || turns.fileChange() !== null) return 'stopped';
    if (!isGood) return 'bad';
    if (stateIn(temporary) === newestState(path)) return 'same';
    rotateIn(path, temporary);
    return 'written';
  };
  return {
    write: async (inspect, isCheck) => {
      if (isStopped() || turns.fileChange() !== null) return 'stopped';
      if (!isCheck && !isDue()) return 'same';
      const temporary = newTemporary(path);
      try {
        makeEmpty(temporary, turns.watch.descriptor);
        return await keep(temporary, inspect);
      } catch (error) {
        if (isStopped()) return 'stopped';
        throw explainBackup(error, path);
      } finally {
        removeTemporary(temporary);
      }
    },
    writeNow: () => {
      if (turns.fileChange() !== null) return 'stopped';
      if (!isDue()) return 'same';
      const temporary = newTemporary(path);
      try {
        makeEmpty(temporary, turns.watch.descriptor);
        inTransaction(db, path, () => copyAtOnce(turns.watch.descriptor, temporary));
        checkCopy(temporary);
        rotateIn(path, temporary);
        return 'written';
      } catch (error) {
        throw explainBackup(error, path);
      } finally {
        removeTemporary(temporary);
      }
    },
    stop: () => stop.abort(),
  };
}

function stateOf(db: DatabaseSync): string {
  return String(db.prepare(STATE_KEY).get()?.['key'] ?? '');
}

function newTemporary(path: string): string {
  return `${path}.${randomUUID()}.backup`;
}

/** A backup may be read by nobody who may not read the plan. */
function makeEmpty(temporary: string, source: number): void {
  const mode = fstatSync(source).mode & 0o777;
  const file = openSync(temporary, 'wx', mode);
  try {
    fchmodSync(file, mode);
  } finally {
    closeSync(file);
  }
}

class Stopped extends Error {}

async function copyInSteps(db: DatabaseSync, temporary: string, isStopped: () => boolean): Promise<void> {
  const progress = () => {
    // What is thrown here ends the copy: there is no other way to.
    if (isStopped()) throw new Stopped();
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await backup(db, temporary, { rate: PAGES_A_STEP, progress });
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !isInTheWay(error)) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

/** Node answers a copy that could not begin with the code of no error. */
function isInTheWay(error: unknown): boolean {
  return [0, 5, 6].some((code) => code === sqliteCode(error));
}

/** Copies the bytes while the transaction of the caller keeps them as they are. */
function copyAtOnce(source: number, temporary: string): void {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const target = openSync(temporary, 'r+');
  try {
    for (let position = 0; ;) {
      const length = readSync(source, chunk, 0, CHUNK_BYTES, position);
      if (length === 0) return;
      writeAll(target, chunk.subarray(0, length));
      position += length;
    }
  } finally {
    closeSync(target);
  }
}

/** A write may take fewer bytes than it was given. */
function writeAll(target: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(target, bytes, written);
}

function checkCopy(path: string): void {
  const db = openDatabase(path, true);
  try {
    checkIntegrity(db, path);
  } finally {
    db.close();
  }
}

function removeTemporary(temporary: string): void {
  for (const file of [temporary, `${temporary}-journal`]) rmSync(file, { force: true });
}

/** Says why there is no new backup; the plan itself is saved all the same. */
function explainBackup(error: unknown, path: string): DocumentError {
  const { code, cause } = explainDiskError(error, path);
  const file = basename(path);
  switch (code) {
    case 'disk-full':
      return new DocumentError(code, { id: 'document.no-backup-disk-full', values: { file } }, cause);
    case 'not-allowed': {
      const values = { file, folder: dirname(path) };
      return new DocumentError(code, { id: 'document.no-backup-not-allowed', values }, cause);
    }
    default:
      return new DocumentError(code, { id: 'document.no-backup', values: { file } }, cause);
  }
}

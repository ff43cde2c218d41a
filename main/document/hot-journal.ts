import { randomUUID } from 'node:crypto';
import { closeSync, constants, copyFileSync, openSync, readSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { checkLength, openDatabase } from './database.ts';
import { DocumentError } from './document-error.ts';
import { readGood } from './good-state.ts';
import { isThere, openAsItIs } from './neighbours.ts';

/**
 * Holds that a journal which SQLite would write back into a plan as soon as it is read is the plan's own, left by a
 * program that was killed: written back into a copy, it must leave a whole plan. One of another file, or of an earlier
 * copy, would overwrite the plan with pages that do not belong to it. Nobody may be writing to the plan meanwhile.
 * @throws DocumentError, and then both files are as they were.
 */
export function checkHotJournal(path: string): void {
  const journal = `${path}-journal`;
  if (!isHot(journal)) return;
  const temporary = `${path}.${randomUUID()}.tmp`;
  const files = [temporary, `${temporary}-journal`] as const;
  try {
    // Without room for a copy the journal is taken for what it nearly always is.
    if (!copyBoth([path, journal], files)) return;
    readBack(temporary, path);
  } catch (error) {
    if (!isGoodAsItIs(path)) throw error;
    const values = { file: basename(path), journal: basename(journal) };
    throw new DocumentError('changed-structure', { id: 'document.foreign-journal', values }, error);
  } finally {
    for (const file of files) rmSync(file, { force: true });
  }
}

/** A journal that is done with is empty, or begins with a zero: https://www.sqlite.org/fileformat2.html#the_rollback_journal */
function isHot(journal: string): boolean {
  if (!isThere(journal)) return false;
  const file = openSync(journal, 'r');
  try {
    const first = Buffer.alloc(1);
    return readSync(file, first, 0, 1, 0) === 1 && first[0] !== 0;
  } finally {
    closeSync(file);
  }
}

function copyBoth(from: readonly [string, string], to: readonly [string, string]): boolean {
  try {
    // The plan first: a journal beside no file is none of anybody's.
    copyFileSync(from[0], to[0], constants.COPYFILE_EXCL);
    copyFileSync(from[1], to[1], constants.COPYFILE_EXCL);
    return true;
  } catch {
    return false;
  }
}

function readBack(copy: string, path: string): void {
  const db = openDatabase(copy, false);
  try {
    readGood(db, path);
    checkLength(db, path);
  } finally {
    db.close();
  }
}

function isGoodAsItIs(path: string): boolean {
  try {
    const db = openAsItIs(path);
    try {
      readGood(db, path);
      return true;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

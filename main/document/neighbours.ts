import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './database.ts';
import { DocumentError } from './document-error.ts';

/** The last bytes of a rollback journal that names a journal over several files: https://www.sqlite.org/fileformat2.html#the_rollback_journal */
const NAMES_ANOTHER = Buffer.from('d9d505f920a163d7', 'hex');

/**
 * Holds that SQLite finds beside a plan only what SQLite itself can have left there for this program. By a journal that
 * is a link it would write elsewhere, by one that names another file it would delete that, and a write-ahead log would
 * be taken into the plan.
 * @throws DocumentError
 */
export function checkNeighbours(path: string): void {
  const values = { file: basename(path) };
  if ([`${path}-wal`, `${path}-shm`].some(isThere)) {
    throw new DocumentError('wrong-mode', { id: 'document.wrong-mode', values });
  }
  const journal = `${path}-journal`;
  if (!isThere(journal) || isOrdinaryJournal(journal)) return;
  const named = { ...values, journal: basename(journal) };
  throw new DocumentError('changed-structure', { id: 'document.foreign-journal', values: named });
}

/** Opens the database in a file as its bytes are, to be read: whatever lies beside it is not looked at, and nothing is locked. */
export function openAsItIs(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return openDatabase(url, true);
}

/** Whether a name is taken, be it by a link that leads nowhere. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function isOrdinaryJournal(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  const file = openSync(path, 'r');
  try {
    const end = Buffer.alloc(NAMES_ANOTHER.length);
    const position = fstatSync(file).size - end.length;
    return (
      position < 0 || readSync(file, end, 0, end.length, position) < end.length || !end.equals(NAMES_ANOTHER)
    );
  } finally {
    closeSync(file);
  }
}

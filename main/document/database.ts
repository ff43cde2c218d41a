import { DatabaseSync } from 'node:sqlite';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { DocumentError } from './document-error.ts';
import { explainSqliteError } from './explain-error.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION, SCHEMAS } from './schema.ts';
import { refuseTriggersAndViews } from './wall.ts';

const BUSY_MILLISECONDS = 5000;
/** No text and no packed step of a plan comes near this; what is larger is neither read nor written. */
export const MOST_VALUE_BYTES = 64 * 1024 * 1024;

/**
 * Opens the database in a plan file: every commit durable before it returns (rollback journal, synchronous EXTRA), no
 * function or table of the file's own trusted, no trigger or view of it carried out. Integers are read as bigint.
 */
export function openDatabase(path: string | URL, isReadOnly: boolean): DatabaseSync {
  const db = new DatabaseSync(path, {
    readOnly: isReadOnly,
    timeout: BUSY_MILLISECONDS,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    allowExtension: false,
    readBigInts: true,
    limits: { length: MOST_VALUE_BYTES, triggerDepth: 0 },
  });
  try {
    db.enableDefensive(true);
    refuseTriggersAndViews(db);
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;');
    // No page is written before its transaction is complete: until then the file can be looked at for changes of others.
    db.exec('PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY; PRAGMA cache_spill = OFF;');
    assertDurable(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection that could lose a commit is not used at all. */
function assertDurable(db: DatabaseSync): void {
  const mode = db.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
  const synchronous = db.prepare('PRAGMA synchronous').get()?.['synchronous'];
  if ((mode !== 'delete' && mode !== 'memory') || synchronous !== 3n) {
    throw new Error(`Not durable: journal_mode ${String(mode)}, synchronous ${String(synchronous)}`);
  }
}

/** Does the work in one transaction; whatever fails in it leaves the file as it was. */
export function inTransaction<Result>(db: DatabaseSync, path: string, work: () => Result): Result {
  try {
    db.exec('BEGIN IMMEDIATE');
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(db);
    throw explainSqliteError(error, path);
  }
}

/** SQLite has rolled back by itself where it must; a rollback that fails now is made up for when the file is next opened. */
function rollBack(db: DatabaseSync): void {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
  } catch {
    // What went wrong before is what is told.
  }
}

/** The version of the tables in a file, as the file says it. */
export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

/** Makes the empty tables of this version in a new file, in the transaction of the caller. */
export function createTables(db: DatabaseSync): void {
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  db.exec(SCHEMA);
}

/**
 * Holds that the file has the tables of its version and nothing besides: a trigger or a view would run with our writes.
 * @throws DocumentError
 */
export function checkStructure(db: DatabaseSync, path: string): void {
  const schema = SCHEMAS[schemaVersion(db)];
  const isKnown = schema !== undefined && isUtf8(db) && structureOf(db) === structureOfText(schema);
  if (isKnown) return;
  throw new DocumentError('changed-structure', {
    id: 'document.changed-structure',
    values: { file: basename(path) },
  });
}

function structureOfText(schema: string): string {
  const expected = new DatabaseSync(':memory:');
  try {
    expected.exec(schema);
    return structureOf(expected);
  } finally {
    expected.close();
  }
}

/** Every file of ours is, and is looked at as such byte by byte. */
function isUtf8(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA encoding').get()?.['encoding'] === 'UTF-8';
}

function structureOf(db: DatabaseSync): string {
  const rows = db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all()
    .map((row) => [row['type'], row['name'], row['tbl_name'], row['sql']]);
  return JSON.stringify(rows);
}

/**
 * Reads through the whole file for pages and rows that are not what they should be. What a value may be is left to those
 * who read it: a connection that may only read knows no CHECK (https://sqlite.org/src/file/src/build.c,
 * sqlite3AddCheckConstraint), and one that may write would take six times as long with them.
 * @throws DocumentError
 */
export function checkIntegrity(db: DatabaseSync, path: string): void {
  db.exec('PRAGMA ignore_check_constraints = ON');
  const answer = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  db.exec('PRAGMA ignore_check_constraints = OFF');
  if (answer === 'ok') return;
  throw new DocumentError('damaged', { id: 'document.damaged', values: { file: basename(path) } }, answer);
}

/**
 * Holds, in the transaction of the caller, that the file ends with its last page: what stands behind it was not written
 * by SQLite.
 * @throws DocumentError
 */
export function checkLength(db: DatabaseSync, path: string): void {
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  const size = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
  if (statSync(db.location() ?? path).size === pages * size) return;
  throw new DocumentError('damaged', { id: 'document.damaged', values: { file: basename(path) } });
}

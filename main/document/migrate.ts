import type { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
import { chmodSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Message } from '#shared/messages/message.ts';
import {
  checkIntegrity,
  checkStructure,
  createTables,
  inTransaction,
  openDatabase,
  schemaVersion,
} from './database.ts';
import { settleFile } from './durable-file.ts';
import { explainMigrationError } from './explain-migration.ts';
import { keepOriginal } from './keep-original.ts';
import { clearLeftovers } from './leftovers.ts';
import { migrate1To2 } from './migrations/1-to-2.ts';
import { readPlan } from './read-plan.ts';
import { readState } from './read-state.ts';
import { SCHEMA_VERSION } from './schema.ts';

/**
 * Copies the rows of an older plan, attached as `old`, into the empty tables of this version. Answers how many steps of
 * its history cannot be read.
 */
type Migration = (db: DatabaseSync) => number;

/** For each older version. */
const MIGRATIONS: Readonly<Record<number, Migration>> = { 1: migrate1To2 };

/** The database of a plan file in the tables of this version, and what had to be done for that. */
export type CurrentDatabase = { readonly db: DatabaseSync; readonly notes: readonly Message[] };

/**
 * Opens the database in a plan file. A file of an older version that is to be written is brought to this version first:
 * a new file is made and takes its place, and the file as it was is kept beside it. One that is only read is brought to
 * this version in memory, and nothing is written.
 * @throws DocumentError, and then the file is as it was.
 */
export function openCurrent(path: string, isReadOnly: boolean): CurrentDatabase {
  const db = openDatabase(path, isReadOnly);
  try {
    const version = schemaVersion(db);
    if (version === SCHEMA_VERSION) return { db, notes: [] };
    checkStructure(db, path);
    checkIntegrity(db, path);
    const migrate = MIGRATIONS[version];
    if (migrate === undefined) throw new Error(`No migration from version ${version}`);
    const old: OldPlan = { db, path: realpathSync(path), version, migrate };
    return isReadOnly ? migrateInMemory(old) : migrateFile(old);
  } catch (error) {
    if (db.isOpen) db.close();
    throw error;
  }
}

type OldPlan = {
  readonly db: DatabaseSync;
  readonly path: string;
  readonly version: number;
  readonly migrate: Migration;
};

function migrateInMemory(old: OldPlan): CurrentDatabase {
  const memory = openDatabase(':memory:', false);
  try {
    const unreadable = copyInto(memory, old);
    old.db.close();
    const shown: Message = { id: 'document.older-shown', values: { file: basename(old.path) } };
    return { db: memory, notes: [shown, ...unreadableSteps(unreadable)] };
  } catch (error) {
    memory.close();
    throw explainMigrationError(error, old.path);
  }
}

/** Killed at any moment, either the original or the finished new file stands at the path, and the original is kept. */
function migrateFile(old: OldPlan): CurrentDatabase {
  const { db, path, version } = old;
  const temporary = `${path}.${randomUUID()}.migrating`;
  try {
    clearLeftovers(path);
    // Until all is copied no program that knows SQLite can write to the original, whether it looks at our lock or not.
    db.exec('BEGIN IMMEDIATE');
    const unreadable = makeNewFile(temporary, old);
    db.close();
    chmodSync(temporary, statSync(path).mode);
    const kept = keepOriginal(path, version);
    settleFile(temporary, path, true);
    const values = { file: basename(path), kept: basename(kept) };
    const notes: Message[] = [{ id: 'document.brought-up-to-date', values }, ...unreadableSteps(unreadable)];
    return { db: openDatabase(path, false), notes };
  } catch (error) {
    for (const file of [temporary, `${temporary}-journal`]) rmSync(file, { force: true });
    throw explainMigrationError(error, path);
  }
}

/** The new file is opened as a plan before it takes the place of the original. */
function makeNewFile(temporary: string, old: OldPlan): number {
  const db = openDatabase(temporary, false);
  try {
    const unreadable = copyInto(db, old);
    checkStructure(db, old.path);
    checkIntegrity(db, old.path);
    readPlan(db, old.path);
    readState(db, old.path);
    return unreadable;
  } finally {
    db.close();
  }
}

/** The old plan is copied into memory: a second connection to its file could need to write to it. */
function copyInto(target: DatabaseSync, { db, path, migrate }: OldPlan): number {
  target.exec("ATTACH ':memory:' AS old");
  target.deserialize(db.serialize(), { dbName: 'old' });
  const unreadable = inTransaction(target, path, () => {
    // Steps name later steps: their references hold once all of them are there.
    target.exec('PRAGMA defer_foreign_keys = ON');
    createTables(target);
    return migrate(target);
  });
  target.exec('DETACH old');
  return unreadable;
}

/** The plan itself is whole: no more is lost than what these steps would have told. */
function unreadableSteps(steps: number): Message[] {
  return steps === 0 ? [] : [{ id: 'document.older-unreadable-steps', values: { steps } }];
}

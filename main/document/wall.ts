import { constants, type DatabaseSync } from 'node:sqlite';

/** The part of our own statements that SQLite names as it would name a view; it only reads. */
const OWN_PART = 'people';
const READING = new Set<number>([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_RECURSIVE,
]);

const BUILDING = new Set<number>([
  constants.SQLITE_ATTACH,
  constants.SQLITE_DETACH,
  constants.SQLITE_CREATE_INDEX,
  constants.SQLITE_CREATE_TABLE,
  constants.SQLITE_CREATE_TEMP_INDEX,
  constants.SQLITE_CREATE_TEMP_TABLE,
  constants.SQLITE_CREATE_TEMP_TRIGGER,
  constants.SQLITE_CREATE_TEMP_VIEW,
  constants.SQLITE_CREATE_TRIGGER,
  constants.SQLITE_CREATE_VIEW,
  constants.SQLITE_CREATE_VTABLE,
  constants.SQLITE_ALTER_TABLE,
  constants.SQLITE_DROP_INDEX,
  constants.SQLITE_DROP_TABLE,
  constants.SQLITE_DROP_TRIGGER,
  constants.SQLITE_DROP_VIEW,
  constants.SQLITE_DROP_VTABLE,
  constants.SQLITE_REINDEX,
  constants.SQLITE_ANALYZE,
]);
const NOTHING: ReadonlySet<number> = new Set();

/**
 * Lets no statement be carried on by a trigger or a view: none of our tables has any. A file that holds one is refused
 * before it is written to; this is a wall also for what is asked of a file before, which a view could keep busy for ever.
 */
export function refuseTriggersAndViews(db: DatabaseSync): void {
  setWall(db, NOTHING);
}

/** Lets an open plan besides do no more than read and write rows: no table is made or removed, no other file opened. */
export function keepToRows(db: DatabaseSync): void {
  setWall(db, BUILDING);
}

/** Writes the whole database of an open plan into a new file, for which SQLite opens and builds another. */
export function vacuumInto(db: DatabaseSync, path: string): void {
  refuseTriggersAndViews(db);
  try {
    db.prepare('VACUUM INTO ?').run(path);
  } finally {
    keepToRows(db);
  }
}

/** SQLite asks before it runs a statement, while it compiles it: a statement that is kept costs nothing more. */
function setWall(db: DatabaseSync, refused: ReadonlySet<number>): void {
  db.setAuthorizer((action, _first, _second, _database, within) => {
    const isOwn = within === null || (within === OWN_PART && READING.has(action));
    return isOwn && !refused.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY;
  });
}

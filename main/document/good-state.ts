import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { backupsOf } from './backup-files.ts';
import { checkIntegrity, checkLength, checkStructure, openDatabase } from './database.ts';
import { checkFileHeader } from './file-header.ts';
import { openCurrent } from './migrate.ts';
import { checkNeighbours, openAsItIs } from './neighbours.ts';
import { readPlan } from './read-plan.ts';
import { readState } from './read-state.ts';
import { salvageSteps, type Salvage } from './salvage.ts';
import type { DocumentState } from './write-step.ts';

/** A good state of a plan: the backup that holds it, when it was written, and the steps after it that the plan's file still gives. */
export type GoodState = Salvage & {
  readonly backup: string;
  readonly savedAt: string;
  readonly state: DocumentState;
};

/** The newest backup of a plan that can be relied on, and the steps that follow on it. Null when there is none. */
export function findGoodState(path: string): GoodState | null {
  for (const backup of backupsOf(path)) {
    const found = readBackup(backup, path);
    if (found !== null) return found;
  }
  return null;
}

function readBackup(backup: string, path: string): GoodState | null {
  try {
    checkFileHeader(backup);
    checkNeighbours(backup);
    const { db, notes } = openCurrent(backup, true);
    try {
      const state = readGood(db, backup);
      // Where a plan was saved over another one, the backups of that one lie there still.
      if ((planIdIn(path) ?? state.plan.id) !== state.plan.id) return null;
      const find = db.prepare('SELECT 1 FROM journal WHERE seq = ?');
      const base = { state, hasStep: (seq: number) => find.get(seq) !== undefined };
      // A backup of an older version is taken as it is: steps cannot be written into its tables.
      const salvage = notes.length > 0 ? { steps: [], last: state.seq } : salvageSteps(path, base);
      return { backup, savedAt: statSync(backup).mtime.toISOString(), state, ...salvage };
    } finally {
      db.close();
    }
  } catch {
    // Damaged as well, or no plan: the one before it may be good.
    return null;
  }
}

/** Whether a plan file passes everything that opening it asks of it. */
export function isGoodPlan(path: string): boolean {
  try {
    checkFileHeader(path);
    checkNeighbours(path);
    const db = openDatabase(path, true);
    try {
      checkLength(db, path);
      readGood(db, path);
      return true;
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/** Whose file it is, as far as it still says so. */
function planIdIn(path: string): string | null {
  try {
    const db = openAsItIs(path);
    try {
      const id = db.prepare('SELECT id FROM plan').get()?.['id'];
      return typeof id === 'string' ? id : null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Reads the plan of a file whose version, structure and pages are what they should be. @throws DocumentError or SQLite's error */
export function readGood(db: DatabaseSync, path: string): DocumentState {
  checkStructure(db, path);
  checkIntegrity(db, path);
  return { plan: readPlan(db, path), ...readState(db, path) };
}

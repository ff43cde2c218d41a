import type { DatabaseSync } from 'node:sqlite';
import { checkStructure, openDatabase } from './database.ts';
import { DocumentError } from './document-error.ts';
import { explainSqliteError } from './explain-error.ts';
import { checkFileHeader } from './file-header.ts';
import { readPlan } from './read-plan.ts';
import { readState } from './read-state.ts';

/** What the full check of a plan file found. The problem is for the log: it names tables and pages, never what they hold. */
export type CheckedDocument = { readonly isGood: boolean; readonly problem: string | null };

/**
 * Checks a plan file in full, as a job: every page, row and index, every reference between rows, and that all of it
 * reads as a plan. Takes seconds for a large plan.
 * @throws the system's error when the file cannot be read at all.
 */
export function checkDocumentTask({ path }: { readonly path: string }): Promise<CheckedDocument> {
  return Promise.resolve(checkInFull(path));
}

function checkInFull(path: string): CheckedDocument {
  try {
    checkFileHeader(path);
    const db = openDatabase(path, true);
    try {
      checkStructure(db, path);
      const problem = findDamage(db) ?? findDanglingRow(db);
      if (problem === null) {
        readPlan(db, path);
        readState(db, path);
      }
      return { isGood: problem === null, problem };
    } finally {
      db.close();
    }
  } catch (error) {
    const { code, cause } = explainSqliteError(error, path);
    const isFound = error instanceof DocumentError ? code !== 'not-found' : code === 'damaged';
    if (!isFound) throw error;
    return { isGood: false, problem: `${code} ${textOf(cause)}`.trim() };
  }
}

/** What SQLite says of a damaged file is a text, or an error. */
function textOf(cause: unknown): string {
  if (typeof cause === 'string') return cause;
  return cause instanceof Error ? cause.message : '';
}

function findDamage(db: DatabaseSync): string | null {
  const answer = db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'];
  return answer === 'ok' ? null : String(answer);
}

function findDanglingRow(db: DatabaseSync): string | null {
  const row = db.prepare('PRAGMA foreign_key_check').get();
  return row === undefined ? null : `${String(row['table'])} refers to a row that is not there`;
}

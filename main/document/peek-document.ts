import type { DatabaseSync } from 'node:sqlite';
import { checkStructure, openDatabase } from './database.ts';
import { checkFileHeader } from './file-header.ts';
import { checkNeighbours, openAsItIs } from './neighbours.ts';

/** What a list of plans shows of one that is not opened. */
export type PeekedDocument = {
  readonly title: string;
  readonly edits: number;
  /** When the last step was taken, or the plan was made; ISO. */
  readonly changedAt: string;
};

/**
 * Looks into a plan file without opening it as a plan: no lock, nothing is written, no figure is read. Null for a file
 * that is damaged, was made by a newer program or is no plan at all: opening it says which.
 */
export function peekDocument(path: string): PeekedDocument | null {
  // A commit that a killed program left half written keeps a reader out; its title stands all the same.
  return peekInto(path, () => openDatabase(path, true)) ?? peekInto(path, () => openAsItIs(path));
}

function peekInto(path: string, open: () => DatabaseSync): PeekedDocument | null {
  try {
    checkFileHeader(path);
    checkNeighbours(path);
    const db = open();
    try {
      checkStructure(db, path);
      return peek(db);
    } finally {
      db.close();
    }
  } catch {
    // Whatever is wrong with it is told in a sentence when somebody opens it.
    return null;
  }
}

function peek(db: DatabaseSync): PeekedDocument | null {
  const title = db.prepare('SELECT title FROM plan').get()?.['title'];
  const document = db.prepare('SELECT seq, made_at FROM document').get();
  const last = db.prepare('SELECT at FROM journal ORDER BY seq DESC LIMIT 1').get();
  const changedAt = last?.['at'] ?? document?.['made_at'];
  if (typeof title !== 'string' || typeof changedAt !== 'string') return null;
  return { title, edits: Number(document?.['seq'] ?? 0), changedAt };
}

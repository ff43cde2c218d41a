import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { moment } from '#shared/plan/schema/atoms.ts';
import { checkStructure, openDatabase } from './database.ts';
import { checkFileHeader } from './file-header.ts';
import { checkNeighbours, openAsItIs } from './neighbours.ts';

z.config({ jitless: true });

/** Of a longer title the beginning is listed. */
const LONGEST_TITLE = 500;

const peeked = z.strictObject({ title: z.string(), edits: z.int().nonnegative(), changedAt: moment });

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
  const document = db.prepare('SELECT seq, made_at FROM document').get();
  const last = db.prepare('SELECT at FROM journal ORDER BY seq DESC LIMIT 1').get();
  const read = peeked.safeParse({
    title: db.prepare(`SELECT substr(title, 1, ${LONGEST_TITLE}) AS title FROM plan`).get()?.['title'],
    edits: Number(document?.['seq'] ?? -1),
    changedAt: last?.['at'] ?? document?.['made_at'],
  });
  return read.success ? read.data : null;
}

import type { DatabaseSync } from 'node:sqlite';
import { basename } from 'node:path';
import { DocumentError } from './document-error.ts';

/**
 * Holds, inside the transaction of the caller, that the plan in the file stands at this sequence number: what is written
 * belongs to that state, and no step was missed.
 * @throws DocumentError
 */
export function checkNewest(db: DatabaseSync, path: string, seq: number): void {
  if (Number(db.prepare('SELECT seq FROM document').get()?.['seq']) === seq) return;
  throw new DocumentError('taken-over', { id: 'document.taken-over', values: { file: basename(path) } });
}

import { basename } from 'node:path';
import { backupsOf } from './backup-files.ts';
import { DocumentError } from './document-error.ts';
import { explainSqliteError } from './explain-error.ts';

/**
 * Says why a plan file could not be opened. With backups beside it, a file that holds no plan is a damaged one.
 */
export function explainOpening(error: unknown, path: string): DocumentError {
  const known = explainSqliteError(error, path);
  const isDamage = known.sentence.id === 'document.damaged' || known.code === 'not-a-plan';
  if (!isDamage || backupsOf(path).length === 0) return known;
  const values = { file: basename(path) };
  return new DocumentError('damaged', { id: 'document.damaged-with-backup', values }, known.cause);
}

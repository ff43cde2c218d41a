import { basename } from 'node:path';
import { backupsOf } from './backup-files.ts';
import { DocumentError } from './document-error.ts';
import { explainSqliteError, sqliteCode } from './explain-error.ts';

/** https://www.sqlite.org/rescode.html#error */
const SQLITE_ERROR = 1;

/** Says why a plan file could not be opened. With backups beside it, a file that holds no plan is a damaged one. */
export function explainOpening(error: unknown, path: string): DocumentError {
  // SQLite itself finds no words but "error" for a file whose tables or format it does not understand.
  const known = sqliteCode(error) === SQLITE_ERROR ? damaged(path, error) : explainSqliteError(error, path);
  const isDamage = known.sentence.id === 'document.damaged' || known.code === 'not-a-plan';
  if (!isDamage || backupsOf(path).length === 0) return known;
  const values = { file: basename(path) };
  return new DocumentError('damaged', { id: 'document.damaged-with-backup', values }, known.cause);
}

function damaged(path: string, cause: unknown): DocumentError {
  return new DocumentError('damaged', { id: 'document.damaged', values: { file: basename(path) } }, cause);
}

import { basename } from 'node:path';
import { DocumentError, type DocumentFailure } from './document-error.ts';

const BY_FILE_CODE: Readonly<Record<string, DocumentFailure>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ELOOP: 'not-found',
  EISDIR: 'not-a-plan',
  ENXIO: 'not-a-plan',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EEXIST: 'file-exists',
  EBUSY: 'busy',
};

/** Primary result codes: https://www.sqlite.org/rescode.html */
const BY_SQLITE_CODE: Readonly<Record<number, DocumentFailure>> = {
  5: 'busy',
  6: 'busy',
  8: 'not-allowed',
  11: 'damaged',
  13: 'disk-full',
  14: 'not-allowed',
  18: 'too-large',
  // What the program itself asks for is always allowed: the file had a trigger or a view answer it.
  23: 'changed-structure',
  // Whether a file is a plan at all was asked of its header before.
  26: 'damaged',
};

/** Says in a sentence what the file system refused. A failure that is already explained is answered as it is. */
export function explainFileError(error: unknown, path: string): DocumentError {
  if (error instanceof DocumentError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return explain(BY_FILE_CODE[code] ?? 'failed', path, error);
}

/** Says in a sentence what SQLite refused. */
export function explainSqliteError(error: unknown, path: string): DocumentError {
  if (error instanceof DocumentError) return error;
  const code = (sqliteCode(error) ?? 0) & 255;
  return explain(BY_SQLITE_CODE[code] ?? 'failed', path, error);
}

/** Says in a sentence what was refused, by SQLite or by the file system. */
export function explainDiskError(error: unknown, path: string): DocumentError {
  return sqliteCode(error) === null ? explainFileError(error, path) : explainSqliteError(error, path);
}

/** The extended result code of an error of SQLite's; null for any other error. */
export function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : null;
}

function explain(code: DocumentFailure, path: string, cause: unknown): DocumentError {
  const values = { file: basename(path) };
  switch (code) {
    case 'not-found':
      return new DocumentError(code, { id: 'document.not-found', values }, cause);
    case 'not-a-plan':
      return new DocumentError(code, { id: 'document.not-a-plan', values }, cause);
    case 'damaged':
      return new DocumentError(code, { id: 'document.damaged', values }, cause);
    case 'not-allowed':
      return new DocumentError(code, { id: 'document.not-allowed', values }, cause);
    case 'disk-full':
      return new DocumentError(code, { id: 'document.disk-full', values }, cause);
    case 'busy':
      return new DocumentError(code, { id: 'document.busy', values }, cause);
    case 'changed-structure':
      return new DocumentError(code, { id: 'document.changed-structure', values }, cause);
    case 'too-large':
      return new DocumentError('damaged', { id: 'document.holds-too-much', values }, cause);
    case 'file-exists':
      return new DocumentError(code, { id: 'document.file-exists', values }, cause);
    default:
      return new DocumentError('failed', { id: 'document.failed', values }, cause);
  }
}

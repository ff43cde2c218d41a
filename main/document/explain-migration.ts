import { basename } from 'node:path';
import { DocumentError } from './document-error.ts';
import { explainDiskError, sqliteCode } from './explain-error.ts';

/** https://www.sqlite.org/rescode.html#constraint */
const CONSTRAINT = 19;

/** Says in a sentence why a plan of an older version could not be brought to this one; the plan is as it was. */
export function explainMigrationError(error: unknown, path: string): DocumentError {
  const file = basename(path);
  const cause = error instanceof DocumentError && error.cause !== undefined ? error.cause : error;
  if (((sqliteCode(cause) ?? 0) & 255) === CONSTRAINT) {
    return new DocumentError('damaged', { id: 'document.damaged', values: { file } }, cause);
  }
  const known = explainDiskError(error, path);
  switch (known.code) {
    case 'disk-full':
      return new DocumentError(known.code, { id: 'document.older-disk-full', values: { file } }, cause);
    case 'not-allowed':
    case 'busy':
    case 'failed':
      return new DocumentError(known.code, { id: 'document.older-not-written', values: { file } }, cause);
    default:
      return known;
  }
}

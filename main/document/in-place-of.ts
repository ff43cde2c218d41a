import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { checkFolder } from './check-folder.ts';
import { DocumentError } from './document-error.ts';
import { settleFile } from './durable-file.ts';
import { explainFileError, explainSqliteError } from './explain-error.ts';
import { isLocked } from './writer-lock.ts';

/**
 * Makes a file under another name in the same folder, then gives it its name at once: it appears complete or not at all.
 * @throws DocumentError when there is such a file and it is not to be replaced, or when somebody has it open.
 */
export function inPlaceOf(path: string, replace: boolean, make: (temporary: string) => void): void {
  const values = { file: basename(path) };
  if (!replace && existsSync(path))
    throw new DocumentError('file-exists', { id: 'document.file-exists', values });
  if (isLocked(path)) throw new DocumentError('in-use', { id: 'document.target-in-use', values });
  checkFolder(path);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    make(temporary);
    settleFile(temporary, path, replace);
  } catch (error) {
    rmSync(temporary, { force: true });
    const isSqlite = error instanceof Error && 'errcode' in error;
    throw isSqlite ? explainSqliteError(error, path) : explainFileError(error, path);
  }
}

import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { checkFolder } from './check-folder.ts';
import { DocumentError } from './document-error.ts';
import { settleFile } from './durable-file.ts';
import { explainDiskError } from './explain-error.ts';
import { findHolder } from './writer-lock.ts';

/**
 * Makes a file under another name in the same folder, then gives it its name at once: it appears complete or not at all.
 * @throws DocumentError when there is such a file and it is not to be replaced, or when somebody has it open.
 */
export function inPlaceOf(path: string, replace: boolean, make: (temporary: string) => void): void {
  const values = { file: basename(path) };
  if (!replace && existsSync(path))
    throw new DocumentError('file-exists', { id: 'document.file-exists', values });
  refuseHeld(path);
  checkFolder(path);
  try {
    settleMade(path, replace, (temporary) => {
      make(temporary);
      // Somebody may have opened the file while its successor was made.
      refuseHeld(path);
    });
  } catch (error) {
    throw explainMaking(error, path);
  }
}

/** A disk that is full while a new file is made loses no change of anybody's: only that file is not there. */
function explainMaking(error: unknown, path: string): DocumentError {
  const explained = explainDiskError(error, path);
  if (explained.code !== 'disk-full') return explained;
  const sentence = { id: 'document.no-room-for-file', values: { file: basename(path) } } as const;
  return new DocumentError('disk-full', sentence, error);
}

/** Makes a file beside another and lets it take that one's place, or name; nothing is left of one that fails. */
export function settleMade(path: string, replace: boolean, make: (temporary: string) => void): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    make(temporary);
    settleFile(temporary, path, replace);
  } catch (error) {
    for (const file of [temporary, `${temporary}-journal`]) rmSync(file, { force: true });
    throw error;
  }
}

function refuseHeld(path: string): void {
  if (findHolder(path) === null) return;
  throw new DocumentError('in-use', { id: 'document.target-in-use', values: { file: basename(path) } });
}

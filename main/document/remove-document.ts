import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inUse } from './access.ts';
import { removeBackups } from './backup-files.ts';
import { explainFileError } from './explain-error.ts';
import { clearLeftovers } from './leftovers.ts';
import { releaseLock, takeLock } from './writer-lock.ts';

/** How the original of a plan that was brought to a newer version is called, behind the plan's own name. */
const ORIGINAL = /^\.version-\d+(\.\d+)?$/;

/**
 * Deletes a plan file with its backups and originals. Its lock is held meanwhile, so that nobody opens it half deleted;
 * the plan itself goes last, so that one which cannot be deleted is still there to be opened.
 * @throws DocumentError when it is open anywhere, or may not be deleted.
 */
export function removeDocument(
  path: string,
  { user, now }: { readonly user: string; readonly now: Date },
): void {
  try {
    const lock = takeLock(path, user, now.toISOString());
    if (!lock.ok) throw inUse(path, lock);
    try {
      removeBackups(path);
      removeOriginals(path);
      clearLeftovers(path);
      for (const file of [`${path}-journal`, path]) rmSync(file, { force: true });
    } finally {
      releaseLock(path, lock.writer);
    }
  } catch (error) {
    throw explainFileError(error, path);
  }
}

function removeOriginals(path: string): void {
  const name = basename(path);
  for (const entry of readdirSync(dirname(path))) {
    const isOriginal = entry.startsWith(name) && ORIGINAL.test(entry.slice(name.length));
    if (isOriginal) rmSync(join(dirname(path), entry), { force: true });
  }
}

import { randomUUID } from 'node:crypto';
import { copyFileSync, linkSync, lstatSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { flushFile, flushFolder } from './durable-file.ts';

/**
 * Keeps a plan file under a second name before it is replaced: `<name>.version-1`, or with a number behind it where
 * another original has that name already. Answers the path; a file that is kept already is not kept twice.
 * @throws the file system's error, and then nothing was kept.
 */
export function keepOriginal(path: string, version: number): string {
  for (let number = 1; ; number += 1) {
    const kept = `${path}.version-${version}${number === 1 ? '' : `.${number}`}`;
    if (giveSecondName(path, kept) || isSame(path, kept)) {
      flushFolder(dirname(path));
      return kept;
    }
  }
}

/** A link costs nothing and is there at once; where the disk knows no links, a copy. False when the name is taken. */
export function giveSecondName(path: string, kept: string): boolean {
  try {
    linkSync(path, kept);
    return true;
  } catch {
    // A disk that knows no links says that first. A name that a link to nothing has is taken, too.
    if (lstatSync(kept, { throwIfNoEntry: false }) !== undefined) return false;
    copy(path, kept);
    return true;
  }
}

/** The copy gets its name once it is complete, so that a kept file is never half of one. */
function copy(path: string, kept: string): void {
  const temporary = `${kept}.${randomUUID()}.tmp`;
  try {
    copyFileSync(path, temporary);
    flushFile(temporary);
    renameSync(temporary, kept);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Also true of the second name that was given before a program was killed; not of a link, which leads to what changes. */
function isSame(path: string, kept: string): boolean {
  const [file, other] = [lstatSync(path), lstatSync(kept)];
  if (!other.isFile() || file.size !== other.size) return false;
  return (file.ino === other.ino && file.dev === other.dev) || readFileSync(path).equals(readFileSync(kept));
}

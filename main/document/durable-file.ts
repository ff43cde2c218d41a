import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Makes sure that what was written to a file stands on the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes sure that a folder's new names stand on the disk; Windows does that by itself and offers no call for it. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives a finished file its name at once and for good, in place of a file of that name where `isReplacing` says so. */
export function settleFile(temporary: string, path: string, isReplacing: boolean): void {
  flushFile(temporary);
  if (isReplacing) renameSync(temporary, path);
  else moveWithoutReplacing(temporary, path);
  flushFolder(dirname(path));
}

/** A rename would replace in silence: a link refuses; where the disk knows no links, a copy that refuses. */
function moveWithoutReplacing(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') throw error;
    copyFileSync(temporary, path, constants.COPYFILE_EXCL);
    flushFile(path);
  }
  rmSync(temporary, { force: true });
}

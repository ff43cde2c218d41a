import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync } from 'node:fs';
import * as z from 'zod';

z.config({ jitless: true });

const LOCK_EXTENSION = '.lock';
const MOST_BYTES = 4096;
const MOST_NAME = 200;

const lockSchema = z.strictObject({
  host: z.string().max(MOST_NAME),
  user: z.string().max(MOST_NAME),
  pid: z.int().positive(),
  start: z.string().max(MOST_NAME).nullable(),
  since: z.iso.datetime(),
  token: z.string().min(1).max(MOST_NAME),
});

/** Who may write to a plan file: what the lock file beside it says. */
export type Writer = z.infer<typeof lockSchema>;

/** What lies beside a plan under the name of its lock; `writer` is null for anything that no program of ours has written. */
export type FoundLock = { readonly writer: Writer | null };

/** The file beside a plan that names its writer. A plan that is reached by a link has one lock: beside the file itself. */
export function lockPath(path: string): string {
  return `${realPathOf(path)}${LOCK_EXTENSION}`;
}

/** Where a file really lies, whatever links lead to it; a file that is not there yet lies where it is named. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Reads the lock beside a plan; null when there is none. What lies there comes from outside: a link is not followed,
 * nothing is waited for, and no more than a few kilobytes are read.
 */
export function readLock(path: string): FoundLock | null {
  const file = lockPath(path);
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    if (!stats.isFile()) return { writer: null };
    const text = readStart(file);
    const read = lockSchema.safeParse(text === null ? null : JSON.parse(text));
    return { writer: read.success ? read.data : null };
  } catch (error) {
    // Gone since it was looked at; whatever else keeps it from being read leaves a lock of nobody known.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : { writer: null };
  }
}

/** The text of a small plain file; null for any other. */
function readStart(path: string): string | null {
  // The last two are not known on Windows, where they count as 0: links were looked for before.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return null;
    const bytes = Buffer.alloc(MOST_BYTES + 1);
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return length > MOST_BYTES ? null : bytes.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';
import { settleFile } from './durable-file.ts';
import { isProcessAlive, processStart } from './process-start.ts';

z.config({ jitless: true });

const LOCK_EXTENSION = '.lock';
const MOST_TEXT = 4096;

const lockSchema = z.strictObject({
  host: z.string(),
  user: z.string(),
  pid: z.int().positive(),
  start: z.string().nullable(),
  since: z.string(),
  token: z.string(),
});

/** Who may write to a plan file: what the lock file beside it says. */
export type Writer = z.infer<typeof lockSchema>;

export type LockResult =
  | { readonly ok: true; readonly writer: Writer }
  /** `writer` is null when the lock file cannot be read as one. */
  | { readonly ok: false; readonly writer: Writer | null };

/** The file beside a plan that names its writer. */
function lockPath(path: string): string {
  return `${path}${LOCK_EXTENSION}`;
}

/**
 * Becomes the writer of a plan file, unless somebody else is. What a process of this machine left behind when it died
 * is taken over; a lock of another machine never is.
 * @throws the file system's error when the folder cannot be written to.
 */
export function takeLock(path: string, user: string, since: string): LockResult {
  const writer: Writer = {
    host: hostname(),
    user,
    pid: process.pid,
    start: processStart(process.pid),
    since,
    token: randomUUID(),
  };
  try {
    settleLock(path, writer, false);
    return { ok: true, writer };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const holder = readLock(path);
  if (holder === null || !isLeftBehind(holder)) return { ok: false, writer: holder };
  return replaceLock(path, writer);
}

/** Gives the plan free again; a lock that somebody else has taken since is left alone. */
export function releaseLock(path: string, writer: Writer): void {
  if (readLock(path)?.token === writer.token) rmSync(lockPath(path), { force: true });
}

/** Whether somebody writes to this plan file now: it may not be replaced under them. */
export function isLocked(path: string): boolean {
  if (!existsSync(lockPath(path))) return false;
  const holder = readLock(path);
  return holder === null || !isLeftBehind(holder);
}

/** Two programs may find the same dead writer: the rename decides, and each looks whose lock stands. */
function replaceLock(path: string, writer: Writer): LockResult {
  settleLock(path, writer, true);
  const holder = readLock(path);
  return holder?.token === writer.token ? { ok: true, writer } : { ok: false, writer: holder };
}

function isLeftBehind(holder: Writer): boolean {
  return holder.host === hostname() && !isProcessAlive(holder.pid, holder.start);
}

/** The lock appears complete or not at all, so that nobody ever reads half of one. */
function settleLock(path: string, writer: Writer, isReplacing: boolean): void {
  const own = `${lockPath(path)}.${writer.token}`;
  try {
    writeFileSync(own, JSON.stringify(writer), { flag: 'wx' });
    settleFile(own, lockPath(path), isReplacing);
  } finally {
    rmSync(own, { force: true });
  }
}

function readLock(path: string): Writer | null {
  try {
    const text = readFileSync(lockPath(path), 'utf8');
    if (text.length > MOST_TEXT) return null;
    const read = lockSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    // Gone in between, or not readable: nobody can be named.
    return null;
  }
}

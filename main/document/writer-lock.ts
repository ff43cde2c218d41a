import { randomUUID } from 'node:crypto';
import { rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { settleFile } from './durable-file.ts';
import { lockPath, readLock, type FoundLock, type Writer } from './lock-file.ts';
import { processStart, processState } from './process-start.ts';

export type LockResult = { readonly ok: true; readonly writer: Writer } | ({ readonly ok: false } & HeldLock);

/** The lock of somebody else: a person may take it over where the program cannot tell whether they still edit the plan. */
export type HeldLock = FoundLock & { readonly mayTakeOver: boolean };

/** The locks of this process: another with its id, which died before, has left behind what is not among them. */
const ownTokens = new Set<string>();

/**
 * Becomes the writer of a plan file, unless somebody else is. What a process of this machine left behind when it died
 * is taken over; a lock of another machine never is.
 * @throws the file system's error when the folder cannot be written to.
 */
export function takeLock(path: string, user: string, since: string): LockResult {
  const writer = newWriter(user, since);
  try {
    settleLock(path, writer, false);
    return own(writer);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  const held = findHolder(path);
  // Given up since: whoever comes first now has it.
  if (held !== null) return { ok: false, ...held };
  return replaceLock(path, writer);
}

/**
 * Becomes the writer in the place of somebody who may no longer be one; never of a process that runs on this machine.
 * Their next commit is refused.
 * @throws the file system's error when the folder cannot be written to.
 */
export function takeOverLock(path: string, user: string, since: string): LockResult {
  const held = findHolder(path);
  if (held !== null && !held.mayTakeOver) return { ok: false, ...held };
  return replaceLock(path, newWriter(user, since));
}

/** Who has this plan open to write now: it may not be replaced under them. Null when nobody has. */
export function findHolder(path: string): HeldLock | null {
  const found = readLock(path);
  if (found === null) return null;
  if (found.writer === null) return { writer: null, mayTakeOver: true };
  const state = stateOf(found.writer);
  return state === 'gone' ? null : { writer: found.writer, mayTakeOver: state === 'unknown' };
}

/** Gives the plan free again; a lock that somebody else has taken since is left alone. */
export function releaseLock(path: string, writer: Writer): void {
  if (readLock(path)?.writer?.token === writer.token) rmSync(lockPath(path), { force: true });
  ownTokens.delete(writer.token);
}

/** Whether a writer of this machine, or one of another, still has the plan open. */
function stateOf(writer: Writer): 'alive' | 'gone' | 'unknown' {
  if (!isThisMachine(writer)) return 'unknown';
  if (ownTokens.has(writer.token)) return 'alive';
  const state = processState(writer);
  return state === 'unknown' && writer.pid === process.pid ? 'gone' : state;
}

/** Whether a writer works on this very machine, as far as its name says so. */
export function isThisMachine({ host }: Writer): boolean {
  return host === hostname();
}

function newWriter(user: string, since: string): Writer {
  const { pid } = process;
  return { host: hostname(), user, pid, start: processStart(pid), since, token: randomUUID() };
}

/** Two programs may take the same lock over: the rename decides, and each looks whose lock stands. */
function replaceLock(path: string, writer: Writer): LockResult {
  try {
    settleLock(path, writer, true);
  } catch (error) {
    if (!isFolderThere(error)) throw error;
    // A folder of that name is no lock; one that holds something is not ours to empty.
    if (!removeEmptyFolder(lockPath(path))) return { ok: false, writer: null, mayTakeOver: false };
    settleLock(path, writer, true);
  }
  const found = readLock(path);
  if (found?.writer?.token === writer.token) return own(writer);
  return { ok: false, writer: found?.writer ?? null, mayTakeOver: false };
}

function own(writer: Writer): LockResult {
  ownTokens.add(writer.token);
  return { ok: true, writer };
}

/** The lock appears complete or not at all, so that nobody ever reads half of one. */
function settleLock(path: string, writer: Writer, isReplacing: boolean): void {
  const temporary = `${lockPath(path)}.${writer.token}`;
  try {
    writeFileSync(temporary, JSON.stringify(writer), { flag: 'wx' });
    settleFile(temporary, lockPath(path), isReplacing);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** What a rename onto a folder answers, by system. */
function isFolderThere(error: unknown): boolean {
  return ['EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM'].some((code) => isCode(error, code));
}

function removeEmptyFolder(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    // Not a folder, or not empty.
    return false;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

import { accessSync, constants } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { OpenMode } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { localDate } from '#main/host/local-time.ts';
import { DocumentInUse } from './document-error.ts';
import type { Writer } from './lock-file.ts';
import { findHolder, isThisMachine, takeLock, takeOverLock, type HeldLock } from './writer-lock.ts';

/** Who opens a plan file, when, and for what: to edit it where that is possible, only to look, or in somebody's place. */
export type Opener = {
  readonly user: string;
  readonly now: Date;
  readonly mode: Exclude<OpenMode, 'recover'>;
};

/** Either the writer that this program now is, or why it may only read. */
export type Access = { readonly writer: Writer | null; readonly readOnly: Message | null };

/**
 * Becomes the writer of a plan file, or its reader where that was asked for or the file and its folder cannot be written.
 * @throws DocumentInUse when it is to be edited and somebody else does.
 */
export function takeAccess(path: string, opener: Opener): Access {
  if (opener.mode === 'read') return { writer: null, readOnly: readingBecause(findHolder(path)) };
  if (!isWritable(path)) return notWritable;
  const take = opener.mode === 'take-over' ? takeOverLock : takeLock;
  let lock;
  try {
    lock = take(path, opener.user, opener.now.toISOString());
  } catch {
    // Whatever keeps the lock from being written keeps the plan from being written too.
    return notWritable;
  }
  if (!lock.ok) throw inUse(path, lock);
  return { writer: lock.writer, readOnly: null };
}

const notWritable: Access = {
  writer: null,
  readOnly: { id: 'document.reading-because-not-writable' },
};

function readingBecause(held: HeldLock | null): Message {
  if (held === null) return { id: 'document.reading-because-asked' };
  if (held.writer === null) return { id: 'document.reading-because-locked' };
  const { user, host, since } = held.writer;
  return { id: 'document.reading-because-in-use', values: { user, host, since: localDate(new Date(since)) } };
}

/** Says who has a plan open to edit it. */
export function inUse(path: string, { writer, mayTakeOver }: HeldLock): DocumentInUse {
  const file = basename(path);
  if (writer === null) {
    return new DocumentInUse({ id: 'document.in-use-unknown', values: { file } }, null, mayTakeOver);
  }
  const { user, host, since } = writer;
  const sentence: Message = {
    id: 'document.in-use',
    values: { file, user, host, since: localDate(new Date(since)) },
  };
  const holder = { user, host, since, isThisMachine: isThisMachine(writer) };
  return new DocumentInUse(sentence, holder, mayTakeOver);
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

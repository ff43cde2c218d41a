import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import type { Message } from '#shared/messages/message.ts';
import { takeLock, type Writer } from './writer-lock.ts';

/** Who opens a plan file and when; `toRead` asks for no more than reading. */
export type Opener = { readonly user: string; readonly now: Date; readonly toRead?: boolean };

/** Either the writer that this program now is, or why it may only read. */
export type Access = { readonly writer: Writer | null; readonly readOnly: Message | null };

/** Becomes the writer of a plan file where nobody else is and the file and its folder can be written to. */
export function lockOrRead(path: string, opener: Opener): Access {
  if (opener.toRead === true) return { writer: null, readOnly: { id: 'document.reading-because-asked' } };
  if (!isWritable(path)) return notWritable;
  try {
    const lock = takeLock(path, opener.user, opener.now.toISOString());
    return lock.ok ? { writer: lock.writer, readOnly: null } : { writer: null, readOnly: inUse(lock.writer) };
  } catch {
    // Whatever keeps the lock from being written keeps the plan from being written too.
    return notWritable;
  }
}

const notWritable: Access = {
  writer: null,
  readOnly: { id: 'document.reading-because-not-writable' },
};

function inUse(writer: Writer | null): Message {
  if (writer === null) return { id: 'document.reading-because-locked' };
  const { user, host, since } = writer;
  return { id: 'document.reading-because-in-use', values: { user, host, since: since.slice(0, 10) } };
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

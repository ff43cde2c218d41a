import { closeSync, fstatSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs';
import type { FileChange } from '#shared/api/api.ts';
import { checkIntegrity, openDatabase } from './database.ts';
import { readLock } from './lock-file.ts';

/** Looks whether the file under an open plan is still the one that this program writes. */
export type FileWatch = {
  /** What has become of the file; once something has, it stays so. Null while it is ours. */
  readonly look: () => FileChange | null;
  /** Whether its path leads to another file now, or to none; nothing else is looked at. */
  readonly isMoved: () => boolean;
  /** Takes the file as it stands after a commit of our own, unless it is not what that commit makes of it. */
  readonly remember: (hash: string) => FileChange | null;
  /** Whether the very bytes under the open connection were written by somebody else. */
  readonly isOverwritten: () => boolean;
  /** The file's own descriptor: to be read from, and never to be closed by others. */
  readonly descriptor: number;
  /** To be called once the database is closed. */
  readonly close: () => void;
};

/** The file to watch: its real path, the page that holds the row with our token, the token, and the plan's rolling hash. */
type WatchedFile = {
  readonly path: string;
  readonly page: number;
  readonly token: string;
  readonly hash: string;
};

/** What a file is known by: its numbers, its header and the page of our token. */
type Mark = { readonly stats: BigIntStats; readonly header: Buffer; readonly page: Buffer };

const HEADER_BYTES = 100;
/** https://www.sqlite.org/fileformat2.html#the_database_header */
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
/** How the header writes the largest page size, which does not fit its two bytes. */
const LARGEST_PAGE = 65_536;
const COUNTER_RANGE = 2 ** 32;

/**
 * Starts to watch a file that this program has just become the writer of. The file is kept open by a descriptor of its
 * own until the database is closed: closing one of several lets go every lock that this process holds on the file
 * (https://www.sqlite.org/howtocorrupt.html, section 2.2). Null when what lies there now does not hold our token.
 */
export function watchFile(file: WatchedFile): FileWatch | null {
  const descriptor = openSync(file.path, 'r');
  let mark = readMark(descriptor, file.page);
  let { hash } = file;
  let change: FileChange | null = null;
  let isOverwritten = false;
  const changed = (found: FileChange): FileChange => {
    change = found === 'changed' && hasOtherWriter(file) ? 'taken-over' : found;
    return change;
  };
  const overwritten = (found: FileChange): FileChange => {
    isOverwritten = true;
    return changed(found);
  };
  const lookAtBytes = (): FileChange | null => {
    const now = readMark(descriptor, file.page);
    if (isSame(now, mark)) {
      if (now.stats.mtimeNs === mark.stats.mtimeNs) return null;
      // Touched without a byte that differs where a writer leaves its mark: a file server's clock, a virus scanner.
      if (!isGood(file.path)) return overwritten('changed');
      mark = now;
      return null;
    }
    return overwritten(now.page.includes(hash) && !now.page.includes(file.token) ? 'taken-over' : 'changed');
  };
  const watch: FileWatch = {
    look: () => {
      if (change !== null) return change;
      const place = placeOf(file.path, mark.stats);
      if (place === 'here' && hasOtherWriter(file)) return changed('taken-over');
      return place === 'here' ? lookAtBytes() : changed(place);
    },
    isMoved: () => placeOf(file.path, mark.stats) !== 'here',
    remember: (next) => {
      const now = readMark(descriptor, file.page);
      if (isSame(now, mark)) return null;
      if (!isOurCommit(mark, now) || !now.page.includes(file.token) || !now.page.includes(next))
        return overwritten('changed');
      mark = now;
      hash = next;
      return null;
    },
    // Who took it over may have edited it since the last look.
    isOverwritten: () =>
      isOverwritten || (change === 'taken-over' && !readMark(descriptor, file.page).page.includes(hash)),
    descriptor,
    close: () => closeSync(descriptor),
  };
  if (!watch.isMoved() && mark.page.includes(file.token)) return watch;
  closeSync(descriptor);
  return null;
}

/** A path that cannot be looked at says nothing: where the disk is out of reach, the commit fails by itself. */
function placeOf(path: string, { dev, ino }: BigIntStats): 'here' | 'gone' | 'changed' {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return 'gone';
    return stats.dev === dev && stats.ino === ino ? 'here' : 'changed';
  } catch {
    return 'here';
  }
}

function hasOtherWriter({ path, token }: WatchedFile): boolean {
  const writer = readLock(path)?.writer ?? null;
  return writer !== null && writer.token !== token;
}

function readMark(descriptor: number, page: number): Mark {
  const stats = fstatSync(descriptor, { bigint: true });
  const header = readAt(descriptor, 0, HEADER_BYTES);
  const size = pageSize(header);
  return { stats, header, page: readAt(descriptor, (page - 1) * size, size) };
}

/** Fewer bytes, or none, where the file has no more. */
function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}

function pageSize(header: Buffer): number {
  if (header.length < HEADER_BYTES) return 0;
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return size === 1 ? LARGEST_PAGE : size;
}

function isSame(now: Mark, mark: Mark): boolean {
  return now.stats.size === mark.stats.size && now.header.equals(mark.header) && now.page.equals(mark.page);
}

/** One commit counts one change, and the file ends with its last page. */
function isOurCommit(before: Mark, now: Mark): boolean {
  if (now.header.length < HEADER_BYTES) return false;
  const changes = now.header.readUInt32BE(CHANGES_AT) - before.header.readUInt32BE(CHANGES_AT);
  const bytes = BigInt(now.header.readUInt32BE(PAGES_AT)) * BigInt(pageSize(now.header));
  return (changes + COUNTER_RANGE) % COUNTER_RANGE === 1 && now.stats.size === bytes;
}

/** Whether the pages are what they should be, as a connection of its own reads them. */
function isGood(path: string): boolean {
  try {
    const db = openDatabase(path, true);
    try {
      checkIntegrity(db, path);
      return true;
    } finally {
      db.close();
    }
  } catch {
    // Damage, or bytes that are no database any more.
    return false;
  }
}

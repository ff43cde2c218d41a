import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { ReadLimits } from './limits.ts';
import { megabytes } from './limits.ts';
import { RefusalError, refusal } from './refusal.ts';

/** The parts of a zip file. Names are compared without regard to case, with `/` for `\` and no leading `/`. */
export type ZipArchive = {
  readonly has: (name: string) => boolean;
  readonly names: () => readonly string[];
  /** Unpacked size in bytes; 0 for a part that is not there. */
  readonly size: (name: string) => number;
  /** The content in pieces. Refuses a missing part, one that stands twice with different content, and damage. */
  readonly read: (name: string) => AsyncIterable<Buffer>;
};

const PIECE_BYTES = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a zip file held in memory and checks its directory against the limits before anything is unpacked.
 * Throws a RefusalError for a damaged, encrypted or oversized one.
 */
export async function openZip(bytes: Buffer, limits: ReadLimits): Promise<ZipArchive> {
  const { zip, entries } = await readDirectory(bytes, limits);
  checkSizes(entries, limits);
  const parts = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = partName(entryName(entry));
    parts.set(name, [...(parts.get(name) ?? []), entry]);
  }
  return {
    has: (name) => parts.has(partName(name)),
    names: () => [...parts.keys()],
    size: (name) => parts.get(partName(name))?.at(-1)?.uncompressedSize ?? 0,
    read: (name) => readEntry(bytes, zip, onlyEntry(parts.get(partName(name)), name), name),
  };
}

/** The form in which part names are compared. */
function partName(name: string): string {
  return name
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .toLowerCase();
}

/** Names are taken from the raw bytes: the library refuses a whole file for one absolute name, which real tools write. */
function entryName(entry: Entry): string {
  return entry.fileNameRaw.toString('utf8');
}

async function readDirectory(bytes: Buffer, limits: ReadLimits): Promise<{ zip: ZipFile; entries: Entry[] }> {
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false });
    if (zip.entryCount > limits.zipEntries) throw refusal('too-many-parts', { limit: limits.zipEntries });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { zip, entries };
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    const isEncrypted = error instanceof Error && error.message.includes('encryption');
    throw isEncrypted ? refusal('encrypted', {}, error) : refusal('damaged-zip', {}, error);
  }
}

function checkSizes(entries: readonly Entry[], limits: ReadLimits): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) throw refusal('encrypted', {});
    total += entry.uncompressedSize;
    const isTooLarge = entry.uncompressedSize > limits.entryBytes || total > limits.totalBytes;
    if (isTooLarge) throw refusal('unpacks-too-large', { limit: megabytes(limits.totalBytes) });
    const isTooTight =
      entry.uncompressedSize > limits.ratioFromBytes &&
      entry.uncompressedSize > entry.compressedSize * limits.ratio;
    if (isTooTight) throw refusal('packed-too-tightly', { part: entryName(entry) });
  }
}

/** A part that stands twice is read when both are the same; which of two different ones is meant nobody can tell. */
function onlyEntry(entries: readonly Entry[] | undefined, name: string): Entry {
  const last = entries?.at(-1);
  if (entries === undefined || last === undefined) throw refusal('part-missing', { part: name });
  const isSame = (entry: Entry) =>
    entry.crc32 === last.crc32 && entry.uncompressedSize === last.uncompressedSize;
  if (!entries.every(isSame)) throw refusal('part-twice', { part: name });
  return last;
}

async function* readEntry(bytes: Buffer, zip: ZipFile, entry: Entry, part: string): AsyncGenerator<Buffer> {
  let checksum = 0;
  let size = 0;
  try {
    const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = bytes.subarray(start, start + entry.compressedSize);
    for await (const piece of unpack(packed, entry.compressionMethod)) {
      size += piece.length;
      if (size > entry.uncompressedSize) throw refusal('damaged-part', { part });
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof RefusalError ? error : refusal('damaged-part', { part }, error);
  }
  // A flipped bit can leave the XML well-formed and an amount wrong; only the checksum tells.
  const isWhole = size === entry.uncompressedSize && checksum === entry.crc32;
  if (!isWhole) throw refusal('damaged-part', { part });
}

/** Unpacks in pieces of 64 KB: the library's own stream makes four times as many, each with its price. */
function unpack(packed: Buffer, method: number): AsyncIterable<Buffer> | Iterable<Buffer> {
  if (method === DEFLATED) {
    const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
    inflate.end(packed);
    return inflate;
  }
  if (method !== STORED) throw new Error(`packed by method ${method}`);
  return slices(packed);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES)
    yield bytes.subarray(start, start + PIECE_BYTES);
}

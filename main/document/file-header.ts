import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { DocumentError } from './document-error.ts';
import { explainFileError } from './explain-error.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
/** Where the header keeps what is asked of it: https://www.sqlite.org/fileformat2.html#the_database_header */
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const ROLLBACK_JOURNAL = 1;
const WRITE_AHEAD_LOG = 2;

/**
 * Looks at the first bytes of a file, without SQLite and so without any effect on it.
 * @throws DocumentError when it is no plan, was made by a newer program, or was switched to a write-ahead log.
 */
export function checkFileHeader(path: string): void {
  checkHeader(readHeader(path), basename(path));
}

/** As `checkFileHeader`, for bytes that are no file yet. @throws DocumentError */
export function checkHeader(bytes: Uint8Array, file: string): void {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_BYTES));
  const isDatabase = header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (!isDatabase || header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new DocumentError('not-a-plan', { id: 'document.not-a-plan', values: { file } });
  }
  if (header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION) {
    throw new DocumentError('newer-version', { id: 'document.newer-version', values: { file } });
  }
  const modes = [header[WRITE_VERSION_AT], header[READ_VERSION_AT]];
  if (modes.includes(WRITE_AHEAD_LOG)) {
    throw new DocumentError('wrong-mode', { id: 'document.wrong-mode', values: { file } });
  }
  if (modes.some((mode) => mode !== ROLLBACK_JOURNAL)) {
    throw new DocumentError('damaged', { id: 'document.damaged', values: { file } });
  }
}

/** The first bytes, fewer where the file has no more; none of what is no file. */
function readHeader(path: string): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    // A pipe would be waited for; on Windows, which has none of these, the flag is not known and counts as 0.
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const length = fstatSync(file).isFile() ? readSync(file, header, 0, HEADER_BYTES, 0) : 0;
      return header.subarray(0, length);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw explainFileError(error, path);
  }
}

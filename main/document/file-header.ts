import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
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
const WRITE_AHEAD_LOG = 2;

/**
 * Looks at the first bytes of a file, without SQLite and so without any effect on it.
 * @throws DocumentError when it is no plan, was made by a newer program, or was switched to a write-ahead log.
 */
export function checkFileHeader(path: string): void {
  const file = basename(path);
  const header = readHeader(path);
  if (header === null || header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new DocumentError('not-a-plan', { id: 'document.not-a-plan', values: { file } });
  }
  if (header.readUInt32BE(USER_VERSION_AT) > SCHEMA_VERSION) {
    throw new DocumentError('newer-version', { id: 'document.newer-version', values: { file } });
  }
  if (header[WRITE_VERSION_AT] === WRITE_AHEAD_LOG || header[READ_VERSION_AT] === WRITE_AHEAD_LOG) {
    throw new DocumentError('wrong-mode', { id: 'document.wrong-mode', values: { file } });
  }
}

function readHeader(path: string): Buffer | null {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      if (!fstatSync(file).isFile() || readSync(file, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return null;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw explainFileError(error, path);
  }
  return header.toString('latin1', 0, MAGIC.length) === MAGIC ? header : null;
}

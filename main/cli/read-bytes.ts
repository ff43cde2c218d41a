import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CliError } from './cli-error.ts';

/** Reads a file whole. @throws CliError */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    const id = isMissing ? 'cli.not-found' : 'cli.not-readable';
    throw new CliError({ id, values: { file: basename(path) } }, error);
  }
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export function sha256Of(path: string): string {
  return createHash('sha256').update(readBytes(path)).digest('hex');
}

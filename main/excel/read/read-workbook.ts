import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DEFAULT_LIMITS, megabytes } from './limits.ts';
import type { ReadLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { Watch } from './read-xlsx.ts';
import { RefusalError, refusal, toRefusal } from './refusal.ts';
import type { ReadRefusal } from './refusal.ts';
import type { Workbook } from './sheet.ts';
import { sniffFile } from './sniff.ts';

export type ReadOptions = {
  /** The name to tell in sentences and to name a csv's sheet by, where the input is bytes. */
  readonly fileName?: string;
  /** Is told the share read, from 0 to 1, at most a hundred times. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<ReadLimits>;
};

export type ReadResult = { readonly ok: true; readonly value: Workbook } | ReadRefusal;

/**
 * Reads a spreadsheet (xlsx, xlsm, csv, tsv) from a path or from its bytes into sheets of raw cells. What it is, is judged by
 * its content. Everything that may be wrong with a file comes back as a refusal; only a fault of the program throws.
 */
export async function readWorkbook(
  input: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadResult> {
  const path = typeof input === 'string' ? input : (options.fileName ?? '');
  const file = basename(options.fileName ?? path);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  try {
    const watch = createWatch(options);
    const bytes = typeof input === 'string' ? await readBytes(input, limits) : toBuffer(input);
    refuseLargeFile(bytes.length, limits);
    const kind = sniffFile(bytes, file);
    const value =
      kind === 'zip' ? await readXlsx(bytes, limits, watch) : await readCsv(bytes, file, limits, watch);
    return { ok: true, value };
  } catch (error) {
    if (error instanceof RefusalError) return toRefusal(error, file);
    throw error;
  }
}

async function readBytes(path: string, limits: ReadLimits): Promise<Buffer> {
  try {
    refuseLargeFile((await stat(path)).size, limits);
    return await readFile(path);
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw refusal(codeOfFileError(error), {}, error);
  }
}

function codeOfFileError(error: unknown): 'not-found' | 'not-a-file' | 'not-readable' {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not-found';
  return code === 'EISDIR' ? 'not-a-file' : 'not-readable';
}

function refuseLargeFile(bytes: number, limits: ReadLimits): void {
  if (bytes <= limits.fileBytes) return;
  const limit = megabytes(limits.fileBytes);
  throw refusal('file-too-large', { megabytes: megabytes(bytes), limit });
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Turns bytes read into progress, and a cancellation into the end of the reading. */
function createWatch({ onProgress, signal }: ReadOptions): Watch {
  let total = 0;
  let done = 0;
  let told = 0;
  return {
    total: (bytes) => {
      total = bytes;
    },
    done: (bytes) => {
      if (signal?.aborted === true) throw refusal('cancelled', {});
      done += bytes;
      const share = total === 0 ? 0 : Math.min(1, Math.floor((100 * done) / total) / 100);
      if (share <= told) return;
      told = share;
      onProgress?.(share);
    },
  };
}

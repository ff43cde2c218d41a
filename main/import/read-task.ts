import { createHash } from 'node:crypto';
import { EXPORTED_PLAN_NAME } from '#main/excel/exported-plan-name.ts';
import { readWorkbook } from '#main/excel/read/read-workbook.ts';
import type { JobTask } from '#main/jobs/job-protocol.ts';
import type { Message } from '#shared/messages/message.ts';
import type { GivenLocale } from './detect/file-locale.ts';
import { packImport } from './packed-import.ts';
import type { PackedImport } from './packed-import.ts';
import { readImport } from './read-import.ts';

export type ReadImportInput = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly locale: GivenLocale;
};
export type ReadImportOutput =
  { readonly ok: true; readonly packed: PackedImport } | { readonly ok: false; readonly message: Message };

/** Share of the work that is reading the file; finding tables is the rest. */
const READING = 0.8;

/** Reads a spreadsheet and finds its tables: the job behind every import. A file that cannot be read is an answer. */
export const readImportTask: JobTask<ReadImportInput, ReadImportOutput> = async (
  { bytes, name, locale },
  { onProgress, signal },
) => {
  const read = await readWorkbook(bytes, {
    fileName: name,
    signal,
    onProgress: (share) => onProgress(share * READING),
  });
  if (!read.ok) {
    // The reader pairs each code with the details that its message takes.
    return { ok: false, message: { id: `reader.${read.code}`, values: read.details } as Message };
  }
  if (read.value.definedNames.some((defined) => defined.name === EXPORTED_PLAN_NAME)) {
    return { ok: false, message: { id: 'import.exported-plan', values: { file: name } } };
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const state = readImport(read.value, { name, sha256 }, locale);
  onProgress(1);
  return { ok: true, packed: packImport(state) };
};

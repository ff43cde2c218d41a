import { basename } from 'node:path';
import { unpackImport, type ImportState } from '#main/import/import-service.ts';
import { jobMessage } from '#main/planner/run-task.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { readBytes } from './read-bytes.ts';

const READ_LIMIT_MS = 120_000;

/** Reads a spreadsheet in a job process, held to its memory and time; without a locale by the file's own words. @throws CliError */
export async function readSpreadsheet(
  { runJob, formats }: CliContext,
  path: string,
  locale: string | null,
): Promise<ImportState> {
  const bytes = new Uint8Array(readBytes(path));
  const result = await runJob({
    task: 'import/read',
    input: {
      bytes,
      name: basename(path),
      locale: { locale: locale ?? formats.locale, isChosen: locale !== null },
    },
    timeLimitMs: READ_LIMIT_MS,
  });
  if (!result.ok) throw new CliError(jobMessage(result), 'reason' in result ? result.reason : undefined);
  if (!result.value.ok) throw new CliError(result.value.message);
  return unpackImport(result.value.packed);
}

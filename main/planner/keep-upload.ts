import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { backupsOf } from '#main/document/backup-files.ts';
import { explainFileError } from '#main/document/explain-error.ts';
import { checkHeader } from '#main/document/file-header.ts';
import { inPlaceOf } from '#main/document/in-place-of.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { isPlanPath } from './plan-path.ts';
import { Refusal } from './refusal.ts';
import { safeFileName } from './safe-file-name.ts';

const BYTES_IN_MEGABYTE = 1024 * 1024;
/** A plan of 10,000 lines and 30 years takes about 60 megabytes; more than this cannot be sent by a page in one piece. */
const MOST_MEGABYTES = 100;
/** More copies of one name than anybody keeps. */
const MOST_COPIES = 1000;

/** Where the bytes stand now; `isNew` unless the very same file lay there already. */
type KeptUpload = { readonly path: string; readonly isNew: boolean };

/**
 * Puts a plan file that a page sent into the folder of plans, complete or not at all, under a name that is free there:
 * "Plan (2).perennial" where "Plan.perennial" is another plan.
 * @throws Refusal when it is too large. @throws DocumentError when it is no plan, or cannot be written.
 */
export function keepUpload(folder: string, name: string, bytes: Uint8Array): KeptUpload {
  const stem = safeFileName(basename(name, isPlanPath(name) ? extname(name) : ''));
  const file = `${stem}${PLAN_EXTENSION}`;
  if (bytes.length > MOST_MEGABYTES * BYTES_IN_MEGABYTE) {
    const values = { file, most: MOST_MEGABYTES, folder };
    throw new Refusal('too-large', { id: 'planner.upload-too-large', values });
  }
  checkHeader(bytes, file);
  makeFolder(folder);
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const path = join(folder, copy === 1 ? file : `${stem} (${copy})${PLAN_EXTENSION}`);
    if (holds(path, bytes)) return { path, isNew: false };
    if (!isFree(path)) continue;
    inPlaceOf(path, false, (temporary) => writeFileSync(temporary, bytes, { flag: 'wx' }));
    return { path, isNew: true };
  }
  throw new Refusal('file-exists', { id: 'document.file-exists', values: { file } });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

/** Backups of a plan that is gone keep its name taken: they would pass for those of the new one. */
function isFree(path: string): boolean {
  return !existsSync(path) && backupsOf(path).length === 0;
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return statSync(path).size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    // What cannot be read is not known to be the same.
    return false;
  }
}

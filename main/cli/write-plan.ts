import { existsSync, rmSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { writePlanJson } from '#shared/plan/json/write-plan-json.ts';
import { createDocument } from '#main/document/create-document.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import type { CliContext } from './cli-context.ts';
import type { LoadedPlan } from './load-plan.ts';
import { startHistory } from './plan-history.ts';
import { writeText } from './write-output.ts';

const JSON_EXTENSION = '.json';
export const PLAN_EXTENSIONS: readonly string[] = [PLAN_EXTENSION, JSON_EXTENSION];

/**
 * Writes a plan as Plan JSON or as a plan file, by the name's end. A plan file that is there is never replaced: it may be
 * the only copy of somebody's work.
 * @throws CliError or DocumentError
 */
export function writePlan(context: CliContext, loaded: LoadedPlan, target: string): void {
  if (extname(target).toLowerCase() === JSON_EXTENSION) return writeText(target, writePlanJson(loaded.plan));
  const { imported } = loaded;
  const creation = { now: context.now(), version: context.version, replace: false };
  if (imported === null) return createDocument(target, loaded.plan, creation);
  return writeImported(context, { ...imported, target });
}

type Imported = NonNullable<LoadedPlan['imported']> & { readonly target: string };

/** The rows of a spreadsheet are the first step of the new plan's history; it gets its name once that step stands. */
function writeImported(context: CliContext, { empty, edit, target }: Imported): void {
  if (existsSync(target)) {
    const values = { file: basename(target) };
    throw new DocumentError('file-exists', { id: 'document.file-exists', values });
  }
  const making = `${target}.${context.newId()}${PLAN_EXTENSION}`;
  try {
    const document = startHistory(context, { empty, edit }, { path: making, replace: false }).document();
    try {
      document.copyTo(target, false);
    } finally {
      document.close();
    }
  } finally {
    rmSync(making, { force: true });
  }
}

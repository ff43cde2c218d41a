import { basename, extname } from 'node:path';
import { writeMessage } from '#shared/messages/write-message.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { openDocument } from '#main/document/document.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { planFromImport, suggestChoices, type ImportState } from '#main/import/import-service.ts';
import { localDate } from '#main/host/local-time.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { readBytes } from './read-bytes.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/** A file as the plan that it is, or that it was taken for. */
export type LoadedPlan = {
  readonly plan: Plan;
  /** The number of the last edit in the plan's file, 0 for a plan without one. */
  readonly seq: number;
  /** For a spreadsheet: the empty plan and the one edit that brings its rows. */
  readonly imported: { readonly empty: Plan; readonly edit: Edit } | null;
};

const IMPORT_SEQ = 1;

/** Reads a plan from any file that holds one or can be taken for one. @throws CliError or DocumentError */
export async function loadPlan(
  context: CliContext,
  path: string,
  locale: string | null,
): Promise<LoadedPlan> {
  const known = loadPlanFile(context, path);
  if (known) return known;
  const state = await readSpreadsheet(context, path, locale);
  const taken = takeAsPlan(context, state);
  if (taken) return taken;
  throw new CliError({ id: 'cli.nothing-to-import', values: { file: basename(path) } });
}

/** Reads a plan file or Plan JSON; null for a file of any other kind. */
export function loadPlanFile(context: CliContext, path: string): LoadedPlan | null {
  switch (extname(path).toLowerCase()) {
    case PLAN_EXTENSION: {
      const opener = { user: context.user, now: context.now(), mode: 'read' as const };
      const document = openDocument(path, opener);
      document.close();
      return { plan: document.opened.plan, seq: document.opened.seq, imported: null };
    }
    case '.json':
      return { plan: readJson(context, path), seq: 0, imported: null };
    default:
      return null;
  }
}

/** Makes a plan of what was recognised in a spreadsheet; null when nothing can be taken without help. */
export function takeAsPlan(context: CliContext, state: ImportState): LoadedPlan | null {
  const choices = suggestChoices(state);
  if (choices === null) return null;
  const made = planFromImport(state, choices, { id: context.newId(), today: localDate(context.now()) });
  if (!made.ok) throw new CliError(made.problem);
  const applied = applyEdit(made.plan, made.edit, { origin: originOfEdit(IMPORT_SEQ) });
  if (!applied.ok) throw new CliError(applied.refusal);
  return { plan: applied.plan, seq: 0, imported: { empty: made.plan, edit: made.edit } };
}

function readJson({ formats }: CliContext, path: string): Plan {
  const read = readPlanJson(readBytes(path).toString('utf8'));
  if (read.ok) return read.plan;
  const [first] = read.errors;
  throw new CliError({
    id: 'cli.bad-plan-json',
    values: {
      file: basename(path),
      path: first?.path ?? '',
      problem: first === undefined ? '' : writeMessage(first.message, formats),
      more: Math.max(0, read.errors.length - 1),
    },
  });
}

import { basename } from 'node:path';
import type { ImportReport } from '#shared/api/import-report.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { importJson, importText } from './import-report.ts';
import { loadPlanFile, takeAsPlan, type LoadedPlan } from './load-plan.ts';
import { sha256Of } from './read-bytes.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';
import { PLAN_EXTENSIONS, writePlan } from './write-plan.ts';
import { checkTarget } from './write-output.ts';

export type ImportCall = {
  readonly file: string;
  readonly out: string | null;
  readonly json: boolean;
  readonly locale: string | null;
};

/** `import`: says what a file holds, and writes the plan that it was taken for where that is asked. */
export async function runImport(
  context: CliContext,
  { file, out, json, locale }: ImportCall,
): Promise<number> {
  if (out !== null) checkTarget(out, file, PLAN_EXTENSIONS);
  const { report, loaded } = await readAny(context, file, locale);
  if (out !== null) {
    if (loaded === null) throw nothingToImport(file);
    writePlan(context, loaded, out);
  }
  const { formats } = context;
  context.print(json ? JSON.stringify(importJson(report, formats), null, 2) : importText(report, formats));
  if (out !== null && !json) context.print(writeMessage({ id: 'cli.wrote', values: { file: out } }, formats));
  return 0;
}

function nothingToImport(file: string): CliError {
  return new CliError({ id: 'cli.nothing-to-import', values: { file: basename(file) } });
}

type Read = { readonly report: ImportReport; readonly loaded: LoadedPlan | null };

async function readAny(context: CliContext, file: string, locale: string | null): Promise<Read> {
  const loaded = loadPlanFile(context, file);
  if (loaded === null) {
    const state = await readSpreadsheet(context, file, locale);
    return { report: state.report, loaded: takeAsPlan(context, state) };
  }
  const { plan } = loaded;
  const counts = {
    lines: plan.lines.rows.length,
    sources: plan.sources.rows.length,
    years: plan.axis.years.length,
  };
  const none = { sheets: [], tables: [], findings: [] };
  return { report: { file: basename(file), sha256: sha256Of(file), ...none, plan: counts }, loaded };
}

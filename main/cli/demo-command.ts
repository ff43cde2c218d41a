import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cliMessages } from '#shared/messages/catalogue/cli.ts';
import type { Message } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { checkPlan } from './check-command.ts';
import { beforeAfterTable, planHeading } from './check-report.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { fundEveryLine } from './demo-funding.ts';
import { writeWorkbook } from './export-command.ts';
import { takeAsPlan } from './load-plan.ts';
import { planFormats } from './plan-formats.ts';
import { startHistory, type ImportedRows } from './plan-history.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

const DEFAULT_FOLDER = 'perennial-demo';
const SHEET = 'exampleton-spending-plan.csv';
const SHEET_LOCALE = 'en-GB';

/** The demo's own files in its folder; a second demo replaces them. */
type DemoFiles = { readonly sheet: string; readonly plan: string; readonly workbook: string };

/** `demo`: a spreadsheet becomes a plan, gets a source, is funded, checked and exported, with nobody at the keys. */
export async function runDemo(context: CliContext, out: string | null): Promise<number> {
  const files = prepareFolder(context, out ?? DEFAULT_FOLDER);
  const state = await readSpreadsheet(context, files.sheet, SHEET_LOCALE);
  const imported = takeAsPlan(context, state)?.imported ?? null;
  if (imported === null) {
    throw new CliError({ id: 'cli.nothing-to-import', values: { file: basename(files.sheet) } });
  }
  const { before, after, seq } = fund(context, imported, files.plan);
  await writeWorkbook(context, { plan: after, seq }, files.workbook);
  context.print(report({ before, after, files }));
  return 0;
}

function prepareFolder({ samples }: CliContext, folder: string): DemoFiles {
  const sheet = join(folder, SHEET);
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(samples, SHEET), sheet);
  } catch (error) {
    throw new CliError({ id: 'cli.not-writable', values: { file: sheet } }, error);
  }
  return {
    sheet,
    plan: join(folder, 'exampleton-demo.perennial'),
    workbook: join(folder, 'exampleton-demo.xlsx'),
  };
}

/** Imports the rows and funds them, each as a step of the plan's own history. */
function fund(context: CliContext, imported: ImportedRows, path: string) {
  const session = startHistory(context, imported, { path, replace: true });
  try {
    const before = session.state();
    session.apply(before.seq, fundEveryLine(before.plan));
    const { plan, seq } = session.state();
    return { before: before.plan, after: plan, seq };
  } finally {
    session.document().close();
  }
}

type Done = { readonly before: Plan; readonly after: Plan; readonly files: DemoFiles };

function report({ before, after, files }: Done): string {
  const formats = planFormats(after);
  const write = (message: Message) => writeMessage(message, formats);
  const source = cliMessages['cli.demo-source-name'];
  return [
    write({ id: 'cli.demo-title' }),
    planHeading(after),
    [
      write({ id: 'cli.demo-read', values: { file: files.sheet } }),
      write({ id: 'cli.demo-source', values: { source, lines: after.lines.rows.length } }),
      write({ id: 'cli.demo-workbook', values: { file: files.workbook } }),
      write({ id: 'cli.demo-plan', values: { file: files.plan } }),
    ].join('\n'),
    beforeAfterTable(checkPlan(before), checkPlan(after), formats),
  ].join('\n\n');
}

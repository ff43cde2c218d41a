import { writeMessage } from '#shared/messages/write-message.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { planDigest } from '#shared/review/digest.ts';
import { jobMessage } from '#main/planner/run-task.ts';
import { checkPlan } from './check-command.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import type { OutCall } from './convert-command.ts';
import { loadPlan, type LoadedPlan } from './load-plan.ts';
import { checkTarget } from './write-output.ts';

const WORKBOOK_EXTENSION = '.xlsx';
const WRITE_LIMIT_MS = 300_000;

/** `export`: writes the reviewed workbook. */
export async function runExport(context: CliContext, { file, out, locale }: OutCall): Promise<number> {
  if (out === null)
    throw new CliError({
      id: 'cli.out-needed',
      values: { command: 'export', extension: WORKBOOK_EXTENSION },
    });
  checkTarget(out, file, [WORKBOOK_EXTENSION]);
  const loaded = await loadPlan(context, file, locale);
  await writeWorkbook(context, loaded, out);
  context.print(writeMessage({ id: 'cli.wrote', values: { file: out } }, context.formats));
  return 0;
}

/** Writes the workbook of a plan in a job process, beside its name first and then under it. @throws CliError */
export async function writeWorkbook(
  { runJob, now, version }: CliContext,
  { plan, seq }: Pick<LoadedPlan, 'plan' | 'seq'>,
  path: string,
): Promise<void> {
  const result = await runJob({
    task: 'export/workbook',
    input: {
      plan: packPlan(plan),
      results: checkPlan(plan),
      digest: planDigest(plan),
      sequence: seq,
      exportedAt: now().toISOString(),
      appVersion: version,
      path,
    },
    timeLimitMs: WRITE_LIMIT_MS,
  });
  if (!result.ok) throw new CliError(jobMessage(result), 'reason' in result ? result.reason : undefined);
}

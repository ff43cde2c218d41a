import { extname } from 'node:path';
import { writeMessage } from '#shared/messages/write-message.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { loadPlan } from './load-plan.ts';
import { checkTarget } from './write-output.ts';
import { PLAN_EXTENSIONS, writePlan } from './write-plan.ts';

export type OutCall = { readonly file: string; readonly out: string | null; readonly locale: string | null };

/** `convert`: writes the plan in the other format, and says what the format leaves behind. */
export async function runConvert(context: CliContext, { file, out, locale }: OutCall): Promise<number> {
  const { formats } = context;
  if (out === null)
    throw new CliError({
      id: 'cli.out-needed',
      values: { command: 'convert', extension: PLAN_EXTENSION },
    });
  checkTarget(out, file, PLAN_EXTENSIONS);
  const loaded = await loadPlan(context, file, locale);
  writePlan(context, loaded, out);
  context.print(writeMessage({ id: 'cli.wrote', values: { file: out } }, formats));
  const leavesHistory = extname(file).toLowerCase() === PLAN_EXTENSION;
  if (leavesHistory && extname(out).toLowerCase() !== PLAN_EXTENSION)
    context.print(writeMessage({ id: 'cli.json-leaves-history', values: { file: out } }, formats));
  return 0;
}

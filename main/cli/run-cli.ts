import type { Message } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { DocumentError } from '#main/document/document-error.ts';
import { Refusal } from '#main/planner/refusal.ts';
import { runCheck } from './check-command.ts';
import type { CliContext } from './cli-context.ts';
import { CliError } from './cli-error.ts';
import { readCommandLine } from './command-line.ts';
import { runConvert } from './convert-command.ts';
import { runDemo } from './demo-command.ts';
import { runExport } from './export-command.ts';
import { runImport } from './import-command.ts';

const WRONG = 2;

/** Prints one line to standard error. */
export type PrintError = (line: string) => void;

/**
 * Does what the command line says and answers the exit code: 0 done, 1 done and a check fails, 2 the file or the call is
 * wrong, with one line that says what, where and what to do.
 */
export async function runCli(
  args: readonly string[],
  context: CliContext,
  printError: PrintError,
): Promise<number> {
  try {
    return await runCommand(args, context);
  } catch (error) {
    const line = writeMessage(sentenceOf(error), context.formats);
    printError(line.replace(/\s*\n\s*/g, ' '));
    return WRONG;
  }
}

async function runCommand(args: readonly string[], context: CliContext): Promise<number> {
  const call = readCommandLine(args);
  switch (call.kind) {
    case 'help':
      context.print(writeMessage({ id: 'cli.help' }, context.formats));
      return 0;
    case 'version':
      context.print(context.version);
      return 0;
    case 'command':
      break;
  }
  switch (call.command) {
    case 'check':
      return runCheck(context, call);
    case 'import':
      return runImport(context, call);
    case 'export':
      return runExport(context, call);
    case 'convert':
      return runConvert(context, call);
    case 'demo':
      return runDemo(context, call.out);
  }
}

function sentenceOf(error: unknown): Message {
  if (error instanceof CliError) return error.sentence;
  if (error instanceof DocumentError) return error.sentence;
  if (error instanceof Refusal) return error.error.message;
  return { id: 'cli.fault' };
}

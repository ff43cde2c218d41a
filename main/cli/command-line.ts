import { parseArgs } from 'node:util';
import { CliError } from './cli-error.ts';

type CommandName = 'check' | 'import' | 'export' | 'convert' | 'demo';

/** A call that is understood. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      /** Empty for demo. */
      readonly file: string;
      readonly out: string | null;
      readonly json: boolean;
      /** Null when none is given: a spreadsheet's own words come first. */
      readonly locale: string | null;
    };

const out = { out: { type: 'string' } } as const;
const json = { json: { type: 'boolean' } } as const;
const locale = { locale: { type: 'string' } } as const;
const OPTIONS = {
  check: { ...json, ...locale },
  import: { ...out, ...json, ...locale, recipe: { type: 'string' } },
  export: { ...out, ...locale },
  convert: { ...out, ...locale },
  demo: { ...out },
} as const;

type Values = { readonly [name: string]: unknown };

/** Reads the words of the command line. @throws CliError for a call that is not understood. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) return { kind: 'help' };
  if (args.includes('--version')) return { kind: 'version' };
  if (command === undefined) throw new CliError({ id: 'cli.no-command' });
  if (!isCommand(command)) throw new CliError({ id: 'cli.unknown-command', values: { command } });
  const { values, files } = readOptions(command, rest);
  if (values['recipe'] !== undefined) throw new CliError({ id: 'cli.no-recipes' });
  return {
    kind: 'command',
    command,
    file: readFile(command, files),
    out: typeof values['out'] === 'string' ? values['out'] : null,
    json: values['json'] === true,
    locale: readLocale(values['locale']),
  };
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(OPTIONS, word);
}

function readOptions(
  command: CommandName,
  args: readonly string[],
): { readonly values: Values; readonly files: readonly string[] } {
  try {
    const read = parseArgs({ args: [...args], options: OPTIONS[command], allowPositionals: true });
    return { values: read.values, files: read.positionals };
  } catch (error) {
    // parseArgs names the option in its first sentence; what follows is advice for programmers.
    const problem = error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : '';
    const ended = /[.!?]$/.test(problem) ? problem : `${problem}.`;
    throw new CliError({ id: 'cli.bad-options', values: { command, problem: ended } }, error);
  }
}

function readFile(command: CommandName, files: readonly string[]): string {
  const [file] = files;
  if (command === 'demo') {
    if (file !== undefined) throw new CliError({ id: 'cli.no-files', values: { command } });
    return '';
  }
  if (file === undefined || files.length > 1)
    throw new CliError({ id: 'cli.one-file', values: { command, given: files.length } });
  return file;
}

function readLocale(tag: unknown): string | null {
  if (typeof tag !== 'string') return null;
  try {
    const [known] = Intl.getCanonicalLocales(tag);
    if (known !== undefined) return known;
  } catch {
    // Not well formed: told below.
  }
  throw new CliError({ id: 'cli.unknown-locale', values: { locale: tag } });
}

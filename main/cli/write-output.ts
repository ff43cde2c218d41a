import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { checkFolder } from '#main/document/check-folder.ts';
import { settleFile } from '#main/document/durable-file.ts';
import { CliError } from './cli-error.ts';

/** Holds that a name is one that the command may write: of the right kind, and not the file that is read. @throws CliError or DocumentError */
export function checkTarget(target: string, input: string, extensions: readonly string[]): void {
  const file = basename(target);
  if (!extensions.includes(extname(target).toLowerCase())) {
    const values = { file, extensions: extensions.join(' or ') };
    throw new CliError({ id: 'cli.out-extension', values });
  }
  checkFolder(target);
  if (existsSync(target) && existsSync(input) && realpathSync(target) === realpathSync(input))
    throw new CliError({ id: 'cli.out-is-input', values: { file } });
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new CliError({ id: 'cli.not-writable', values: { file } });
}

/** Writes a text file: it appears complete or not at all. @throws CliError */
export function writeText(target: string, text: string): void {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    settleFile(temporary, target, true);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new CliError({ id: 'cli.not-writable', values: { file: basename(target) } }, error);
  }
}

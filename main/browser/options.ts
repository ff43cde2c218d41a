import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

/** What a person may say when the loopback host is started. */
export type BrowserOptions = {
  /** The folder whose plans can be opened, null for the usual one. */
  readonly folder: string | null;
  /** 0 takes any free port. */
  readonly port: number;
  /** The plan to begin with, null for none. */
  readonly file: string | null;
};

/** Reads the words of the command line; null when they make no sense. */
export function readOptions(args: readonly string[]): BrowserOptions | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { folder: { type: 'string' }, port: { type: 'string' } },
      allowPositionals: true,
    });
    const port = values.port ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return null;
    const [file, ...more] = positionals;
    if (more.length > 0) return null;
    return { folder: resolved(values.folder), port: Number(port), file: resolved(file) };
  } catch {
    return null;
  }
}

function resolved(path: string | undefined): string | null {
  return path === undefined ? null : resolve(path);
}

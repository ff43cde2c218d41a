import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

/** What a person may say when the loopback host is started. */
export type BrowserOptions = {
  /** The folder whose plans can be opened, null for the usual one. */
  readonly folder: string | null;
  /** 0 takes any free port. */
  readonly port: number;
};

/** Reads the words of the command line; null when they make no sense. */
export function readOptions(args: readonly string[]): BrowserOptions | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { folder: { type: 'string' }, port: { type: 'string' } },
    });
    const port = values.port ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return null;
    return { folder: values.folder === undefined ? null : resolve(values.folder), port: Number(port) };
  } catch {
    return null;
  }
}

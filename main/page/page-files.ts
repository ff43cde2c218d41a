import { readdir, readFile } from 'node:fs/promises';
import { extname, join, posix, relative, sep } from 'node:path';

const NONCE_MARK = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

/** One file of the built page, ready to be sent. */
export type PageFile = { readonly type: string; readonly body: Uint8Array };
/** The files of the built page by their address path; nothing outside this list can be asked for. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/** Reads the built page into memory. The list of files is fixed here, so that no request ever becomes a path. */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const address = posix.join('/', ...relative(folder, path).split(sep));
    files.set(address, { type, body: await readFile(path) });
  }
  return files;
}

/** The file for an address path: `/` is the page itself, with the nonce of this load written into it. */
export function findPageFile(files: PageFiles, path: string, nonce: string): PageFile | undefined {
  const file = files.get(path === '/' ? '/index.html' : path);
  if (!file || !file.type.startsWith('text/html')) return file;
  const html = new TextDecoder().decode(file.body).replaceAll(NONCE_MARK, nonce);
  return { type: file.type, body: new TextEncoder().encode(html) };
}

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';
import { runNode } from './run-node.ts';

/** Long enough for a slow line, short enough for a network that swallows the request. */
const FETCH_LIMIT_MILLISECONDS = 90_000;
const RETRY_AFTER_MILLISECONDS = 24 * 60 * 60 * 1000;
const ELECTRON = inProject('node_modules/electron');
const FAILED_FETCH = inProject('node_modules/.cache/perennial/electron-not-fetched');

/** Where Electron's program lies, or undefined when npm brought only its wrapper. */
export function findElectron(): string | undefined {
  const pathFile = join(ELECTRON, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(ELECTRON, 'dist');
  const program = join(folder, readFileSync(pathFile, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** Why this machine cannot show a desktop window, or undefined when it can. */
export function findDesktopObstacle(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  if (display === '') return 'this machine has no display';
  return process.getuid?.() === 0 ? "Electron's sandbox does not run as root" : undefined;
}

/** Why the desktop window cannot be tested on this machine, in words that follow a colon; undefined when it can. */
export function findDesktopTestObstacle(): string | undefined {
  return findElectron() === undefined ? "Electron's binary is not here" : findDesktopObstacle();
}

function hasFailedLately(): boolean {
  if (!existsSync(FAILED_FETCH)) return false;
  return Date.now() - statSync(FAILED_FETCH).mtimeMs < RETRY_AFTER_MILLISECONDS;
}

/** Fetches Electron's program with Electron's own installer; quietly, within a time limit, at most once a day when it fails. */
export async function fetchElectron(): Promise<string | undefined> {
  const installer = join(ELECTRON, 'install.js');
  if (hasFailedLately() || !existsSync(installer)) return undefined;
  process.stdout.write('Fetching Electron, once ...\n');
  await runNode([installer], { timeoutMilliseconds: FETCH_LIMIT_MILLISECONDS });
  const program = findElectron();
  if (program === undefined) {
    mkdirSync(join(FAILED_FETCH, '..'), { recursive: true });
    writeFileSync(FAILED_FETCH, 'Delete this file to try again, or run: npx install-electron\n');
  }
  return program;
}

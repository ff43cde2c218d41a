import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';
import { runNode } from './run-node.ts';

const SOURCES = [
  'shared',
  'main',
  'preload',
  'renderer',
  'tools/renderer-config.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
/** Written after a build that succeeded; holds the moment that build began, in milliseconds. */
const STAMP = inProject('out/built-from.txt');

/** The newest change below a path, in milliseconds; folders count too, since a deleted file touches only its folder. */
function newestChange(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const inside = readdirSync(path).map((name) => newestChange(join(path, name)));
  return inside.reduce((newest, time) => Math.max(newest, time), stats.mtimeMs);
}

/** Whether out/ was built from the sources as they are now; where there are no sources, whatever is in out/ counts. */
function isBuildCurrent(): boolean {
  if (!existsSync(STAMP)) return false;
  const builtFrom = Number.parseInt(readFileSync(STAMP, 'utf8'), 10);
  return SOURCES.map(inProject).every((path) => !existsSync(path) || newestChange(path) <= builtFrom);
}

/** Builds the program into out/. Answers undefined when it succeeded, else what the builder printed. */
export async function build(isQuiet: boolean): Promise<string | undefined> {
  const began = Date.now();
  const args = [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'];
  const result = await runNode(isQuiet ? [...args, '--logLevel', 'warn'] : args, { inherit: !isQuiet });
  if (result.code !== 0) return result.output;
  writeFileSync(STAMP, `${began}\n`);
  return undefined;
}

/** Builds when a source changed since the last build, saying so. Answers undefined when out/ is current, else why not. */
export async function buildIfNeeded(): Promise<string | undefined> {
  if (isBuildCurrent()) return undefined;
  process.stdout.write('Building Perennial ...\n');
  return build(true);
}

/** As `buildIfNeeded`, for a program that is nothing without its build: ends it with the builder's words when that fails. */
export async function requireBuild(): Promise<void> {
  const failure = await buildIfNeeded();
  if (failure === undefined) return;
  process.stderr.write(`${failure}\nThe build failed: nothing was started.\n`);
  process.exit(1);
}

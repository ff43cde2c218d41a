import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from '#tools/project.ts';

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A folder with the launchers of the project in it, and whatever files a test adds by their path. */
export function makeLauncherTree(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'perennial-launcher-')));
  mkdirSync(join(folder, 'tools'));
  for (const name of readdirSync(inProject('tools')).filter((file) => /\.(ts|mjs)$/.test(file))) {
    copyFileSync(inProject(`tools/${name}`), join(folder, 'tools', name));
  }
  for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs Node in that folder, with the environment of a plain terminal without a display. */
export function runThere(folder: string, args: readonly string[]): Promise<Outcome> {
  const env = { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'] };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

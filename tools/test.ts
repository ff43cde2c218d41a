import { mkdirSync, rmSync } from 'node:fs';
import { findBrowser } from '#tests/e2e/browser.ts';
import { requireBuild } from './built-program.ts';
import { findDesktopTestObstacle } from './electron-binary.ts';
import { findLibreOffice } from './libreoffice.ts';
import { inProject } from './project.ts';
import { runNode } from './run-node.ts';
import { readPlaywrightCount, readTestCount, readVitestCount, type TestCount } from './test-results.ts';

const UNIT_REPORT = inProject('test-results/unit.json');
const BROWSER_REPORT = inProject('test-results/browser.json');

/**
 * Leaves out, and says so, the tests that have exported workbooks calculated anew by LibreOffice where there is none;
 * where everything must be tried (CI is set) they run and fail.
 */
function withoutRecalculation(): readonly string[] {
  if (findLibreOffice() !== undefined || process.env['CI'] !== undefined) return [];
  process.stdout.write(
    'Left out: the recalculation of exported workbooks (tests/recalculation), because LibreOffice Calc is not here.\n',
  );
  return ['--exclude=tests/recalculation/**'];
}

async function runUnitTests(): Promise<TestCount> {
  const { code } = await runNode(
    [
      inProject('node_modules/vitest/vitest.mjs'),
      'run',
      `--config=${inProject('tests/vitest.config.ts')}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
      ...withoutRecalculation(),
    ],
    { inherit: true },
  );
  return readTestCount({ file: UNIT_REPORT, exitCode: code, read: readVitestCount });
}

/** Runs the window in a browser, and on the desktop where it can be; says so where it cannot. */
async function runBrowserTests(): Promise<TestCount> {
  const obstacle = findDesktopTestObstacle();
  if (obstacle !== undefined) process.stdout.write(`Desktop smoke test left out: ${obstacle}.\n`);
  try {
    // Found here once, and handed to the runner and its workers by the environment.
    await findBrowser();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { code } = await runNode(
    [
      inProject('node_modules/@playwright/test/cli.js'),
      'test',
      '-c',
      inProject('tests/e2e/playwright.config.ts'),
    ],
    { inherit: true },
  );
  return readTestCount({ file: BROWSER_REPORT, exitCode: code, read: readPlaywrightCount });
}

/** `unit` or `browser` run one of the two; without a word, both. */
const wanted = process.argv[2];
rmSync(inProject('test-results'), { recursive: true, force: true });
mkdirSync(inProject('test-results'), { recursive: true });
await requireBuild();
const counts: TestCount[] = [];
if (wanted !== 'browser') counts.push(await runUnitTests());
if (wanted !== 'unit') counts.push(await runBrowserTests());

const sum = (key: keyof TestCount): number => counts.reduce((total, count) => total + count[key], 0);
if (sum('skipped') > 0) process.stdout.write(`${sum('skipped')} skipped: each says why above.\n`);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;

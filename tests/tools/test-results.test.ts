import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlaywrightCount, readTestCount, readVitestCount } from '#tools/test-results.ts';

function writeReport(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'perennial-report-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const GREEN = {
  numPassedTests: 7,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  numPendingTests: 1,
  numTodoTests: 0,
};

describe('counting tests', () => {
  test('a green run is counted as it is', () => {
    const file = writeReport(GREEN);
    expect(readTestCount({ file, exitCode: 0, read: readVitestCount })).toEqual({
      passed: 7,
      failed: 0,
      skipped: 1,
    });
  });

  test('a file that could not be loaded is a failure', () => {
    const file = writeReport({ ...GREEN, numFailedTestSuites: 1 });
    expect(readTestCount({ file, exitCode: 1, read: readVitestCount }).failed).toBe(1);
  });

  test('a runner that fails without a failed test is a failure', () => {
    const file = writeReport(GREEN);
    expect(readTestCount({ file, exitCode: 1, read: readVitestCount }).failed).toBe(1);
  });

  test('no test at all is a failure', () => {
    const file = writeReport({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } });
    expect(readTestCount({ file, exitCode: 0, read: readPlaywrightCount })).toEqual({
      passed: 0,
      failed: 1,
      skipped: 3,
    });
  });

  test('a missing report is a failure', () => {
    const file = join(tmpdir(), 'perennial-no-such-report.json');
    expect(readTestCount({ file, exitCode: 0, read: readPlaywrightCount }).failed).toBe(1);
  });

  test('a browser test that passed only at its second try is a failure', () => {
    const file = writeReport({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } });
    expect(readTestCount({ file, exitCode: 1, read: readPlaywrightCount })).toEqual({
      passed: 4,
      failed: 2,
      skipped: 0,
    });
  });
});

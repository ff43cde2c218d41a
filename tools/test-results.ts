import { existsSync, readFileSync } from 'node:fs';

export type TestCount = { readonly passed: number; readonly failed: number; readonly skipped: number };

type RunnerReport = {
  readonly file: string;
  readonly exitCode: number;
  /** Reads the counts out of the runner's own JSON report. */
  readonly read: (report: unknown) => TestCount;
};

/** The number under a path of keys of a JSON report; 0 where there is none. */
function numberAt(report: unknown, ...path: readonly string[]): number {
  let value: unknown = report;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === 'number' ? value : 0;
}

/** Counts of vitest's JSON report; a test file that could not be loaded has no tests and still counts as one failure. */
export function readVitestCount(report: unknown): TestCount {
  const failedTests = numberAt(report, 'numFailedTests');
  const failedFiles = numberAt(report, 'numFailedTestSuites');
  return {
    passed: numberAt(report, 'numPassedTests'),
    failed: failedTests === 0 && failedFiles > 0 ? failedFiles : failedTests,
    skipped: numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests'),
  };
}

/** Counts of Playwright's JSON report; a test that passed only when tried again counts as failed. */
export function readPlaywrightCount(report: unknown): TestCount {
  return {
    passed: numberAt(report, 'stats', 'expected'),
    failed: numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky'),
    skipped: numberAt(report, 'stats', 'skipped'),
  };
}

/**
 * What a test runner did. A runner that ended in failure without a failed test (it crashed, found no tests, or an
 * error came after the last one) counts as one failure, and so does one that ran nothing at all.
 */
export function readTestCount({ file, exitCode, read }: RunnerReport): TestCount {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const count = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : nothing;
  const isHiddenFailure = count.failed === 0 && (exitCode !== 0 || count.passed === 0);
  return isHiddenFailure ? { ...count, failed: 1 } : count;
}

import { afterEach, expect, test } from 'vitest';
import { forkNodeProcess } from '#main/jobs/job-process.ts';
import type { ForkJobProcess } from '#main/jobs/job-process.ts';
import { createJobRunner } from '#main/jobs/run-jobs.ts';
import type { JobRunner } from '#main/jobs/run-jobs.ts';
import type { testTasks } from './test-tasks.ts';

type Runner = JobRunner<typeof testTasks>;

const WORKER = new URL('./test-worker.ts', import.meta.url);
const TEN_SECONDS = 10_000;
const opened: Runner[] = [];

function openRunner(memoryLimitMb?: number): { runner: Runner; started: () => number } {
  let started = 0;
  const fork: ForkJobProcess = (options) => {
    started += 1;
    return forkNodeProcess(options);
  };
  const limit = memoryLimitMb === undefined ? {} : { memoryLimitMb };
  const runner = createJobRunner<typeof testTasks>({ worker: WORKER, fork, ...limit });
  opened.push(runner);
  return { runner, started: () => started };
}

const holding = (text: string): unknown => expect.stringContaining(text);

afterEach(() => {
  for (const runner of opened.splice(0)) runner.close();
});

test('bigints and typed arrays cross both ways, and one process serves job after job', async () => {
  const { runner, started } = openRunner();
  const input = { amounts: BigInt64Array.of(999_999_999_999_999n, -1n) };
  const first = await runner.run({ task: 'double', input, timeLimitMs: TEN_SECONDS });
  const second = await runner.run({ task: 'double', input, timeLimitMs: TEN_SECONDS });
  expect(first).toMatchObject({
    ok: true,
    value: { amounts: BigInt64Array.of(1_999_999_999_999_998n, -2n) },
  });
  expect(second).toEqual(first);
  expect(started()).toBe(1);
});

test('jobs asked for together run one after the other', async () => {
  const { runner, started } = openRunner();
  const order: number[] = [];
  const ask = async (steps: number) => {
    const result = await runner.run({ task: 'count', input: { steps }, timeLimitMs: TEN_SECONDS });
    order.push(steps);
    return result;
  };
  expect(await Promise.all([ask(3), ask(1), ask(2)])).toEqual([
    { ok: true, value: 3 },
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
  expect(order).toEqual([3, 1, 2]);
  expect(started()).toBe(1);
});

test('progress is told', async () => {
  const { runner } = openRunner();
  const shares: number[] = [];
  const onProgress = (share: number) => shares.push(share);
  await runner.run({ task: 'count', input: { steps: 4 }, timeLimitMs: TEN_SECONDS, onProgress });
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});

test('buffers, which the heap limit does not bound, are bounded all the same', async () => {
  const { runner, started } = openRunner(200);
  const result = await runner.run({
    task: 'fillBuffers',
    input: { megabytes: 20_000 },
    timeLimitMs: 60_000,
  });
  expect(result).toEqual({ ok: false, code: 'memory-exceeded', details: { megabytes: 200 } });
  const next = await runner.run({ task: 'fillBuffers', input: { megabytes: 20 }, timeLimitMs: TEN_SECONDS });
  expect(next).toEqual({ ok: true, value: 20 });
  expect(started()).toBe(2);
});

test('a heap that grows without end is stopped as too much memory, not as a crash', async () => {
  const { runner } = openRunner(160);
  const result = await runner.run({ task: 'fillHeap', input: { items: 1e9 }, timeLimitMs: 60_000 });
  expect(result).toEqual({ ok: false, code: 'memory-exceeded', details: { megabytes: 160 } });
});

test('a loop without end is stopped at its time limit, and the next job is served', async () => {
  const { runner, started } = openRunner();
  const result = await runner.run({ task: 'loopForEver', input: null, timeLimitMs: 700 });
  expect(result).toEqual({ ok: false, code: 'time-exceeded', details: { seconds: 1 } });
  const next = await runner.run({ task: 'count', input: { steps: 1 }, timeLimitMs: TEN_SECONDS });
  expect(next).toEqual({ ok: true, value: 1 });
  expect(started()).toBe(2);
});

test('a task that heeds its signal ends when cancelled and keeps its process', async () => {
  const { runner, started } = openRunner();
  const abort = new AbortController();
  await runner.run({ task: 'count', input: { steps: 1 }, timeLimitMs: TEN_SECONDS });
  setTimeout(() => abort.abort(), 100);
  const result = await runner.run({
    task: 'waitForCancel',
    input: null,
    timeLimitMs: TEN_SECONDS,
    signal: abort.signal,
  });
  expect(result).toEqual({ ok: false, code: 'cancelled' });
  await runner.run({ task: 'count', input: { steps: 1 }, timeLimitMs: TEN_SECONDS });
  expect(started()).toBe(1);
});

test('a task that does not heed its signal is killed when cancelled', async () => {
  const { runner } = openRunner();
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 300);
  const result = await runner.run({
    task: 'loopForEver',
    input: null,
    timeLimitMs: 60_000,
    signal: abort.signal,
  });
  expect(result).toEqual({ ok: false, code: 'cancelled' });
});

test('a job cancelled before its turn is never started', async () => {
  const { runner, started } = openRunner();
  const result = await runner.run({
    task: 'count',
    input: { steps: 1 },
    timeLimitMs: TEN_SECONDS,
    signal: AbortSignal.abort(),
  });
  expect(result).toEqual({ ok: false, code: 'cancelled' });
  expect(started()).toBe(0);
});

test('a process that ends by itself is a crash with its exit code', async () => {
  const { runner } = openRunner();
  const result = await runner.run({ task: 'exit', input: { code: 3 }, timeLimitMs: TEN_SECONDS });
  expect(result).toEqual({ ok: false, code: 'crashed', reason: 'exit 3' });
  const next = await runner.run({ task: 'count', input: { steps: 2 }, timeLimitMs: TEN_SECONDS });
  expect(next).toEqual({ ok: true, value: 2 });
});

test('a worker that cannot be loaded is a crash that says why', async () => {
  const worker = new URL('./no-such-worker.ts', import.meta.url);
  const runner = createJobRunner<typeof testTasks>({ worker });
  opened.push(runner);
  const result = await runner.run({ task: 'count', input: { steps: 1 }, timeLimitMs: TEN_SECONDS });
  expect(result).toMatchObject({
    ok: false,
    code: 'crashed',
    reason: holding('no-such-worker'),
  });
});

test('a task that throws, or answers what cannot cross, is a fault with its reason', async () => {
  const { runner, started } = openRunner();
  const thrown = await runner.run({ task: 'throwError', input: null, timeLimitMs: TEN_SECONDS });
  expect(thrown).toMatchObject({
    ok: false,
    code: 'failed',
    reason: holding('the task broke'),
  });
  const uncloneable = await runner.run({ task: 'answerFunction', input: null, timeLimitMs: TEN_SECONDS });
  expect(uncloneable).toMatchObject({ ok: false, code: 'failed' });
  expect(started()).toBe(1);
});

test('closing cancels the job that runs and those that wait', async () => {
  const { runner } = openRunner();
  const running = runner.run({ task: 'loopForEver', input: null, timeLimitMs: 60_000 });
  const waiting = runner.run({ task: 'count', input: { steps: 1 }, timeLimitMs: 60_000 });
  setTimeout(() => runner.close(), 300);
  expect(await Promise.all([running, waiting])).toEqual([
    { ok: false, code: 'cancelled' },
    { ok: false, code: 'cancelled' },
  ]);
});

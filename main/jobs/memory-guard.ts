import { Worker } from 'node:worker_threads';
import { MEMORY_MARK } from './job-protocol.ts';

const MEGABYTE = 1024 * 1024;
const CHECK_EVERY_MS = 25;

/**
 * The guard's own source. It stands in a text because a thread needs a file of its own otherwise, which bundlers do not
 * find; and it is a thread because a timer would wait behind the very loop that fills the memory.
 */
const GUARD = `
  const { workerData } = require('node:worker_threads');
  const { writeSync } = require('node:fs');
  const end = () => process.kill(process.pid, 'SIGKILL');
  const parentIsGone = () => {
    try {
      process.kill(workerData.parent, 0);
      return false;
    } catch (error) {
      return error.code === 'ESRCH';
    }
  };
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.limit) {
      writeSync(2, workerData.mark);
      end();
    }
    if (parentIsGone()) end();
  }, workerData.every);
`;

/**
 * Ends this process when its resident memory passes the limit, whatever holds it: V8's own limit bounds the heap alone and lets
 * buffers grow far beyond. Works the same on every system. What it cannot see: memory that the system has swapped out, and what
 * is taken and filled within one check (25 ms). It also ends the process when the one that started it is gone.
 */
export function guardMemory(limitMb: number): void {
  const guard = new Worker(GUARD, {
    eval: true,
    // The limit of the heap is for the work, not for the guard.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16 },
    workerData: { limit: limitMb * MEGABYTE, mark: MEMORY_MARK, every: CHECK_EVERY_MS, parent: process.ppid },
  });
  guard.unref();
}

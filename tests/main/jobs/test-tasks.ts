import type { JobContext } from '#main/jobs/job-protocol.ts';

const MEGABYTE = 1024 * 1024;

/** Tasks that behave well and badly, for the tests of the runner. */
export const testTasks = {
  double: async ({ amounts }: { readonly amounts: BigInt64Array }) => ({
    amounts: amounts.map((amount) => amount * 2n),
    process: process.pid,
  }),

  count: async ({ steps }: { readonly steps: number }, { onProgress }: JobContext) => {
    for (let step = 1; step <= steps; step += 1) onProgress(step / steps);
    return steps;
  },

  /** Takes memory outside the JavaScript heap without ever letting the event loop turn. */
  fillBuffers: async ({ megabytes }: { readonly megabytes: number }) => {
    const taken: Buffer[] = [];
    for (let count = 0; count < megabytes; count += 1) taken.push(Buffer.alloc(MEGABYTE, 1));
    return taken.length;
  },

  fillHeap: async ({ items }: { readonly items: number }) => {
    const taken: object[] = [];
    for (let count = 0; count < items; count += 1) taken.push({ count, text: `item ${count}` });
    return taken.length;
  },

  loopForEver: async (_: null) => {
    for (;;) Math.sqrt(2);
  },

  waitForCancel: (_: null, { signal }: JobContext) =>
    new Promise<number>((resolve) => {
      const timer = setInterval(() => undefined, 1000);
      signal.addEventListener('abort', () => {
        clearInterval(timer);
        resolve(process.pid);
      });
    }),

  throwError: async (_: null) => {
    throw new Error('the task broke');
  },

  answerFunction: async (_: null) => () => 'a function cannot cross',

  exit: async ({ code }: { readonly code: number }) => process.exit(code),
} as const;

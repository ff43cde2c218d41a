import { memoryOptions } from './job-process.ts';
import type { ForkJobProcess, JobProcess } from './job-process.ts';
import { HEAP_MARK, MEMORY_MARK } from './job-protocol.ts';
import type { WorkerMessage } from './job-protocol.ts';
import type { JobFailure, JobRequest, JobResult } from './job-result.ts';

/** How long a cancelled task may take to end by itself, and so keep its process, before the process is killed. */
const CANCEL_GRACE_MS = 500;
/** Error text kept of a process: enough for a stack in the log. */
const ERROR_TEXT_CHARACTERS = 8000;

type JobSlotOptions = {
  readonly worker: URL;
  readonly memoryLimitMb: number;
  readonly fork: ForkJobProcess;
};

/** One job in a slot, and who waits for it. */
type Active = {
  readonly id: number;
  readonly request: JobRequest<string, unknown>;
  readonly settle: (result: JobResult<unknown>) => void;
  /** Set once the job is to end without output: what it ends with, however its process then ends. */
  ending: JobFailure | null;
};

/** A place for one worker process and the one job it has. */
type JobSlot = {
  /** Resolves with the job's result. One job at a time. */
  readonly run: (request: JobRequest<string, unknown>) => Promise<JobResult<unknown>>;
  readonly close: () => void;
};

/** Makes a slot; its process is started with the first job, and again after one that ended. */
export function createJobSlot(options: JobSlotOptions): JobSlot {
  let child: JobProcess | null = null;
  let active: Active | null = null;
  let count = 0;

  const settle = (result: JobResult<unknown>) => {
    active?.settle(active.ending ?? result);
    active = null;
  };
  const take = (message: WorkerMessage) => {
    if (active === null || message.id !== active.id) return;
    if (message.kind === 'progress') active.request.onProgress?.(message.share);
    else if (message.kind === 'done') settle({ ok: true, value: message.output });
    else settle({ ok: false, code: 'failed', reason: message.reason });
  };
  const forget = (failure: JobFailure) => {
    child = null;
    settle(failure);
  };

  return {
    run: async (request) => {
      const worker = child ?? startProcess(options, { onMessage: take, onEnd: forget });
      child = worker;
      const timers = createTimers();
      count += 1;
      const id = count;
      try {
        return await new Promise<JobResult<unknown>>((resolve) => {
          active = { id, request, settle: resolve, ending: null };
          holdToLimits(active, worker, timers);
          worker.send({ kind: 'run', id, task: request.task, input: request.input });
        });
      } finally {
        timers.clear();
      }
    },
    close: () => {
      if (active !== null) active.ending ??= { ok: false, code: 'cancelled' };
      child?.kill();
    },
  };
}

/** Ends a job that takes too long, and one that is cancelled: first by asking it, then with its process. */
function holdToLimits(job: Active, worker: JobProcess, timers: Timers): void {
  const { timeLimitMs, signal } = job.request;
  const seconds = Math.ceil(timeLimitMs / 1000);
  timers.after(timeLimitMs, () => {
    job.ending ??= { ok: false, code: 'time-exceeded', details: { seconds } };
    worker.kill();
  });
  timers.onAbort(signal, () => {
    job.ending ??= { ok: false, code: 'cancelled' };
    worker.send({ kind: 'cancel', id: job.id });
    timers.after(CANCEL_GRACE_MS, worker.kill);
  });
}

type ProcessEvents = {
  readonly onMessage: (message: WorkerMessage) => void;
  readonly onEnd: (failure: JobFailure) => void;
};

function startProcess({ worker, memoryLimitMb, fork }: JobSlotOptions, events: ProcessEvents): JobProcess {
  let errorText = '';
  return fork({
    worker,
    ...memoryOptions(memoryLimitMb),
    // Only our own worker holds the other end.
    onMessage: (message) => events.onMessage(message as WorkerMessage),
    onErrorText: (text) => {
      errorText = (errorText + text).slice(-ERROR_TEXT_CHARACTERS);
    },
    onEnd: (reason) => {
      const isMemory = errorText.includes(MEMORY_MARK) || errorText.includes(HEAP_MARK);
      events.onEnd(
        isMemory
          ? { ok: false, code: 'memory-exceeded', details: { megabytes: memoryLimitMb } }
          : { ok: false, code: 'crashed', reason: `${reason}\n${errorText}`.trim() },
      );
    },
  });
}

type Timers = ReturnType<typeof createTimers>;

/** The timers and listeners of one job, all let go together. */
function createTimers() {
  const letGo: (() => void)[] = [];
  return {
    after: (milliseconds: number, act: () => void): void => {
      const timer = setTimeout(act, milliseconds);
      letGo.push(() => clearTimeout(timer));
    },
    onAbort: (signal: AbortSignal | undefined, act: () => void): void => {
      signal?.addEventListener('abort', act, { once: true });
      letGo.push(() => signal?.removeEventListener('abort', act));
    },
    clear: (): void => {
      for (const act of letGo) act();
    },
  };
}

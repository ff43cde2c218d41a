import { forkNodeProcess } from './job-process.ts';
import type { ForkJobProcess } from './job-process.ts';
import type { JobTasks } from './job-protocol.ts';
import type { JobRequest, JobResult } from './job-result.ts';
import { createJobSlot } from './job-slot.ts';

export type JobRunner<Tasks extends JobTasks> = {
  /** Runs a job after those asked for before it. Never rejects: what may go wrong is a failure with its code. */
  readonly run: <Name extends keyof Tasks & string>(
    request: JobRequest<Name, Parameters<Tasks[Name]>[0]>,
  ) => Promise<JobResult<Awaited<ReturnType<Tasks[Name]>>>>;
  /** Ends the worker process; jobs that run or wait are cancelled. */
  readonly close: () => void;
};

type JobRunnerOptions = {
  /** The worker's entry: the source `worker.ts`, or what it was built to. */
  readonly worker: URL;
  /** Resident memory in megabytes, 512 when nothing is said. */
  readonly memoryLimitMb?: number;
  /** How a worker process is started; by default as a plain Node process. */
  readonly fork?: ForkJobProcess;
};

const MEMORY_LIMIT_MB = 512;

/**
 * Runs jobs one after the other in a worker process of their own, held to a memory limit, each job held to its time limit.
 * The process serves job after job; only when it had to be killed or ended by itself is another started for the next.
 */
export function createJobRunner<Tasks extends JobTasks>(options: JobRunnerOptions): JobRunner<Tasks> {
  const { worker, memoryLimitMb = MEMORY_LIMIT_MB, fork = forkNodeProcess } = options;
  const slot = createJobSlot({ worker, memoryLimitMb, fork });
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const start = async (request: JobRequest<string, unknown>): Promise<JobResult<unknown>> =>
    isClosed || request.signal?.aborted === true ? { ok: false, code: 'cancelled' } : slot.run(request);

  return {
    run: <Name extends keyof Tasks & string>(request: JobRequest<Name, Parameters<Tasks[Name]>[0]>) => {
      const result = last.then(() => start(request));
      last = result;
      // The worker does the task of this name, so its output is the one that the registry types.
      return result as Promise<JobResult<Awaited<ReturnType<Tasks[Name]>>>>;
    },
    close: () => {
      isClosed = true;
      slot.close();
    },
  };
}

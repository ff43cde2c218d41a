import type { JobTask, JobTasks, RunnerMessage } from './job-protocol.ts';
import { MEMORY_ARGUMENT } from './job-protocol.ts';
import { guardMemory } from './memory-guard.ts';
import { openWorkerPort } from './worker-port.ts';
import type { WorkerPort } from './worker-port.ts';

/** Makes this process a worker: it holds itself to its memory limit and does the tasks its runner names, one at a time. */
export function serveTasks(tasks: JobTasks): void {
  const limit = process.argv.find((argument) => argument.startsWith(MEMORY_ARGUMENT));
  if (limit !== undefined) guardMemory(Number(limit.slice(MEMORY_ARGUMENT.length)));
  const port = openWorkerPort();
  const running = new Map<number, AbortController>();
  port.onMessage((message) => {
    if (message.kind === 'cancel') running.get(message.id)?.abort();
    else void runTask(message, tasks, port, running);
  });
}

type RunMessage = Extract<RunnerMessage, { kind: 'run' }>;

async function runTask(
  { id, task: name, input }: RunMessage,
  tasks: JobTasks,
  port: WorkerPort,
  running: Map<number, AbortController>,
): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    // The runner is typed by the same registry, so the input is the one of this task.
    const task = tasks[name] as JobTask<unknown, unknown> | undefined;
    if (task === undefined) throw new Error(`there is no task named ${name}`);
    const output = await task(input, {
      signal: abort.signal,
      onProgress: (share) => port.send({ kind: 'progress', id, share }),
    });
    port.send({ kind: 'done', id, output });
  } catch (error) {
    // A task's expected failures are part of its output: what is thrown is a fault, told with its stack for the log.
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    port.send({ kind: 'failed', id, reason });
  } finally {
    running.delete(id);
  }
}

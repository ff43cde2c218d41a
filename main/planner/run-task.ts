import type { CallId } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { JobFailure, JobRequest } from '#main/jobs/job-result.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';
import type { PlannerContext } from './context.ts';
import { Refusal } from './refusal.ts';

type Tasks = typeof jobTasks;
type TaskName = keyof Tasks & string;

type TaskCall<Name extends TaskName> = {
  readonly call: CallId;
  readonly stage: Message;
  readonly request: JobRequest<Name, Parameters<Tasks[Name]>[0]>;
};

/** Of how many parts progress is told. */
const PARTS = 100;

/**
 * Does a task in a job process, telling its progress, until the call is cancelled.
 * @throws Refusal when the job was cancelled, or took too long or too much memory.
 */
export async function runTask<Name extends TaskName>(
  { ports, calls, emit }: PlannerContext,
  { call, stage, request }: TaskCall<Name>,
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const tell = (share: number) =>
    emit({ kind: 'progress', call, stage, done: Math.round(share * PARTS), total: PARTS });
  tell(0);
  const result = await calls.during(call, (signal) =>
    ports.runJob<Name>({ ...request, onProgress: tell, signal }),
  );
  if (result.ok) return result.value;
  if ('reason' in result) ports.log(`job ${request.task}: ${result.code}`, result.reason);
  throw new Refusal(result.code, jobMessage(result));
}

/** The sentence for a job that has no output. */
export function jobMessage(failure: JobFailure): Message {
  switch (failure.code) {
    case 'memory-exceeded':
      return { id: 'job.memory-exceeded', values: failure.details };
    case 'time-exceeded':
      return { id: 'job.time-exceeded', values: failure.details };
    case 'cancelled':
    case 'crashed':
    case 'failed':
      return { id: `job.${failure.code}` };
  }
}

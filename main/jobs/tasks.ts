import type { JobTasks } from './job-protocol.ts';

/** The tasks that worker processes do, by name. */
export const jobTasks = {} as const satisfies JobTasks;

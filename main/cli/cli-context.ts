import type { Formats } from '#shared/messages/formats.ts';
import type { JobRunner } from '#main/jobs/run-jobs.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';

/** What the commands share. */
export type CliContext = {
  readonly version: string;
  readonly user: string;
  readonly samples: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly runJob: JobRunner<typeof jobTasks>['run'];
  /** Prints to standard output. */
  readonly print: (text: string) => void;
  /** Formats for sentences that are about no plan. */
  readonly formats: Formats;
};

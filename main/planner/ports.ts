import type { FileToken } from '#shared/api/api.ts';
import type { JobRunner } from '#main/jobs/run-jobs.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';

/** Paths that the planner may use, known to the window only by tokens. */
export type FileTokens = {
  /** The token of a path: the same one for the same path as long as the host runs. */
  readonly tokenFor: (path: string) => FileToken;
  /** The path behind a token, undefined for one that was never given out. */
  readonly pathOf: (token: FileToken) => string | undefined;
};

export type ListedPlan = { readonly path: string; readonly modifiedAt: string };
export type WantedTarget = {
  readonly kind: 'plan' | 'workbook';
  readonly name: string;
  readonly replace: boolean;
};

/** How a host asks a person for files; answers are paths, null when the person cancels. */
export type FileDialogs = {
  readonly listPlans: () => Promise<{ readonly folder: string; readonly plans: readonly ListedPlan[] }>;
  readonly choosePlan: () => Promise<string | null>;
  /** @throws Refusal when the name cannot be used or the file exists and is not to be replaced. */
  readonly chooseTarget: (wanted: WantedTarget) => Promise<string | null>;
};

/** What the planner needs from the host that runs it. */
export type PlannerPorts = {
  readonly host: 'desktop' | 'browser';
  readonly version: string;
  readonly locale: string;
  /** The name under which edits are recorded. */
  readonly user: () => string;
  readonly clock: { readonly now: () => Date };
  /** A new random id, never given before. */
  readonly newId: () => string;
  readonly folders: {
    /** The app's own folder: the list of recent plans. */
    readonly app: string;
    /** New plans live here until they are saved elsewhere. */
    readonly drafts: string;
    /** Where people look for their plans: a plan that a page sends is kept here. */
    readonly plans: string;
    /** Sample plans as Plan JSON; only read. */
    readonly samples: string;
  };
  readonly tokens: FileTokens;
  readonly dialogs: FileDialogs;
  /** The plan file with which the program was started; null for none. */
  readonly startFile: string | null;
  /** Told which plan files are open, whenever that changes. */
  readonly tellOpenFiles: (paths: readonly string[]) => void;
  /** Runs a task in a job process: `createJobRunner(...).run`. */
  readonly runJob: JobRunner<typeof jobTasks>['run'];
  /** The record for those who look after the program; never holds what a cell holds. */
  readonly log: (entry: string, cause: unknown) => void;
};

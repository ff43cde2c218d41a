import type { WantedTarget } from '#main/planner/ports.ts';

/** What the app's main process tells the planner process. A `connect` brings the port of a page, a `worker-started` that of a worker. */
export type ToPlanner =
  | { readonly kind: 'connect' }
  | { readonly kind: 'close' }
  | { readonly kind: 'path-chosen'; readonly id: number; readonly path: string | null }
  | { readonly kind: 'worker-started'; readonly id: number }
  | { readonly kind: 'worker-error-text'; readonly id: number; readonly text: string }
  | { readonly kind: 'worker-ended'; readonly id: number; readonly reason: string };

/** What the planner process asks of the main process: dialogs and processes, which only Electron's main process has. */
export type FromPlanner =
  | { readonly kind: 'choose-plan'; readonly id: number }
  | { readonly kind: 'choose-target'; readonly id: number; readonly wanted: WantedTarget }
  | {
      readonly kind: 'start-worker';
      readonly id: number;
      readonly execArgv: readonly string[];
      readonly args: readonly string[];
    }
  | { readonly kind: 'kill-worker'; readonly id: number };

/** What the planner process is told when it starts, as one argument of JSON. */
export type PlannerSettings = {
  readonly version: string;
  readonly locale: string;
  readonly user: string;
  readonly app: string;
  readonly drafts: string;
  readonly samples: string;
};

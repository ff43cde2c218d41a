import type { FileToken } from '#shared/api/api.ts';
import type { WantedTarget } from '#main/planner/ports.ts';

/** What the app's main process tells the planner process. A `connect` brings the port of a page, a `worker-started` that of a worker. */
export type ToPlanner =
  | { readonly kind: 'connect' }
  | { readonly kind: 'close' }
  | { readonly kind: 'path-chosen'; readonly id: number; readonly path: string | null }
  /** A file was dropped on the window: its token is asked for. */
  | { readonly kind: 'path-dropped'; readonly id: number; readonly path: string }
  | { readonly kind: 'worker-started'; readonly id: number }
  | { readonly kind: 'worker-error-text'; readonly id: number; readonly text: string }
  | { readonly kind: 'worker-ended'; readonly id: number; readonly reason: string };

/** What the planner process asks of the main process: dialogs and processes, which only Electron's main process has. */
export type FromPlanner =
  | { readonly kind: 'choose-plan'; readonly id: number }
  | { readonly kind: 'choose-target'; readonly id: number; readonly wanted: WantedTarget }
  /** The answer to `path-dropped`: null for what is no plan file. */
  | { readonly kind: 'dropped-token'; readonly id: number; readonly token: FileToken | null }
  /** The files that are open now. */
  | { readonly kind: 'open-files'; readonly paths: readonly string[] }
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
  readonly plans: string;
  readonly samples: string;
  /** The plan for which the window was opened; null for none. */
  readonly startFile: string | null;
};

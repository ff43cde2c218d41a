import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import type { MessagePortMain, ParentPort } from 'electron';
import { createJobRunner } from '#main/jobs/run-jobs.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';
import { createFileTokens } from '#main/planner/file-tokens.ts';
import { isPlanPath } from '#main/planner/plan-path.ts';
import { createPlanner, type Planner } from '#main/planner/planner.ts';
import { makeParentLink } from './parent-link.ts';
import type { PlannerSettings } from './planner-protocol.ts';

/** Runs the planner of one window in its own process, on the ports that the main process hands over. */
export function servePlanner(parent: ParentPort, settingsText: string): void {
  // Written by this app's own main process a moment ago.
  const settings = JSON.parse(settingsText) as PlannerSettings;
  const link = makeParentLink(parent, {
    onConnect: (port) => connectPage(planner, port),
    onDropped: (path) => (isPlanFile(path) ? tokens.tokenFor(path) : null),
    onClose: () => void planner.close().finally(() => process.exit(0)),
  });
  const { version, locale, user, app, drafts, plans, samples, startFile } = settings;
  const tokens = createFileTokens();
  const jobs = createJobRunner<typeof jobTasks>({ worker: new URL('file:///worker'), fork: link.forkWorker });
  const planner = createPlanner({
    host: 'desktop',
    version,
    locale,
    user: () => user,
    clock: { now: () => new Date() },
    newId: randomUUID,
    folders: { app, drafts, plans, samples },
    tokens,
    startFile,
    dialogs: {
      listPlans: () => Promise.resolve({ folder: '', plans: [] }),
      choosePlan: link.choosePlan,
      chooseTarget: link.chooseTarget,
    },
    tellOpenFiles: link.tellOpenFiles,
    runJob: jobs.run,
    log: (entry, cause) => process.stderr.write(`${entry}: ${String(cause)}\n`),
  });
}

/** A folder, or a file of another name, is nothing that the planner could open. */
function isPlanFile(path: string): boolean {
  return isPlanPath(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

type PageCall = { readonly id: number; readonly channel: string; readonly input: unknown };

/** Answers the calls of a page and tells it what happens, over its own port. */
function connectPage(planner: Planner, port: MessagePortMain): void {
  const stop = planner.listen((event) => port.postMessage({ event }));
  port.on('message', ({ data }) => {
    if (!isPageCall(data)) return;
    void planner.call(data.channel, data.input).then((answer) => port.postMessage({ id: data.id, answer }));
  });
  port.on('close', stop);
  port.start();
}

function isPageCall(data: unknown): data is PageCall {
  return (
    typeof data === 'object' &&
    data !== null &&
    'id' in data &&
    typeof data.id === 'number' &&
    'channel' in data &&
    typeof data.channel === 'string' &&
    'input' in data
  );
}

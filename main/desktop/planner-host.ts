import {
  MessageChannelMain,
  utilityProcess,
  type BrowserWindow,
  type MessagePortMain,
  type UtilityProcess,
} from 'electron';
import type { FileToken } from '#shared/api/api.ts';
import type { SystemDialogs } from './file-dialogs.ts';
import type { FromPlanner, PlannerSettings, ToPlanner } from './planner-protocol.ts';
import { makeQuestions } from './questions.ts';

/** The built entries of the processes that this one starts. */
type ProcessEntries = { readonly planner: string; readonly worker: string };

export type PlannerHost = {
  readonly entries: ProcessEntries;
  readonly settings: Omit<PlannerSettings, 'startFile'>;
  readonly dialogs: SystemDialogs;
  /** Told of a plan file that was opened. */
  readonly onOpened: (path: string) => void;
  /** Told when a planner process ends that was not asked to. */
  readonly onLost: (window: BrowserWindow) => void;
};

/** The planner process of a window, as the main process sees it. */
export type PlannerProcess = {
  /** Hands over the planner's end of a page's port. */
  readonly connect: (port: MessagePortMain) => void;
  readonly close: () => void;
  /** The token of a file that was dropped on the window; null when it is no plan. */
  readonly tokenOf: (path: string) => Promise<FileToken | null>;
  /** The plan files that are open in the window, or that it was opened for. */
  readonly openFiles: () => readonly string[];
};

/** Starts the planner process of a window and answers what it asks for: dialogs, and worker processes for its jobs. */
export function startPlannerProcess(
  host: PlannerHost,
  window: BrowserWindow,
  startFile: string | null,
): PlannerProcess {
  const settings: PlannerSettings = { ...host.settings, startFile };
  const planner = utilityProcess.fork(host.entries.planner, [JSON.stringify(settings)], {
    serviceName: 'Perennial planner',
    stdio: 'inherit',
  });
  const workers = new Map<number, UtilityProcess>();
  const tell = (message: ToPlanner): void => planner.postMessage(message);
  const dropped = makeQuestions<FileToken | null>();
  let files: readonly string[] = startFile === null ? [] : [startFile];
  planner.on('message', (message: FromPlanner) => {
    switch (message.kind) {
      case 'choose-plan':
        return answerPath(tell, message.id, host.dialogs.choosePlan(window));
      case 'choose-target':
        return answerPath(tell, message.id, host.dialogs.chooseTarget(window, message.wanted));
      case 'dropped-token':
        return dropped.answer(message.id, message.token);
      case 'open-files':
        for (const path of message.paths) if (!files.includes(path)) host.onOpened(path);
        files = message.paths;
        return;
      case 'start-worker':
        return startWorker(host.entries.worker, planner, workers, message);
      case 'kill-worker':
        return killNow(workers.get(message.id));
    }
  });
  planner.on('exit', () => {
    dropped.answerAll(null);
    for (const worker of workers.values()) killNow(worker);
    if (!window.isDestroyed()) host.onLost(window);
  });
  return {
    connect: (port) => planner.postMessage({ kind: 'connect' } satisfies ToPlanner, [port]),
    close: () => tell({ kind: 'close' }),
    tokenOf: (path) => dropped.ask((id) => tell({ kind: 'path-dropped', id, path })),
    openFiles: () => files,
  };
}

function answerPath(tell: (message: ToPlanner) => void, id: number, chosen: Promise<string | null>): void {
  chosen.then(
    (path) => tell({ kind: 'path-chosen', id, path }),
    // A dialog that could not be shown is one that nothing was chosen in.
    () => tell({ kind: 'path-chosen', id, path: null }),
  );
}

function startWorker(
  entry: string,
  planner: UtilityProcess,
  workers: Map<number, UtilityProcess>,
  { id, execArgv, args }: Extract<FromPlanner, { kind: 'start-worker' }>,
): void {
  const worker = utilityProcess.fork(entry, [...args], {
    serviceName: 'Perennial job',
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  workers.set(id, worker);
  const tell = (message: ToPlanner): void => planner.postMessage(message);
  worker.stderr?.on('data', (text: Buffer) =>
    tell({ kind: 'worker-error-text', id, text: text.toString('utf8') }),
  );
  worker.on('exit', (code) => {
    workers.delete(id);
    const tellEnd = (): void => tell({ kind: 'worker-ended', id, reason: `exit ${code}` });
    // The error text says why it ended, so it goes first.
    if (worker.stderr === null || isAtEnd(worker.stderr)) tellEnd();
    else worker.stderr.once('close', tellEnd);
  });
  const { port1, port2 } = new MessageChannelMain();
  worker.postMessage(null, [port1]);
  planner.postMessage({ kind: 'worker-started', id } satisfies ToPlanner, [port2]);
}

/** Ends a process that may be in a loop and hear nothing: Electron's own kill only asks it to end. */
function killNow(worker: UtilityProcess | undefined): void {
  if (worker?.pid === undefined) worker?.kill();
  else process.kill(worker.pid, 'SIGKILL');
}

function isAtEnd(stream: NodeJS.ReadableStream): boolean {
  return !stream.readable;
}

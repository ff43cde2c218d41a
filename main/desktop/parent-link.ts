import type { MessagePortMain, ParentPort } from 'electron';
import type { FileToken } from '#shared/api/api.ts';
import type { ForkJobProcess, JobProcessOptions } from '#main/jobs/job-process.ts';
import type { RunnerMessage } from '#main/jobs/job-protocol.ts';
import type { WantedTarget } from '#main/planner/ports.ts';
import type { FromPlanner, ToPlanner } from './planner-protocol.ts';
import { makeQuestions } from './questions.ts';

/** What only Electron's main process can do, as the planner process asks for it. */
export type ParentLink = {
  readonly choosePlan: () => Promise<string | null>;
  readonly chooseTarget: (wanted: WantedTarget) => Promise<string | null>;
  readonly forkWorker: ForkJobProcess;
  readonly tellOpenFiles: (paths: readonly string[]) => void;
};

export type ParentEvents = {
  readonly onConnect: (port: MessagePortMain) => void;
  /** A file was dropped on the window; null when it is no plan. */
  readonly onDropped: (path: string) => FileToken | null;
  readonly onClose: () => void;
};

/** Speaks with the main process: questions are numbered, answers find the one who asked. */
export function makeParentLink(parent: ParentPort, events: ParentEvents): ParentLink {
  const asked = makeQuestions<string | null>();
  const workers = new Map<number, WorkerSeat>();
  let lastId = 0;
  const tell = (message: FromPlanner): void => parent.postMessage(message);
  parent.on('message', ({ data, ports }) => {
    const message = data as ToPlanner; // only this app's main process holds the other end
    switch (message.kind) {
      case 'connect':
        return ports[0] && events.onConnect(ports[0]);
      case 'close':
        return events.onClose();
      case 'path-chosen':
        return asked.answer(message.id, message.path);
      case 'path-dropped':
        return tell({ kind: 'dropped-token', id: message.id, token: events.onDropped(message.path) });
      case 'worker-started':
        return ports[0] && workers.get(message.id)?.open(ports[0]);
      case 'worker-error-text':
        return workers.get(message.id)?.options.onErrorText(message.text);
      case 'worker-ended':
        workers.get(message.id)?.options.onEnd(message.reason);
        return workers.delete(message.id);
    }
  });
  return {
    choosePlan: () => asked.ask((id) => tell({ kind: 'choose-plan', id })),
    chooseTarget: (wanted) => asked.ask((id) => tell({ kind: 'choose-target', id, wanted })),
    tellOpenFiles: (paths) => tell({ kind: 'open-files', paths }),
    forkWorker: (options) => {
      const id = ++lastId;
      const seat = makeWorkerSeat(options);
      workers.set(id, seat);
      tell({ kind: 'start-worker', id, execArgv: options.execArgv, args: options.args });
      return { send: seat.send, kill: () => tell({ kind: 'kill-worker', id }) };
    },
  };
}

type WorkerSeat = {
  readonly options: JobProcessOptions;
  readonly open: (port: MessagePortMain) => void;
  readonly send: (message: RunnerMessage) => void;
};

/** A worker's place: what is sent before its port has come waits for it. */
function makeWorkerSeat(options: JobProcessOptions): WorkerSeat {
  let port: MessagePortMain | null = null;
  const waiting: RunnerMessage[] = [];
  return {
    options,
    open: (opened) => {
      port = opened;
      opened.on('message', ({ data }) => options.onMessage(data));
      opened.start();
      for (const message of waiting.splice(0)) opened.postMessage(message);
    },
    send: (message) => {
      if (port === null) waiting.push(message);
      else port.postMessage(message);
    },
  };
}

import type { RunnerMessage, WorkerMessage } from './job-protocol.ts';

/** The worker's end of the line to its runner. */
export type WorkerPort = {
  readonly send: (message: WorkerMessage) => void;
  readonly onMessage: (take: (message: RunnerMessage) => void) => void;
};

/** The parts of a desktop utility process's ports that are used; Node's own types do not know them. */
type UtilityPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', take: (event: { readonly data: unknown }) => void) => void;
  readonly start: () => void;
};
type ParentPort = {
  readonly once: (
    event: 'message',
    take: (event: { readonly ports: readonly UtilityPort[] }) => void,
  ) => void;
};

/** Finds the line: that of a utility process, or that of a plain child process. */
export function openWorkerPort(): WorkerPort {
  // Present only in a utility process, where it has this shape.
  const parentPort = Reflect.get(process, 'parentPort') as ParentPort | undefined;
  return parentPort === undefined ? childPort() : utilityPort(parentPort);
}

/** The main process's first message brings a port that goes straight to the runner; nothing is said before it came. */
function utilityPort(parent: ParentPort): WorkerPort {
  let line: UtilityPort | undefined;
  return {
    send: (message) => line?.postMessage(message),
    onMessage: (take) =>
      parent.once('message', ({ ports }) => {
        line = ports[0];
        // Only our own runner holds the other end.
        line?.on('message', ({ data }) => take(data as RunnerMessage));
        line?.start();
      }),
  };
}

function childPort(): WorkerPort {
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => {
      process.send?.(message);
    },
    // Only our own runner holds the other end.
    onMessage: (take) => process.on('message', (message) => take(message as RunnerMessage)),
  };
}

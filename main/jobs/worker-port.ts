import type { RunnerMessage, WorkerMessage } from './job-protocol.ts';

/** The worker's end of the line to its runner. */
export type WorkerPort = {
  readonly send: (message: WorkerMessage) => void;
  readonly onMessage: (take: (message: RunnerMessage) => void) => void;
};

/** The part of a desktop utility process's port that is used; Node's own types do not know it. */
type UtilityPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', take: (event: { readonly data: unknown }) => void) => void;
};

/** Finds the line: that of a utility process, or that of a plain child process. */
export function openWorkerPort(): WorkerPort {
  return 'parentPort' in process && process.parentPort !== undefined
    ? // Present only in a utility process, where it has this shape.
      utilityPort(process.parentPort as UtilityPort)
    : childPort();
}

function utilityPort(port: UtilityPort): WorkerPort {
  return {
    send: (message) => port.postMessage(message),
    // Only our own runner holds the other end.
    onMessage: (take) => port.on('message', ({ data }) => take(data as RunnerMessage)),
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

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { RunnerMessage } from './job-protocol.ts';
import { MEMORY_ARGUMENT } from './job-protocol.ts';

/** A worker process as the runner sees it. Each host may bring its own: a utility process in the desktop host. */
export type JobProcess = {
  readonly send: (message: RunnerMessage) => void;
  readonly kill: () => void;
};

/** What a new worker process is given and whom it tells. */
export type JobProcessOptions = {
  /** The worker's entry, source or built. */
  readonly worker: URL;
  /** For Node's own options: the limit of the heap. */
  readonly execArgv: readonly string[];
  /** For the worker: the limit of its resident memory. */
  readonly args: readonly string[];
  readonly onMessage: (message: unknown) => void;
  /** Text from its standard error, in pieces. */
  readonly onErrorText: (text: string) => void;
  /** Told once, when the process has ended and all its error text was handed over, or when it could not be started. */
  readonly onEnd: (reason: string) => void;
};

export type ForkJobProcess = (options: JobProcessOptions) => JobProcess;

/** The share of the memory limit that the JavaScript heap may take: V8 then collects before the limit is reached. */
const HEAP_SHARE = 0.7;

/** The options by which a process is held to a memory limit. */
export function memoryOptions(limitMb: number): Pick<JobProcessOptions, 'execArgv' | 'args'> {
  return {
    execArgv: [`--max-old-space-size=${Math.floor(limitMb * HEAP_SHARE)}`],
    args: [`${MEMORY_ARGUMENT}${limitMb}`],
  };
}

/** Starts a plain Node process. Its messages are structured clones, so bigints and typed arrays cross as they are. */
export const forkNodeProcess: ForkJobProcess = (options) => {
  const child = fork(fileURLToPath(options.worker), [...options.args], {
    execArgv: [...options.execArgv],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let hasEnded = false;
  const end = (reason: string) => {
    if (hasEnded) return;
    hasEnded = true;
    options.onEnd(reason);
  };
  child.on('message', options.onMessage);
  child.stderr?.setEncoding('utf8').on('data', options.onErrorText);
  child.on('error', (error) => end(error.message));
  // Not `exit`: only at `close` has the error text come through.
  child.on('close', (code, signal) => end(`exit ${signal ?? code}`));
  return {
    send: (message) => {
      // A process that ended between two messages answers through `onEnd`.
      if (child.connected) child.send(message, () => undefined);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
};

import type { CallId } from '#shared/api/api.ts';

/** The calls that take long enough to be cancelled. */
export type Calls = {
  /** Does the work with a signal that `cancel` of this call sets off. */
  readonly during: <Result>(call: CallId, work: (signal: AbortSignal) => Promise<Result>) => Promise<Result>;
  /** Cancels a call; one that is done, or was never made, needs no cancelling. */
  readonly cancel: (call: CallId) => void;
  readonly cancelAll: () => void;
};

export function createCalls(): Calls {
  const running = new Map<CallId, AbortController>();
  return {
    during: async (call, work) => {
      const abort = new AbortController();
      running.set(call, abort);
      try {
        return await work(abort.signal);
      } finally {
        running.delete(call);
      }
    },
    cancel: (call) => running.get(call)?.abort(),
    cancelAll: () => {
      for (const abort of running.values()) abort.abort();
    },
  };
}

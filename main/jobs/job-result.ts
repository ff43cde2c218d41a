/** Why a job has no output. The sentence is the message `job.<code>` with the details as its values. */
export type JobFailure =
  | { readonly ok: false; readonly code: 'memory-exceeded'; readonly details: { readonly megabytes: number } }
  | { readonly ok: false; readonly code: 'time-exceeded'; readonly details: { readonly seconds: number } }
  | { readonly ok: false; readonly code: 'cancelled' }
  /** The process ended by itself; the reason is for the log. */
  | { readonly ok: false; readonly code: 'crashed'; readonly reason: string }
  /** The task threw: a fault of the program; the reason is for the log. */
  | { readonly ok: false; readonly code: 'failed'; readonly reason: string };

export type JobResult<Output> = { readonly ok: true; readonly value: Output } | JobFailure;

export type JobRequest<Name, Input> = {
  readonly task: Name;
  readonly input: Input;
  readonly timeLimitMs: number;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

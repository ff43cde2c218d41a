/** What the runner sends to a worker process. */
export type RunnerMessage =
  | { readonly kind: 'run'; readonly id: number; readonly task: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: number };

/** What a worker process sends to the runner. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** Written to standard error by the memory guard as its last act. */
export const MEMORY_MARK = 'perennial-job: resident memory above the limit';
/** What V8 writes there when the heap limit is reached. */
export const HEAP_MARK = 'JavaScript heap out of memory';

/** Named argument by which a worker process learns its memory limit. */
export const MEMORY_ARGUMENT = '--job-memory-mb=';

/** One job: a function of its input that may tell its progress and should heed its signal. */
export type JobTask<Input, Output> = (input: Input, context: JobContext) => Promise<Output>;

export type JobContext = {
  /** The share done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** Tasks by name. The `never` lets tasks of any input in; a runner is typed by the registry itself. */
export type JobTasks = Readonly<Record<string, JobTask<never, unknown>>>;

import type { Formats } from '../formats.ts';

/** Why work in the background ended without a result, and what to do. */
export const jobMessages = {
  'job.memory-exceeded': ({ megabytes }: { readonly megabytes: number }, { count }: Formats) =>
    `This needed more than the ${count(megabytes)} MB of memory it may use and was stopped. Nothing was changed. Try it with fewer sheets or rows.`,
  'job.time-exceeded': ({ seconds }: { readonly seconds: number }, { plural }: Formats) =>
    `This took longer than ${plural(seconds, 'second', 'seconds')} and was stopped. Nothing was changed. Try it with fewer sheets or rows.`,
  'job.cancelled': 'Cancelled. Nothing was changed.',
  'job.crashed':
    'This stopped unexpectedly. Nothing was changed. Try again; if it stops again, the file may be damaged.',
  'job.failed':
    'This could not be finished because of a fault in the program. Nothing was changed. Please report it with the log.',
} as const;

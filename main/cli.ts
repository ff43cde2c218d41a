import { randomUUID } from 'node:crypto';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { runCli } from './cli/run-cli.ts';
import { findProgram } from './host/program.ts';
import { userName } from './host/user-name.ts';
import { createJobRunner } from './jobs/run-jobs.ts';
import type { jobTasks } from './jobs/tasks.ts';

/** The command line prints the same on every machine; a plan's figures are printed in the plan's own locale. */
const LOCALE = 'en-GB';

const program = findProgram(import.meta.url);
const jobs = createJobRunner<typeof jobTasks>({ worker: program.worker });
const formats = makeFormats({
  locale: LOCALE,
  currency: 'GBP',
  calendar: defaultCalendarFor(LOCALE),
});
const context = {
  version: program.version,
  user: userName(),
  samples: program.samples,
  now: () => new Date(),
  newId: randomUUID,
  runJob: jobs.run,
  print: (text: string) => process.stdout.write(`${text}\n`),
  formats,
};
// Whoever reads the output may have seen enough, as `head` does: that is no fault.
process.stdout.on('error', () => process.exit());
process.exitCode = await runCli(process.argv.slice(2), context, (line) =>
  process.stderr.write(`perennial: ${line}\n`),
);
jobs.close();

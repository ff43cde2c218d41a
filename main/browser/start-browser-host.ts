import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { defaultCalendarFor } from '#shared/calendar/fiscal-year.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { Message } from '#shared/messages/message.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { findFolders } from '#main/host/folders.ts';
import type { Program } from '#main/host/program.ts';
import { userName } from '#main/host/user-name.ts';
import { createJobRunner, type JobRunner } from '#main/jobs/run-jobs.ts';
import type { jobTasks } from '#main/jobs/tasks.ts';
import { readPageFiles, type PageFiles } from '#main/page/page-files.ts';
import { createFileTokens } from '#main/planner/file-tokens.ts';
import { createPlanner, type Planner } from '#main/planner/planner.ts';
import { makeFolderDialogs } from './folder-dialogs.ts';
import { readOptions } from './options.ts';
import { startLoopbackHost, type LoopbackHost } from './server.ts';

/** Serves the window to this machine's browser until the process is told to stop; answers the exit code. */
export async function startBrowserHost(program: Program, args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return fail({ id: 'host.browser.usage' });
  const folders = findFolders(process.env, process.platform);
  const folder = options.folder ?? folders.documents;
  if (!(await makeFolder(folder))) return fail({ id: 'host.browser.folder-unusable', values: { folder } });
  const { file: startFile } = options;
  if (startFile !== null && !isFile(startFile))
    return fail({ id: 'host.browser.no-such-file', values: { file: startFile } });
  const files = await readPage(program.page);
  if (files === null) return fail({ id: 'host.browser.not-built', values: { folder: program.page } });
  const jobs = createJobRunner<typeof jobTasks>({ worker: program.worker });
  const planner = createPlanner({
    host: 'browser',
    version: program.version,
    locale: systemLocale(),
    user: userName,
    clock: { now: () => new Date() },
    newId: randomUUID,
    folders: { app: folders.app, drafts: folders.drafts, plans: folder, samples: program.samples },
    tokens: createFileTokens(),
    dialogs: makeFolderDialogs(folder),
    startFile,
    tellOpenFiles: () => undefined,
    runJob: jobs.run,
    log: (entry, cause) => process.stderr.write(`${entry}: ${String(cause)}\n`),
  });
  const host = await tryToListen(planner, files, options.port);
  if (host === null) {
    jobs.close();
    return fail({ id: 'host.browser.port-in-use', values: { port: options.port } });
  }
  tell({ id: 'host.browser.ready', values: { address: host.address() } });
  tell({ id: 'host.browser.folder', values: { folder } });
  await toldToStop();
  await stop(host, planner, jobs);
  return 0;
}

async function tryToListen(planner: Planner, files: PageFiles, port: number): Promise<LoopbackHost | null> {
  try {
    return await startLoopbackHost({
      planner,
      files,
      port,
      onUsed: (address) => tell({ id: 'host.browser.next', values: { address } }),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return null;
    throw error;
  }
}

async function stop(host: LoopbackHost, planner: Planner, jobs: JobRunner<typeof jobTasks>): Promise<void> {
  await host.close();
  await planner.close();
  jobs.close();
}

/** Waits for Ctrl+C, or for the signal by which a service or a test ends a program. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

async function readPage(folder: string): Promise<PageFiles | null> {
  try {
    const files = await readPageFiles(folder);
    return files.has('/index.html') ? files : null;
  } catch {
    return null;
  }
}

function systemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

function tell(message: Message): void {
  process.stdout.write(`${sentence(message)}\n`);
}

function fail(message: Message): number {
  process.stderr.write(`${sentence(message)}\n`);
  return 2;
}

function sentence(message: Message): string {
  const locale = 'en-GB';
  return writeMessage(
    message,
    makeFormats({ locale, currency: 'GBP', calendar: defaultCalendarFor(locale) }),
  );
}

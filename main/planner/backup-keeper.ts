import { basename } from 'node:path';
import type { PlanFileInfo } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Backups } from '#main/document/backups.ts';
import { DocumentError } from '#main/document/document-error.ts';
import type { PlannerPorts } from './ports.ts';

/** Says when the backups of one open plan are written, and what came of it. */
export type BackupKeeper = {
  readonly countStep: () => void;
  /** Begins a backup where one is due; one that is being written goes on. */
  readonly writeWhenDue: () => void;
  /** Writes what changed since the last backup before it answers, and ends. */
  readonly finish: () => void;
  /** Ends without a backup. */
  readonly end: () => void;
  readonly problem: () => Message | null;
  /** What the last full check found; null before the first. */
  readonly checked: () => PlanFileInfo['integrity'] | null;
};

type KeeperParts = {
  readonly path: string;
  readonly backups: Backups;
  readonly runJob: PlannerPorts['runJob'];
  readonly now: () => Date;
  readonly log: PlannerPorts['log'];
  readonly warn: (message: Message) => void;
};

/** What is lost at most where a damaged file gives nothing back: so many steps, or what was done in so long. */
const STEPS_A_BACKUP = 200;
const BACKUP_EVERY_MS = 15 * 60_000;
/** A full check of the largest plans takes seconds; one that takes this long has come to a disk that does not answer. */
const CHECK_LIMIT_MS = 300_000;

/** Begins to keep backups of a plan that was just opened: the first is due at once, and is the full check of the plan. */
export function createBackupKeeper(parts: KeeperParts): BackupKeeper {
  const { backups, now } = parts;
  let steps = 0;
  let lastAt: number | null = null;
  let isWriting = false;
  let hasEnded = false;
  let problem: Message | null = null;
  let checked: PlanFileInfo['integrity'] | null = null;

  const inspect = async (path: string): Promise<boolean> => {
    const found = await checkInFull(parts, path);
    checked = { check: 'full', at: now().toISOString(), isGood: found };
    if (!found) parts.warn({ id: 'document.check-found-damage', values: { file: basename(parts.path) } });
    return found;
  };
  const fail = (error: unknown) => {
    const sentence = explain(parts, error);
    if (problem?.id !== sentence.id) parts.warn(sentence);
    problem = sentence;
  };
  const write = async (isCheck: boolean) => {
    const counted = steps;
    isWriting = true;
    try {
      // Good states only become backups: after damage was found, those that are there stay.
      if ((await backups.write(inspect, isCheck)) === 'bad') hasEnded = true;
      steps -= counted;
      problem = null;
    } catch (error) {
      fail(error);
    } finally {
      lastAt = now().getTime();
      isWriting = false;
    }
  };
  const isDue = () =>
    lastAt === null ||
    steps >= STEPS_A_BACKUP ||
    ((steps > 0 || problem !== null) && now().getTime() - lastAt >= BACKUP_EVERY_MS);
  return {
    countStep: () => {
      steps += 1;
    },
    writeWhenDue: () => {
      if (!hasEnded && !isWriting && isDue()) void write(lastAt === null);
    },
    finish: () => {
      if (hasEnded) return;
      hasEnded = true;
      backups.stop();
      try {
        backups.writeNow();
      } catch (error) {
        fail(error);
      }
    },
    end: () => {
      hasEnded = true;
      backups.stop();
    },
    problem: () => problem,
    checked: () => checked,
  };
}

/** @throws Error when the check could not be done. */
async function checkInFull({ runJob, log }: KeeperParts, path: string): Promise<boolean> {
  const result = await runJob({ task: 'document/check', input: { path }, timeLimitMs: CHECK_LIMIT_MS });
  if (!result.ok) throw new Error(`The check was not done: ${result.code}`);
  if (!result.value.isGood) log('full check', result.value.problem);
  return result.value.isGood;
}

function explain({ path, log }: KeeperParts, error: unknown): Message {
  if (!(error instanceof DocumentError)) {
    log('backup: fault', error);
    return { id: 'document.no-backup', values: { file: basename(path) } };
  }
  log(`backup: ${error.code}`, error.cause);
  return error.sentence;
}

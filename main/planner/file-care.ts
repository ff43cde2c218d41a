import type { ApiEvent, PlanHandle } from '#shared/api/api.ts';
import type { PlanFileInfo } from '#shared/api/files-api.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { createBackupKeeper } from './backup-keeper.ts';
import type { PlannerPorts } from './ports.ts';

/** Looks after the file of an open plan: its backups, its full check, and whether others change it. */
export type FileCare = {
  /** To be called after each step. */
  readonly afterStep: () => void;
  /** What is known of the file, apart from where it lies. */
  readonly info: () => Omit<PlanFileInfo, 'place'>;
  /** Goes on with the file in which the plan goes on. To be called before the former document is closed. */
  readonly moveTo: (document: PlanDocument) => void;
  /** Writes what changed since the last backup, and rests. To be called before the document is closed. */
  readonly stop: () => void;
};

type FileCareParts = Pick<PlannerPorts, 'runJob' | 'log'> & {
  readonly plan: PlanHandle;
  readonly document: PlanDocument;
  readonly now: () => Date;
  readonly emit: (event: ApiEvent) => void;
  /** Does something again and again until the answered function is called. */
  readonly every?: (milliseconds: number, act: () => void) => () => void;
};

/**
 * How often the file is looked at: soon enough that little is typed in vain, seldom enough for a file server. The first
 * look begins the first backup, so that the plan is on screen before.
 */
const LOOK_EVERY_MS = 5000;

/** Begins to look after the file of a plan that was just opened. */
export function createFileCare(parts: FileCareParts): FileCare {
  let care = careFor(parts, parts.document);
  return {
    afterStep: () => care.afterStep(),
    info: () => care.info(),
    moveTo: (document) => {
      care.stop();
      care = careFor(parts, document);
    },
    stop: () => care.stop(),
  };
}

/** The care for one file; one that is only read needs none. */
function careFor(parts: FileCareParts, document: PlanDocument): Omit<FileCare, 'moveTo'> {
  const { plan, emit, every = whileRunning, ...rest } = parts;
  const { backups, path } = document;
  if (backups === null) {
    const info = () => ({ ...document.info(), backupProblem: null });
    return { afterStep: () => undefined, info, stop: () => undefined };
  }
  const keeper = createBackupKeeper({
    ...rest,
    path,
    backups,
    warn: (message) => emit({ kind: 'notice', plan, tone: 'error', message }),
  });
  let isOurs = true;
  const look = () => {
    const state = isOurs ? document.fileChange() : null;
    if (state === null) return;
    isOurs = false;
    keeper.end();
    emit({ kind: 'file-changed', plan, state });
  };
  const stopLooking = every(LOOK_EVERY_MS, () => {
    look();
    keeper.writeWhenDue();
  });
  return {
    afterStep: () => {
      keeper.countStep();
      look();
      keeper.writeWhenDue();
    },
    info: () => {
      const info = document.info();
      return { ...info, integrity: keeper.checked() ?? info.integrity, backupProblem: keeper.problem() };
    },
    stop: () => {
      stopLooking();
      keeper.finish();
    },
  };
}

/** Never keeps the program running. */
function whileRunning(milliseconds: number, act: () => void): () => void {
  const timer = setInterval(act, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

import { existsSync, rmSync } from 'node:fs';
import type { ApiEvent, PlanHandle } from '#shared/api/api.ts';
import type { OpenMode } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { openDocument, type PlanDocument } from '#main/document/document.ts';
import { removeDocument } from '#main/document/remove-document.ts';
import { changeError } from '#main/document/turns.ts';
import { createChecks, type Checks } from './checks.ts';
import type { Drafts } from './drafts.ts';
import { createFileCare, type FileCare } from './file-care.ts';
import type { PlannerPorts } from './ports.ts';
import type { Recents } from './recents.ts';
import { isSameFile } from './same-file.ts';
import { createSession, type Session } from './session.ts';

/** Of a longer title the beginning is kept in the list of recent plans. */
const LONGEST_TITLE = 500;

/** What open plans share. */
export type PlanParts = {
  readonly ports: PlannerPorts;
  readonly recents: Recents;
  readonly drafts: Drafts;
  readonly emit: (event: ApiEvent) => void;
};

/** One open plan: its session, its checks, and the care for its file. */
export type OpenPlan = {
  readonly session: Session;
  readonly checks: Checks;
  readonly care: FileCare;
  /** A sample: kept only once something was done to it. */
  readonly isThrowaway: boolean;
};

type Start = {
  readonly handle: PlanHandle;
  readonly path: string;
  readonly mode: Exclude<OpenMode, 'recover'>;
  readonly isThrowaway: boolean;
};

/** Opens a plan file and puts its checks to work. @throws DocumentError */
export function startPlan(parts: PlanParts, { handle, path, mode, isThrowaway }: Start): OpenPlan {
  const { ports, drafts, emit } = parts;
  const document = openDocument(path, { ...person(ports), mode });
  const checks = createChecks(document.opened, (checked) =>
    emit({ kind: 'checks', plan: handle, ...checked }),
  );
  const care = createFileCare({
    plan: handle,
    document,
    runJob: ports.runJob,
    now: ports.clock.now,
    log: ports.log,
    emit,
  });
  const session = createSession({
    handle,
    document,
    isDraft: drafts.holds,
    tokenFor: ports.tokens.tokenFor,
    user: ports.user,
    now: ports.clock.now,
    onStep: (state, touched) => {
      checks.follow(state, touched);
      emit({ kind: 'changed', plan: handle, seq: state.seq });
      care.afterStep();
    },
  });
  remember(parts, session);
  return { session, checks, care, isThrowaway };
}

/** Closes a plan's file. */
export function endPlan(parts: PlanParts, { session, checks, care, isThrowaway }: OpenPlan): void {
  const document = session.document();
  const isUnused = isThrowaway && parts.drafts.holds(document.path) && isUntouched(document, session);
  checks.stop();
  care.stop();
  document.close();
  if (isUnused) removeDraft(parts.ports, document.path);
  else remember(parts, session);
}

/**
 * Goes on in another file. Until that file is open, the plan stays where it was. Answers what a person should know of
 * the copy: that the history of a file which was changed on the disk stayed behind.
 * @throws DocumentError
 */
export function movePlan(
  parts: PlanParts,
  { session, care }: OpenPlan,
  { path, replace }: { readonly path: string; readonly replace: boolean },
): Message | null {
  const old = session.document();
  if (isSameFile(old.path, path)) {
    const change = old.fileChange();
    if (change !== null) throw changeError(change, path);
    return null;
  }
  const wasThere = existsSync(path);
  const note = old.copyTo(path, replace);
  const copy = openCopy(parts.ports, path, wasThere);
  care.moveTo(copy);
  session.moveTo(copy);
  old.close();
  if (parts.drafts.holds(old.path)) removeDraft(parts.ports, old.path);
  remember(parts, session);
  return note;
}

/** A copy that cannot be opened is not left behind, where it took nobody's place. */
function openCopy(ports: PlannerPorts, path: string, wasThere: boolean): PlanDocument {
  try {
    return openDocument(path, { ...person(ports), mode: 'write' });
  } catch (error) {
    if (!wasThere) rmSync(path, { force: true });
    throw error;
  }
}

function isUntouched(document: PlanDocument, session: Session): boolean {
  try {
    return session.state().seq === 0 && document.versions.list().length === 0;
  } catch {
    // What cannot be read may be somebody's work.
    return false;
  }
}

/** What was done already stands: a draft that cannot be deleted is one too many in the list, and no more. */
function removeDraft(ports: PlannerPorts, path: string): void {
  try {
    removeDocument(path, person(ports));
  } catch (error) {
    ports.log('a draft could not be deleted', error);
  }
}

/** The list of recent plans is a comfort: a plan opens and closes without it. Drafts have a list of their own. */
function remember({ ports, recents, drafts }: PlanParts, session: Session): void {
  const { path } = session.document();
  if (drafts.holds(path)) return;
  const { title } = session.state().plan;
  try {
    recents.add({ path, title: title.slice(0, LONGEST_TITLE), openedAt: ports.clock.now().toISOString() });
  } catch (error) {
    ports.log('recent plans could not be written', error);
  }
}

function person({ user, clock }: PlannerPorts): { readonly user: string; readonly now: Date } {
  return { user: user(), now: clock.now() };
}

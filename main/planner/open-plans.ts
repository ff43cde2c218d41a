import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ApiEvent, PlanHandle } from '#shared/api/api.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { createDocument } from '#main/document/create-document.ts';
import { openDocument } from '#main/document/document.ts';
import { explainFileError } from '#main/document/explain-error.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { createChecks, type Checks } from './checks.ts';
import type { PlannerPorts } from './ports.ts';
import type { Recents } from './recents.ts';
import { Refusal } from './refusal.ts';
import { createSession, type Session } from './session.ts';

/** The plans that are open, by handle. */
export type OpenPlans = {
  /** Opens a file, or answers the session that has it open already. */
  readonly open: (path: string) => Session;
  /** Makes a plan into a new draft and opens it. */
  readonly openDraft: (plan: Plan) => Session;
  /** @throws Refusal when no plan with this handle is open. */
  readonly get: (handle: PlanHandle) => Session;
  readonly checksOf: (handle: PlanHandle) => Checks;
  /** Goes on in another file, which becomes this plan's file; a draft is done with then. */
  readonly saveAs: (session: Session, path: string) => void;
  readonly close: (handle: PlanHandle) => void;
  readonly closeAll: () => void;
};

type OpenPlan = { readonly session: Session; readonly checks: Checks };

/** Keeps track of the open plans; a plan's checks are told to `emit` after each step. */
export function createOpenPlans(
  ports: PlannerPorts,
  recents: Recents,
  emit: (event: ApiEvent) => void,
): OpenPlans {
  const plans = new Map<PlanHandle, OpenPlan>();
  const isDraft = (path: string) => dirname(path) === ports.folders.drafts;
  const opener = () => ({ user: ports.user(), now: ports.clock.now() });
  const find = (handle: PlanHandle): OpenPlan => {
    const found = plans.get(handle);
    if (!found) throw new Refusal('plan-not-open', { id: 'planner.plan-not-open' });
    return found;
  };
  const remember = (path: string, plan: Plan) => {
    try {
      recents.add({ path, title: plan.title, openedAt: ports.clock.now().toISOString() });
    } catch (error) {
      // The list is a comfort: a plan opens without it.
      ports.log('recent plans could not be written', error);
    }
  };
  const start = (path: string): Session => {
    const document = openDocument(path, opener());
    const handle = ports.newId();
    const checks = createChecks(document.opened, (checked) =>
      emit({ kind: 'checks', plan: handle, ...checked }),
    );
    const { user, clock } = ports;
    const onStep = checks.follow;
    const session = createSession({ handle, document, isDraft, user, now: clock.now, onStep });
    plans.set(handle, { session, checks });
    remember(path, document.opened.plan);
    return session;
  };
  const close = (handle: PlanHandle): void => {
    const { session, checks } = find(handle);
    plans.delete(handle);
    checks.stop();
    session.document().close();
    remember(session.document().path, session.state().plan);
  };

  return {
    open: (path) => {
      const same = [...plans.values()].find(({ session }) => isSameFile(session.document().path, path));
      return same ? same.session : start(path);
    },
    openDraft: (plan) => {
      makeFolder(ports.folders.drafts);
      const path = join(ports.folders.drafts, `${ports.newId()}${PLAN_EXTENSION}`);
      createDocument(path, plan, { now: ports.clock.now(), version: ports.version, replace: false });
      return start(path);
    },
    get: (handle) => find(handle).session,
    checksOf: (handle) => find(handle).checks,
    saveAs: (session, path) => {
      const old = session.document();
      if (isSameFile(old.path, path)) return;
      old.copyTo(path, true);
      session.moveTo(openDocument(path, opener()));
      old.close();
      if (isDraft(old.path)) rmSync(old.path, { force: true });
      remember(path, session.state().plan);
    },
    close,
    closeAll: () => {
      for (const handle of plans.keys()) close(handle);
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explainFileError(error, folder);
  }
}

function isSameFile(path: string, other: string): boolean {
  try {
    return realpathSync(path) === realpathSync(other);
  } catch {
    // One of them is not there, so they are not the same.
    return path === other;
  }
}

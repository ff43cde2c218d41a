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
  /** Opens a file, or answers the session that has it open already. Each opening is closed by itself. */
  readonly open: (path: string) => Session;
  /** Makes a plan into a new draft and opens it. */
  readonly openDraft: (plan: Plan) => Session;
  /** @throws Refusal when no plan with this handle is open. */
  readonly get: (handle: PlanHandle) => Session;
  readonly checksOf: (handle: PlanHandle) => Checks;
  /** Goes on in another file, which becomes this plan's file; a draft is done with then. */
  readonly saveAs: (session: Session, path: string) => void;
  /** Ends one opening of a plan; its file is closed with the last of them. */
  readonly close: (handle: PlanHandle) => void;
  readonly closeAll: () => void;
};

type OpenPlan = {
  readonly session: Session;
  readonly checks: Checks;
  /** How often it was opened and not yet closed: two windows may show the same file. */
  readonly openings: number;
};
type Parts = {
  readonly ports: PlannerPorts;
  readonly recents: Recents;
  readonly emit: (event: ApiEvent) => void;
};

/** Keeps track of the open plans; `emit` is told of each step of a plan, and of its checks after it. */
export function createOpenPlans(parts: Parts): OpenPlans {
  const plans = new Map<PlanHandle, OpenPlan>();
  const find = (handle: PlanHandle): OpenPlan => {
    const found = plans.get(handle);
    if (!found) throw new Refusal('plan-not-open', { id: 'planner.plan-not-open' });
    return found;
  };
  const start = (path: string): Session => {
    const handle = parts.ports.newId();
    const opened = startPlan(parts, handle, path);
    plans.set(handle, opened);
    return opened.session;
  };
  const end = (handle: PlanHandle): void => {
    const { session, checks } = find(handle);
    plans.delete(handle);
    checks.stop();
    session.document().close();
    remember(parts, session);
  };
  return {
    open: (path) => {
      const same = [...plans].find(([, { session }]) => isSameFile(session.document().path, path));
      if (same === undefined) return start(path);
      const [handle, plan] = same;
      plans.set(handle, { ...plan, openings: plan.openings + 1 });
      return plan.session;
    },
    openDraft: (plan) => start(makeDraft(parts.ports, plan)),
    get: (handle) => find(handle).session,
    checksOf: (handle) => find(handle).checks,
    saveAs: (session, path) => saveAs(parts, session, path),
    close: (handle) => {
      const plan = find(handle);
      if (plan.openings === 1) end(handle);
      else plans.set(handle, { ...plan, openings: plan.openings - 1 });
    },
    closeAll: () => {
      for (const handle of plans.keys()) end(handle);
    },
  };
}

function startPlan(parts: Parts, handle: PlanHandle, path: string): OpenPlan {
  const { ports, emit } = parts;
  const document = openDocument(path, openerOf(ports));
  const checks = createChecks(document.opened, (checked) =>
    emit({ kind: 'checks', plan: handle, ...checked }),
  );
  const session = createSession({
    handle,
    document,
    isDraft: (file) => isDraft(ports.folders.drafts, file),
    user: ports.user,
    now: ports.clock.now,
    onStep: (state, touched) => {
      checks.follow(state, touched);
      emit({ kind: 'changed', plan: handle, seq: state.seq });
    },
  });
  remember(parts, session);
  return { session, checks, openings: 1 };
}

function saveAs(parts: Parts, session: Session, path: string): void {
  const { ports } = parts;
  const old = session.document();
  if (isSameFile(old.path, path)) return;
  old.copyTo(path, true);
  session.moveTo(openDocument(path, openerOf(ports)));
  old.close();
  if (isDraft(ports.folders.drafts, old.path)) rmSync(old.path, { force: true });
  remember(parts, session);
}

function makeDraft({ folders, newId, clock, version }: PlannerPorts, plan: Plan): string {
  const path = join(folders.drafts, `${newId()}${PLAN_EXTENSION}`);
  try {
    mkdirSync(folders.drafts, { recursive: true });
  } catch (error) {
    throw explainFileError(error, path);
  }
  createDocument(path, plan, { now: clock.now(), version, replace: false });
  return path;
}

/** The list of recent plans is a comfort: a plan opens and closes without it. */
function remember({ ports, recents }: Parts, session: Session): void {
  const { title } = session.state().plan;
  try {
    recents.add({ path: session.document().path, title, openedAt: ports.clock.now().toISOString() });
  } catch (error) {
    ports.log('recent plans could not be written', error);
  }
}

function openerOf({ user, clock }: PlannerPorts) {
  return { user: user(), now: clock.now() };
}

function isDraft(drafts: string, path: string): boolean {
  return dirname(path) === drafts;
}

function isSameFile(path: string, other: string): boolean {
  try {
    return realpathSync(path) === realpathSync(other);
  } catch {
    // One of them is not there, so they are not the same.
    return path === other;
  }
}

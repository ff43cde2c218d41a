import type { OpenedPlan, PlanHandle } from '#shared/api/api.ts';
import type { OpenMode } from '#shared/api/files-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { plannerMessages } from '#shared/messages/catalogue/planner.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { createDocument } from '#main/document/create-document.ts';
import type { Checks } from './checks.ts';
import type { FileCare } from './file-care.ts';
import { endPlan, movePlan, startPlan, type OpenPlan, type PlanParts } from './open-plan.ts';
import { Refusal } from './refusal.ts';
import { isSameFile } from './same-file.ts';
import type { Session } from './session.ts';

/** The plans that are open, by handle. */
export type OpenPlans = {
  /**
   * Opens a file, or answers the session that has it open already: every session that may write, and one that reads
   * for who asks to read. Each opening is closed by itself.
   * @throws DocumentError
   */
  readonly open: (path: string, mode: WayToOpen) => Session;
  /** Makes a plan into a new draft and opens it. A sample that nothing was done to is deleted when it is closed. */
  readonly openDraft: (plan: Plan, from: 'person' | 'sample') => Session;
  /** Opens a copy with the whole history as a new draft, named as a copy. @throws DocumentError */
  readonly duplicate: (handle: PlanHandle) => OpenedPlan;
  /** The session, be it one that only reads, that has this file open; null when none has. */
  readonly find: (path: string) => Session | null;
  /** @throws Refusal when no plan with this handle is open. */
  readonly get: (handle: PlanHandle) => Session;
  readonly checksOf: (handle: PlanHandle) => Checks;
  readonly careOf: (handle: PlanHandle) => FileCare;
  /** Goes on in another file, which becomes this plan's file; a draft is done with then. @throws DocumentError */
  readonly saveAs: (handle: PlanHandle, path: string, replace: boolean) => OpenedPlan;
  /** Ends one opening of a plan; its file is closed with the last of them. */
  readonly close: (handle: PlanHandle) => void;
  readonly closeAll: () => void;
};

type WayToOpen = Exclude<OpenMode, 'recover'>;
/** A plan and how often it was opened and not yet closed: two windows may show the same file. */
type Counted = { readonly plan: OpenPlan; readonly mode: WayToOpen; readonly openings: number };

/** Keeps track of the open plans; `emit` is told of each step of a plan, and of its checks after it. */
export function createOpenPlans(parts: PlanParts): OpenPlans {
  const { ports, drafts } = parts;
  const plans = new Map<PlanHandle, Counted>();
  const pathsOf = () => [...plans.values()].map(({ plan }) => plan.session.document().path);
  const tellFiles = () => ports.tellOpenFiles(pathsOf());
  const find = (handle: PlanHandle): Counted => {
    const found = plans.get(handle);
    if (!found) throw new Refusal('plan-not-open', { id: 'planner.plan-not-open' });
    return found;
  };
  const start = (path: string, mode: WayToOpen, isThrowaway = false): Session => {
    const handle = ports.newId();
    const plan = startPlan(parts, { handle, path, mode, isThrowaway });
    plans.set(handle, { plan, mode, openings: 1 });
    tellFiles();
    return plan.session;
  };
  const end = (handle: PlanHandle): void => {
    const { plan } = find(handle);
    plans.delete(handle);
    endPlan(parts, plan);
    tellFiles();
  };
  /** What keeps one plan from being closed well must not keep the others open. */
  const endForSure = (handle: PlanHandle): void => {
    try {
      end(handle);
    } catch (error) {
      ports.log('a plan could not be closed well', error);
    }
  };
  return {
    open: (path, mode) => {
      const fitting = [...plans].filter(([, counted]) => isJoined(counted, path, mode));
      const same = fitting.find(([, { plan }]) => plan.session.document().readOnly === null) ?? fitting[0];
      if (same === undefined) return start(path, mode);
      const [handle, counted] = same;
      plans.set(handle, { ...counted, openings: counted.openings + 1 });
      return counted.plan.session;
    },
    openDraft: (plan, from) => {
      const path = drafts.newPath();
      createDocument(path, plan, { now: ports.clock.now(), version: ports.version, replace: false });
      return start(path, 'write', from === 'sample');
    },
    duplicate: (handle) => {
      const original = find(handle).plan.session;
      const path = drafts.newPath();
      const note = original.document().copyTo(path, false);
      return withNote(nameAsCopy(start(path, 'write')), note);
    },
    find: (path) => {
      const sessions = [...plans.values()].map(({ plan }) => plan.session);
      return sessions.find((session) => isSameFile(session.document().path, path)) ?? null;
    },
    get: (handle) => find(handle).plan.session,
    checksOf: (handle) => find(handle).plan.checks,
    careOf: (handle) => find(handle).plan.care,
    saveAs: (handle, path, replace) => {
      const { plan } = find(handle);
      const note = movePlan(parts, plan, { path, replace });
      tellFiles();
      return withNote(plan.session, note);
    },
    close: (handle) => {
      const counted = find(handle);
      if (counted.openings === 1) end(handle);
      else plans.set(handle, { ...counted, openings: counted.openings - 1 });
    },
    closeAll: () => {
      for (const handle of plans.keys()) endForSure(handle);
    },
  };
}

/** A session that may only read is of no use to who wants to edit: the way may be free by now. */
function isJoined({ plan, mode }: Counted, path: string, wanted: WayToOpen): boolean {
  const document = plan.session.document();
  if (!isSameFile(document.path, path)) return false;
  return document.readOnly === null || wanted === 'read' || (wanted === mode && mode === 'write');
}

function nameAsCopy(copy: Session): Session {
  const { plan, seq } = copy.state();
  const title = plan.title || plannerMessages['planner.untitled'];
  const named = plannerMessages['planner.copy-of']({ title });
  copy.apply(seq, { kind: 'set-plan', changes: { title: named } });
  return copy;
}

function withNote(session: Session, note: Message | null): OpenedPlan {
  const opened = session.opened();
  return note === null ? opened : { ...opened, notes: [note, ...opened.notes] };
}

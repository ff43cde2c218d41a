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
  const table = createPlanTable(parts);
  return {
    open: (path, mode) => table.join(path, mode) ?? table.start(path, mode, false),
    openDraft: (plan, from) => {
      const path = drafts.newPath();
      createDocument(path, plan, { now: ports.clock.now(), version: ports.version, replace: false });
      return table.start(path, 'write', from === 'sample');
    },
    duplicate: (handle) => {
      const path = drafts.newPath();
      const note = table.get(handle).plan.session.document().copyTo(path, false);
      return withNote(nameAsCopy(table.start(path, 'write', false)), note);
    },
    find: (path) => table.sessions().find((session) => isSameFile(session.document().path, path)) ?? null,
    get: (handle) => table.get(handle).plan.session,
    checksOf: (handle) => table.get(handle).plan.checks,
    careOf: (handle) => table.get(handle).plan.care,
    saveAs: (handle, path, replace) => {
      const { plan } = table.get(handle);
      const note = movePlan(parts, plan, { path, replace });
      table.tellFiles();
      return withNote(plan.session, note);
    },
    close: table.leave,
    closeAll: table.endAll,
  };
}

/** The open plans, each counted by its openings; the host is told of every change of their files. */
function createPlanTable(parts: PlanParts) {
  const { ports } = parts;
  const plans = new Map<PlanHandle, Counted>();
  const sessions = (): readonly Session[] => [...plans.values()].map(({ plan }) => plan.session);
  const tellFiles = () => ports.tellOpenFiles(sessions().map((session) => session.document().path));
  const get = (handle: PlanHandle): Counted => {
    const found = plans.get(handle);
    if (!found) throw new Refusal('plan-not-open', { id: 'planner.plan-not-open' });
    return found;
  };
  const end = (handle: PlanHandle): void => {
    const { plan } = get(handle);
    plans.delete(handle);
    endPlan(parts, plan);
    tellFiles();
  };
  return {
    sessions,
    tellFiles,
    get,
    start: (path: string, mode: WayToOpen, isThrowaway: boolean): Session => {
      const handle = ports.newId();
      const plan = startPlan(parts, { handle, path, mode, isThrowaway });
      plans.set(handle, { plan, mode, openings: 1 });
      tellFiles();
      return plan.session;
    },
    join: (path: string, mode: WayToOpen): Session | null => {
      const fitting = [...plans].filter(([, counted]) => isJoined(counted, path, mode));
      const same = fitting.find(([, { plan }]) => plan.session.document().readOnly === null) ?? fitting[0];
      if (same === undefined) return null;
      const [handle, counted] = same;
      plans.set(handle, { ...counted, openings: counted.openings + 1 });
      return counted.plan.session;
    },
    leave: (handle: PlanHandle): void => {
      const counted = get(handle);
      if (counted.openings === 1) end(handle);
      else plans.set(handle, { ...counted, openings: counted.openings - 1 });
    },
    endAll: (): void => {
      for (const handle of plans.keys()) {
        try {
          end(handle);
        } catch (error) {
          // What keeps one plan from being closed well must not keep the others open.
          ports.log('a plan could not be closed well', error);
        }
      }
    },
  };
}

/**
 * A session that may only read is of no use to who wants to edit: the way may be free by now. Neither is one whose file
 * is another by now: it shows the plan as it was.
 */
function isJoined({ plan, mode }: Counted, path: string, wanted: WayToOpen): boolean {
  const document = plan.session.document();
  if (!isSameFile(document.path, path) || document.fileChange() !== null) return false;
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

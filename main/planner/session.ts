import { basename } from 'node:path';
import type {
  EditAnswer,
  OpenedPlan,
  PlanHandle,
  PackedSnapshot,
  StepAnswer,
  UndoState,
} from '#shared/api/api.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Touched } from '#shared/plan/edit-result.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import type { DocumentState, PlanDocument } from '#main/document/document.ts';
import type { JournalAction } from '#main/document/journal.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { importsIn } from '#main/document/provenance.ts';
import { Refusal } from './refusal.ts';
import { stepLabel } from './step-label.ts';

/** An open plan: its file, where it stands, and the steps that change it. */
export type Session = {
  readonly handle: PlanHandle;
  readonly document: () => PlanDocument;
  readonly state: () => DocumentState;
  readonly isDraft: () => boolean;
  readonly opened: () => OpenedPlan;
  readonly snapshot: () => PackedSnapshot;
  /** @throws Refusal when the edit was made on another state, or does not fit the plan. */
  readonly apply: (base: number, edit: Edit) => EditAnswer;
  readonly undo: () => StepAnswer;
  readonly redo: () => StepAnswer;
  /** Goes on in another file that holds the same plan and history. */
  readonly moveTo: (document: PlanDocument) => void;
};

export type SessionParts = {
  readonly handle: PlanHandle;
  readonly document: PlanDocument;
  readonly isDraft: (path: string) => boolean;
  readonly user: () => string;
  readonly now: () => Date;
  /** Told after each step, once it is durable. */
  readonly onStep: (state: DocumentState, touched: Touched) => void;
};

/** Makes the session of a document that was just opened. */
export function createSession(parts: SessionParts): Session {
  let document = parts.document;
  let state = document.opened;

  const undoState = (): UndoState => {
    const { undo, redo } = document.openSteps();
    return { canUndo: undo && stepLabel(undo), canRedo: redo && stepLabel(redo) };
  };
  const take = (edit: Edit, action: JournalAction, undoes: number | null): EditAnswer => {
    const seq = state.seq + 1;
    const result = applyEdit(state.plan, edit, { origin: originOfEdit(seq) });
    if (!result.ok) throw new Refusal('edit-refused', result.refusal);
    const hash = nextHash(state.hash, edit);
    const entry = { seq, at: parts.now().toISOString(), who: parts.user(), action, edit, undoes, hash };
    document.commit({
      before: state.plan,
      after: result.plan,
      entry: { ...entry, inverse: result.inverse },
    });
    state = { plan: result.plan, seq, hash };
    parts.onStep(state, result.touched);
    return { seq, hash, ...undoState() };
  };
  const takeBack = (which: 'undo' | 'redo'): StepAnswer => {
    const step = document.openSteps()[which];
    if (step === null) throw new Refusal('nothing-to-do', { id: `planner.nothing-to-${which}` });
    const edit = document.inverseOf(step.seq);
    return { ...take(edit, which, step.seq), edit };
  };

  return {
    handle: parts.handle,
    document: () => document,
    state: () => state,
    isDraft: () => parts.isDraft(document.path),
    opened: () => ({
      handle: parts.handle,
      name: parts.isDraft(document.path) ? null : basename(document.path, PLAN_EXTENSION),
      readOnly: document.readOnly,
    }),
    snapshot: () => ({ seq: state.seq, hash: state.hash, plan: packPlan(state.plan), ...undoState() }),
    apply: (base, edit) => {
      if (base !== state.seq) throw new Refusal('stale-base', { id: 'planner.stale-base' });
      if (importsIn(edit).length > 1) throw new Refusal('edit-refused', { id: 'planner.two-imports' });
      return take(edit, 'edit', null);
    },
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    moveTo: (next) => {
      document = next;
    },
  };
}

import { basename } from 'node:path';
import type {
  EditAnswer,
  FileToken,
  OpenedPlan,
  PackedSnapshot,
  PlanHandle,
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
import type { JournalEntry } from '#main/document/journal.ts';
import { importsIn } from '#main/document/provenance.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { Refusal } from './refusal.ts';
import { stepLabel } from './step-label.ts';

/** An open plan: its file, where it stands, and the steps that change it. */
export type Session = {
  readonly document: () => PlanDocument;
  readonly state: () => DocumentState;
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
  readonly tokenFor: (path: string) => FileToken;
  readonly user: () => string;
  readonly now: () => Date;
  /** Told after each step, once it is durable. */
  readonly onStep: (state: DocumentState, touched: Touched) => void;
};

type StepToTake = Pick<JournalEntry, 'edit' | 'action' | 'undoes'>;

/** Makes the session of a document that was just opened. */
export function createSession(parts: SessionParts): Session {
  let document = parts.document;
  let state = document.opened;
  const take = (step: StepToTake): EditAnswer => {
    const taken = takeStep(parts, document, state, step);
    state = taken.state;
    parts.onStep(state, taken.touched);
    return { seq: state.seq, hash: state.hash, ...undoState(document) };
  };
  const takeBack = (action: 'undo' | 'redo'): StepAnswer => {
    const step = document.openSteps()[action];
    if (step === null) throw new Refusal('nothing-to-do', { id: `planner.nothing-to-${action}` });
    const edit = document.inverseOf(step.seq);
    return { ...take({ edit, action, undoes: step.seq }), edit };
  };
  return {
    document: () => document,
    state: () => state,
    opened: () => describeOpened(parts, document),
    snapshot: () => ({
      seq: state.seq,
      hash: state.hash,
      plan: packPlan(state.plan),
      ...undoState(document),
    }),
    apply: (base, edit) => {
      if (base !== state.seq) throw new Refusal('stale-base', { id: 'planner.stale-base' });
      if (importsIn(edit).length > 1) throw new Refusal('edit-refused', { id: 'planner.two-imports' });
      return take({ edit, action: 'edit', undoes: null });
    },
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    moveTo: (next) => {
      document = next;
    },
  };
}

function describeOpened(parts: SessionParts, { path, readOnly, notes }: PlanDocument): OpenedPlan {
  const name = parts.isDraft(path) ? null : basename(path, PLAN_EXTENSION);
  return { handle: parts.handle, file: parts.tokenFor(path), name, readOnly, notes };
}

/** Applies an edit and makes it durable; whatever fails leaves both the plan and its file as they were. */
function takeStep(
  { user, now }: SessionParts,
  document: PlanDocument,
  state: DocumentState,
  step: StepToTake,
): { readonly state: DocumentState; readonly touched: Touched } {
  const seq = state.seq + 1;
  const result = applyEdit(state.plan, step.edit, { origin: originOfEdit(seq) });
  if (!result.ok) throw new Refusal('edit-refused', result.refusal);
  const hash = nextHash(state.hash, step.edit);
  const made = { seq, hash, at: now().toISOString(), who: user(), inverse: result.inverse };
  document.commit({ before: state.plan, after: result.plan, entry: { ...step, ...made } });
  return { state: { plan: result.plan, seq, hash }, touched: result.touched };
}

function undoState(document: PlanDocument): UndoState {
  const { undo, redo } = document.openSteps();
  return { canUndo: undo && stepLabel(undo), canRedo: redo && stepLabel(redo) };
}

import type { EditAnswer, PlanSnapshot, StepAnswer } from '#shared/api/api.ts';
import { nextHash } from '#shared/plan/rolling-hash.ts';
import type { Message } from '#shared/messages/message.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';

/** What the person asked for and the planner has not yet answered. */
export type Step =
  | { readonly kind: 'edit'; readonly edit: Edit; readonly label: Message }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Brings the plan back to a version. */
  | { readonly kind: 'restore'; readonly version: number };

/** A step on its way, with the plan as the window shows it once the step is in. */
type PendingStep = { readonly step: Step; readonly after: Plan };

/**
 * The window's copy of a plan: the last state that the planner confirmed, and the steps after it in their order.
 * Steps are sent one at a time, so the answer in hand always belongs to the first of them.
 */
export type Replica = { readonly acked: PlanSnapshot; readonly pending: readonly PendingStep[] };

/** A step put behind the others, or why it cannot be taken. */
export type AddOutcome =
  { readonly ok: true; readonly replica: Replica } | { readonly ok: false; readonly refusal: Message };

/**
 * The outcome of an answer. `mismatch` means that the two copies differ and the plan must be asked for again.
 * `dropped` are later steps that cannot stand on what an earlier one brought back.
 */
export type AnswerOutcome =
  | { readonly kind: 'in-step'; readonly replica: Replica; readonly dropped: readonly Step[] }
  | { readonly kind: 'mismatch' };

/** A replica that holds what the planner just sent. */
export function makeReplica(snapshot: PlanSnapshot): Replica {
  return { acked: snapshot, pending: [] };
}

/** The plan as the window shows it: every step of the person is in, confirmed or not. */
export function visiblePlan(replica: Replica): Plan {
  return replica.pending.at(-1)?.after ?? replica.acked.plan;
}

/** The names of the edits among steps, for a person who must hear of them. */
export function labelsOf(steps: readonly Step[]): readonly Message[] {
  return steps.flatMap((step) => (step.kind === 'edit' ? [step.label] : []));
}

/** Puts a step behind those on their way; an edit shows at once, any other step when it is answered. */
export function addStep(replica: Replica, step: Step): AddOutcome {
  const before = visiblePlan(replica);
  if (step.kind !== 'edit') return { ok: true, replica: withPending(replica, { step, after: before }) };
  const sequence = replica.acked.seq + replica.pending.length + 1;
  const result = applyEdit(before, step.edit, { origin: originOfEdit(sequence) });
  if (!result.ok) return result;
  return { ok: true, replica: withPending(replica, { step, after: result.plan }) };
}

/** Takes the planner's yes to the first edit on its way. */
export function confirmEdit(replica: Replica, answer: EditAnswer): AnswerOutcome {
  const [first, ...rest] = replica.pending;
  if (first?.step.kind !== 'edit') return { kind: 'mismatch' };
  if (!continues(replica.acked, first.step.edit, answer)) return { kind: 'mismatch' };
  const acked: PlanSnapshot = { ...stateOf(answer), plan: first.after };
  return { kind: 'in-step', replica: { acked, pending: rest }, dropped: [] };
}

/** Takes the answer to an undo, redo or restoring: its edit is played on the confirmed plan and the later steps on top of it. */
export function confirmStep(replica: Replica, answer: StepAnswer): AnswerOutcome {
  const [first, ...rest] = replica.pending;
  if (first === undefined || first.step.kind === 'edit') return { kind: 'mismatch' };
  if (!continues(replica.acked, answer.edit, answer)) return { kind: 'mismatch' };
  const result = applyEdit(replica.acked.plan, answer.edit, { origin: originOfEdit(answer.seq) });
  if (!result.ok) return { kind: 'mismatch' };
  const later = rest.map(({ step }) => step);
  return { kind: 'in-step', ...replay({ ...stateOf(answer), plan: result.plan }, later) };
}

/**
 * Brings the replica to the plan after steps that were taken elsewhere. For a replica of which nothing has been sent: the
 * steps typed since are put on the plan as it is now.
 */
export function moveTo(
  { pending }: Replica,
  snapshot: PlanSnapshot,
): { readonly replica: Replica; readonly dropped: readonly Step[] } {
  const steps = pending.map(({ step }) => step);
  return replay(snapshot, steps);
}

/** Puts steps on a confirmed plan again, up to the first that cannot stand on it. */
function replay(
  acked: PlanSnapshot,
  steps: readonly Step[],
): { readonly replica: Replica; readonly dropped: readonly Step[] } {
  let replica = makeReplica(acked);
  for (const [index, step] of steps.entries()) {
    const added = addStep(replica, step);
    if (!added.ok) return { replica, dropped: steps.slice(index) };
    replica = added.replica;
  }
  return { replica, dropped: [] };
}

/** Takes the planner's no: the plan returns to its last confirmed state; the steps that fell are answered in their order. */
export function refuse(replica: Replica): { readonly replica: Replica; readonly dropped: readonly Step[] } {
  return { replica: makeReplica(replica.acked), dropped: replica.pending.map(({ step }) => step) };
}

/** Takes an undo, redo or restoring that had nothing to do off the queue; the steps behind it stay. */
export function skipFirst(replica: Replica): Replica {
  return { ...replica, pending: replica.pending.slice(1) };
}

/**
 * Brings the replica to the plan as the planner has it now. Steps on their way stay when the planner stands where the
 * window last knew it, or one step further by the very first of them (its answer was lost, not the edit).
 */
export function realignTo(
  replica: Replica,
  snapshot: PlanSnapshot,
): { readonly replica: Replica; readonly dropped: readonly Step[] } {
  const { acked, pending } = replica;
  if (snapshot.seq === acked.seq && snapshot.hash === acked.hash) return { replica, dropped: [] };
  const taken = pending[0]?.step.kind === 'edit' ? confirmEdit(replica, snapshot) : null;
  if (taken?.kind === 'in-step') return { replica: taken.replica, dropped: [] };
  return { ...refuse(replica), replica: makeReplica(snapshot) };
}

function withPending(replica: Replica, step: PendingStep): Replica {
  return { ...replica, pending: [...replica.pending, step] };
}

function stateOf({ seq, hash, canUndo, canRedo }: EditAnswer): EditAnswer {
  return { seq, hash, canUndo, canRedo };
}

function continues(acked: PlanSnapshot, edit: Edit, answer: EditAnswer): boolean {
  return answer.seq === acked.seq + 1 && answer.hash === nextHash(acked.hash, edit);
}

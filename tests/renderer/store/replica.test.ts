import { describe, expect, test } from 'vitest';
import {
  addStep,
  confirmEdit,
  confirmStep,
  makeReplica,
  refuse,
  skipFirst,
  visiblePlan,
} from '#renderer/store/replica.ts';
import type { AnswerOutcome, Replica, Step } from '#renderer/store/replica.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { nextHash, startHash } from '#shared/plan/rolling-hash.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({ years: 2, lines: [{ id: 'a', need: ['10', '20'] }, { id: 'b' }] });
const hash = startHash(plan);
const start = makeReplica({ seq: 0, hash, plan, canUndo: null, canRedo: null });

function setNeed(line: string, minor: bigint | null): Step {
  const blocks = [{ ref: { of: 'line', measure: 'need', line }, from: '2026', minor: [minor] }] as const;
  return { kind: 'edit', edit: { kind: 'set-amounts', blocks }, label: { id: 'window.saving' } };
}

function add(replica: Replica, step: Step): Replica {
  const added = addStep(replica, step);
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return added.replica;
}

function editOf(step: Step): Edit {
  if (step.kind !== 'edit') throw new Error('no edit');
  return step.edit;
}

function inStep(outcome: AnswerOutcome): Extract<AnswerOutcome, { kind: 'in-step' }> {
  if (outcome.kind !== 'in-step') throw new Error('out of step');
  return outcome;
}

function needOf(shown: Plan, line: number): bigint | null | undefined {
  return shown.lines.rows[line]?.need.minor[0];
}

const answerTo = (seq: number, previous: string, edit: Edit) => ({
  seq,
  hash: nextHash(previous, edit),
  canUndo: { id: 'planner.step-amounts' } as const,
  canRedo: null,
});

describe('the replica of a plan', () => {
  test('shows an edit before the planner answers', () => {
    const replica = add(start, setNeed('a', 500n));
    expect(needOf(visiblePlan(replica), 0)).toBe(500n);
    expect(needOf(replica.acked.plan, 0)).toBe(1000n);
  });

  test('an edit that the plan cannot take is refused and leaves the replica as it was', () => {
    expect(addStep(start, setNeed('nobody', 1n))).toMatchObject({
      ok: false,
      refusal: { id: 'plan.unknown-line' },
    });
  });

  test('a confirmed edit becomes the confirmed plan and keeps the steps behind it', () => {
    const first = setNeed('a', 500n);
    const replica = add(add(start, first), setNeed('b', 7n));
    const { replica: next } = inStep(confirmEdit(replica, answerTo(1, hash, editOf(first))));
    expect(needOf(next.acked.plan, 0)).toBe(500n);
    expect(next.acked.seq).toBe(1);
    expect(next.pending).toHaveLength(1);
    expect(needOf(visiblePlan(next), 1)).toBe(7n);
  });

  test('values get the origin that the planner gives them', () => {
    const replica = add(add(start, setNeed('a', 500n)), setNeed('b', 7n));
    expect(visiblePlan(replica).lines.rows[1]?.need.origin[0]).toBe(originOfEdit(2));
  });

  test('another sequence number or another hash means that the copies differ', () => {
    const step = setNeed('a', 500n);
    const replica = add(start, step);
    expect(confirmEdit(replica, answerTo(2, hash, editOf(step))).kind).toBe('mismatch');
    expect(confirmEdit(replica, { ...answerTo(1, hash, editOf(step)), hash: 'other' }).kind).toBe('mismatch');
  });

  test('a refusal returns to the confirmed plan and names every step that fell', () => {
    const steps = [setNeed('a', 500n), setNeed('b', 7n)];
    const { replica, dropped } = refuse(steps.reduce(add, start));
    expect(visiblePlan(replica)).toBe(plan);
    expect(dropped).toEqual(steps);
  });

  test('an undo is played when it is answered, under the steps behind it', () => {
    const first = editOf(setNeed('a', 500n));
    const applied = applyEdit(plan, first, { origin: originOfEdit(1) });
    if (!applied.ok || applied.inverse === null) throw new Error('not applied');
    const acked = { ...answerTo(1, hash, first), plan: applied.plan };
    const replica = add(add(makeReplica(acked), { kind: 'undo' }), setNeed('b', 7n));
    expect(needOf(visiblePlan(replica), 0)).toBe(500n);
    const answer = { ...answerTo(2, acked.hash, applied.inverse), edit: applied.inverse };
    const { replica: next, dropped } = inStep(confirmStep(replica, answer));
    expect(needOf(visiblePlan(next), 0)).toBe(1000n);
    expect(needOf(visiblePlan(next), 1)).toBe(7n);
    expect(dropped).toEqual([]);
  });

  test('a step that cannot stand on what an undo brought back is named as dropped', () => {
    const removal: Edit = { kind: 'remove-lines', ids: ['b'] };
    const replica = add(add(start, { kind: 'undo' }), setNeed('b', 7n));
    const answer = { ...answerTo(1, hash, removal), edit: removal };
    const outcome = inStep(confirmStep(replica, answer));
    expect(outcome.dropped).toEqual([setNeed('b', 7n)]);
    expect(outcome.replica.pending).toEqual([]);
  });

  test('restoring a version is played when it is answered, as one step of its own', () => {
    const restored: Edit = {
      kind: 'batch',
      label: 'Approved',
      edits: [editOf(setNeed('a', 7n)), editOf(setNeed('b', 8n))],
    };
    const replica = add(add(start, { kind: 'restore', version: 3 }), setNeed('b', 9n));
    expect(needOf(visiblePlan(replica), 0)).toBe(1000n);
    const answer = { ...answerTo(1, hash, restored), edit: restored };
    const { replica: next, dropped } = inStep(confirmStep(replica, answer));
    expect([next.acked.seq, needOf(next.acked.plan, 0), needOf(next.acked.plan, 1)]).toEqual([1, 7n, 8n]);
    expect(needOf(visiblePlan(next), 1)).toBe(9n);
    expect(dropped).toEqual([]);
  });

  test('an undo with nothing to undo leaves the steps behind it', () => {
    const replica = skipFirst(add(add(start, { kind: 'undo' }), setNeed('b', 7n)));
    expect(replica.pending).toHaveLength(1);
    expect(needOf(visiblePlan(replica), 1)).toBe(7n);
  });
});

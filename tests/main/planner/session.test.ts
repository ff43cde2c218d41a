import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpackPlan } from '#shared/plan/packed-plan.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { PlanDocument } from '#main/document/document.ts';
import { Refusal } from '#main/planner/refusal.ts';
import { createSession, type Session } from '#main/planner/session.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { makePlanFile, NOW, openPlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const plan = () => buildPlan({ years: 2, lines: [{ id: 'l1', need: ['1', null] }], sources: [{ id: 's1' }] });

function sessionOf(document: PlanDocument): Session {
  return createSession({
    handle: 'h',
    document,
    isDraft: () => false,
    tokenFor: () => 'token',
    user: () => 'A. Officer',
    now: () => NOW,
    onStep: () => undefined,
  });
}

const setNeed = (minor: bigint | null): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2026', minor: [minor] }],
});
const comment: Edit = {
  kind: 'comment',
  comment: { id: 'c1', on: { kind: 'line', line: 'l1' }, text: 'Why?', by: 'B', at: '2026-11-22' },
};
const needOf = (session: Session) => session.state().plan.lines.rows[0]?.need.minor[0];
const apply = (session: Session, edit: Edit) => session.apply(session.state().seq, edit);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.error.code;
    throw error;
  }
  return 'no refusal';
}

describe('a session', () => {
  it('answers each edit with its number, its hash and what can be undone', () => {
    const session = sessionOf(makePlanFile(join(tempFolder(), 'a.perennial'), plan()));
    const first = apply(session, setNeed(500n));
    expect(first).toMatchObject({ seq: 1, canUndo: { id: 'planner.step-amounts' }, canRedo: null });
    const second = apply(session, { kind: 'batch', label: 'Fill right', edits: [setNeed(7n)] });
    expect(second).toMatchObject({
      seq: 2,
      canUndo: { id: 'planner.step-batch', values: { label: 'Fill right' } },
    });
    expect(second.hash).not.toBe(first.hash);
    expect(unpackPlan(session.snapshot().plan)).toEqual(session.state().plan);
    session.document().close();
  });

  it('refuses an edit made on another state, one that does not fit, and two imports in one step', () => {
    const session = sessionOf(makePlanFile(join(tempFolder(), 'a.perennial'), plan()));
    apply(session, setNeed(500n));
    const before = session.state();
    expect(codeOf(() => session.apply(0, setNeed(1n)))).toBe('stale-base');
    expect(codeOf(() => apply(session, { kind: 'remove-lines', ids: ['none'] }))).toBe('edit-refused');
    const file = { name: 'a.csv', sha256: '' };
    const read: Edit = { kind: 'import', file, edits: [], cells: [] };
    expect(codeOf(() => apply(session, { kind: 'batch', label: '', edits: [read, read] }))).toBe(
      'edit-refused',
    );
    expect(session.state()).toBe(before);
    session.document().close();
  });

  it('undoes and redoes without end, as steps of their own', () => {
    const session = sessionOf(makePlanFile(join(tempFolder(), 'a.perennial'), plan()));
    for (const minor of [200n, 300n, null]) apply(session, setNeed(minor));
    const seen: unknown[] = [];
    for (let step = 0; step < 3; step += 1) {
      session.undo();
      seen.push(needOf(session));
    }
    expect(seen).toEqual([300n, 200n, 100n]);
    expect(codeOf(() => session.undo())).toBe('nothing-to-do');
    expect(session.redo()).toMatchObject({ seq: 7, canUndo: { id: 'planner.step-amounts' } });
    session.redo();
    expect(needOf(session)).toBe(300n);
    session.undo();
    expect(needOf(session)).toBe(200n);
    session.redo();
    expect(session.redo().canRedo).toBeNull();
    expect(needOf(session)).toBeNull();
    session.document().close();
  });

  it('undoes after a restart, to the very same plan', () => {
    const path = join(tempFolder(), 'a.perennial');
    const session = sessionOf(makePlanFile(path, plan()));
    const start = session.state().plan;
    apply(session, setNeed(200n));
    apply(session, { kind: 'remove-lines', ids: ['l1'] });
    session.undo();
    session.document().close();
    const again = sessionOf(openPlanFile(path));
    expect(again.snapshot()).toMatchObject({
      canUndo: { id: 'planner.step-amounts' },
      canRedo: { id: 'planner.step-remove-lines' },
    });
    again.undo();
    expect(again.state().plan).toEqual(start);
    again.redo();
    again.redo();
    expect(again.state().plan.lines.rows).toEqual([]);
    again.document().close();
  });

  it('cannot redo past a new edit, not even once that edit is undone', () => {
    const session = sessionOf(makePlanFile(join(tempFolder(), 'a.perennial'), plan()));
    apply(session, setNeed(200n));
    session.undo();
    apply(session, setNeed(300n));
    expect(codeOf(() => session.redo())).toBe('nothing-to-do');
    session.undo();
    session.redo();
    expect(codeOf(() => session.redo())).toBe('nothing-to-do');
    expect(needOf(session)).toBe(300n);
    session.document().close();
  });

  it('keeps a comment through undo and redo, and redo through a comment', () => {
    const session = sessionOf(makePlanFile(join(tempFolder(), 'a.perennial'), plan()));
    apply(session, setNeed(200n));
    session.undo();
    expect(apply(session, comment).canRedo).toEqual({ id: 'planner.step-amounts' });
    session.redo();
    session.undo();
    expect(needOf(session)).toBe(100n);
    expect(session.state().plan.comments).toHaveLength(1);
    expect(codeOf(() => session.undo())).toBe('nothing-to-do');
    session.document().close();
  });
});

import { describe, expect, test } from 'vitest';
import { type PlanSession, startPlanSession } from '#renderer/store/plan-session.ts';
import { type Step, visiblePlan } from '#renderer/store/replica.ts';
import { saveStateOf } from '#renderer/store/save-state.ts';
import { makeTransport } from '#renderer/transport/choose-transport.ts';
import type { ApiEvent } from '#shared/api/api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Message } from '#shared/messages/message.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

const LABEL: Message = { id: 'window.edit-add-line', values: { name: 'Quay' } };

const RENAME: Edit = { kind: 'set-plan', changes: { title: 'Another title' } };

/** What a host that was started anew answers to a page from before. */
const SHUT_OUT = { ok: false, error: { code: 'shut-out', message: { id: 'window.shut-out-text' } } };

type Told = { readonly why: Message | 'realigned' | 'shut-out'; readonly dropped: readonly Step[] };

/** A session on the sample plan of a real planner, whose link can be cut. */
async function openSample() {
  const planner = startPlanner();
  const told: Told[] = [];
  const cut = { before: false, after: false, isShutOut: false, events: false };
  const calls: string[] = [];
  const transport = makeTransport({
    send: async (channel, input) => {
      calls.push(channel);
      if (cut.before) throw new Error('cut');
      if (cut.isShutOut) return SHUT_OUT;
      // The call is that of the channel: the types of both ends are the contract's.
      const answer = await planner.planner.call(channel, input);
      if (cut.after) throw new Error('cut');
      return answer;
    },
    listen: (onEvent) =>
      planner.planner.listen((event: ApiEvent) => {
        if (!cut.events) onEvent(event);
      }),
  });
  const opened = await planner.get('plan/open-sample', { sample: 'exampleton' });
  const started = await startPlanSession(
    {
      transport,
      now: () => 42,
      onRefused: (why, dropped) => told.push({ why, dropped }),
      onShutOut: (dropped) => told.push({ why: 'shut-out', dropped }),
      onRealigned: (dropped) => told.push({ why: 'realigned', dropped }),
      onNotice: (_tone, why) => told.push({ why, dropped: [] }),
    },
    opened,
  );
  if (!started.ok) throw new Error(started.error.code);
  return { ...planner, session: started.session, opened, told, cut, calls };
}

function setNeed(session: PlanSession, minor: bigint): void {
  const ref = { of: 'line', measure: 'need', line: 'homes-retrofit' } as const;
  session.edit({
    edit: { kind: 'set-amounts', blocks: [{ ref, from: '2026', minor: [minor] }] },
    label: LABEL,
  });
}

const shownNeed = (session: PlanSession) =>
  visiblePlan(session.store.getState().replica).lines.rows.find(({ id }) => id === 'homes-retrofit')?.need
    .minor[0];

const saved = (session: PlanSession) => saveStateOf(session.store.getState());

describe('a plan in the window', () => {
  test('an edit shows at once, is saved, is undone and done again', async () => {
    const { session } = await openSample();
    setNeed(session, 130_000_000n);
    expect(shownNeed(session)).toBe(130_000_000n);
    expect(saved(session)).toEqual({ kind: 'saving' });
    await session.settle();
    expect(saved(session)).toEqual({ kind: 'saved', at: 42 });
    session.undo();
    await session.settle();
    expect(shownNeed(session)).toBe(120_000_000n);
    session.redo();
    await session.settle();
    expect(shownNeed(session)).toBe(130_000_000n);
  });

  test('edits in quick succession all arrive, in their order', async () => {
    const { session, get, opened } = await openSample();
    for (const minor of [1n, 2n, 3n]) setNeed(session, minor);
    session.undo();
    await session.settle();
    expect(shownNeed(session)).toBe(2n);
    const { plan, seq } = await get('plan/get-snapshot', { plan: opened.handle });
    expect(seq).toBe(4);
    expect(plan).toEqual(visiblePlan(session.store.getState().replica));
  });

  test('an undo with nothing to undo says so and changes nothing', async () => {
    const { session, told } = await openSample();
    session.undo();
    await session.settle();
    expect(told).toHaveLength(1);
    expect(saved(session)).toMatchObject({ kind: 'saved' });
  });

  test('while the planner cannot be reached the edit is shown as not saved, and sent when it can', async () => {
    const { session, cut, told } = await openSample();
    cut.before = true;
    setNeed(session, 5n);
    await session.settle();
    expect(saved(session)).toEqual({ kind: 'not-saved', steps: 1, failure: null });
    expect(shownNeed(session)).toBe(5n);
    cut.before = false;
    session.retry();
    await session.settle();
    expect(saved(session)).toMatchObject({ kind: 'saved' });
    expect(told).toEqual([]);
  });

  test('an edit whose answer was lost on the way is not made twice', async () => {
    const { session, cut, get, opened, told } = await openSample();
    cut.after = true;
    setNeed(session, 5n);
    await session.settle();
    cut.after = false;
    session.retry();
    await session.settle();
    const { seq } = await get('plan/get-snapshot', { plan: opened.handle });
    expect(seq).toBe(1);
    expect(saved(session)).toMatchObject({ kind: 'saved' });
    expect(told).toEqual([]);
  });

  test('a host that was started anew is recognised: the change is named, kept and not sent again', async () => {
    const { session, cut, told, calls } = await openSample();
    cut.before = true;
    setNeed(session, 5n);
    await session.settle();
    cut.before = false;
    cut.isShutOut = true;
    session.retry();
    await session.settle();
    expect(told).toMatchObject([{ why: 'shut-out', dropped: [{ kind: 'edit', label: LABEL }] }]);
    expect(saved(session)).toEqual({ kind: 'shut-out', steps: 1 });
    const asked = calls.length;
    session.retry();
    await session.settle();
    expect(calls).toHaveLength(asked);
    expect(told).toHaveLength(1);
  });

  test('a change typed after the host was started anew stays on screen as not saved', async () => {
    const { session, cut, told } = await openSample();
    cut.isShutOut = true;
    setNeed(session, 5n);
    await session.settle();
    session.undo();
    await session.settle();
    expect(told).toMatchObject([{ why: 'shut-out', dropped: [{ kind: 'edit', label: LABEL }] }]);
    expect(saved(session)).toEqual({ kind: 'shut-out', steps: 2 });
    expect(shownNeed(session)).toBe(5n);
  });

  test('a plan that was changed behind the window is loaded again and the lost edits are named', async () => {
    const { session, call, opened, told, cut } = await openSample();
    cut.events = true;
    await call('plan/apply-edit', {
      plan: opened.handle,
      base: 0,
      edit: RENAME,
    });
    setNeed(session, 5n);
    await session.settle();
    expect(told.flatMap(({ dropped }) => dropped)).toMatchObject([{ kind: 'edit', label: LABEL }]);
    const { replica } = session.store.getState();
    expect(visiblePlan(replica).title).toBe('Another title');
    expect(shownNeed(session)).toBe(120_000_000n);
    setNeed(session, 5n);
    await session.settle();
    expect(saved(session)).toMatchObject({ kind: 'saved' });
    expect(told).toHaveLength(1);
  });

  test('an edit made in another window is shown here, and what is typed meanwhile is put on top of it', async () => {
    const { session, call, opened, told } = await openSample();
    await call('plan/apply-edit', { plan: opened.handle, base: 0, edit: RENAME });
    setNeed(session, 5n);
    await session.settle();
    await expect.poll(() => saved(session)).toMatchObject({ kind: 'saved' });
    const { replica } = session.store.getState();
    expect([visiblePlan(replica).title, shownNeed(session), replica.acked.seq]).toEqual([
      'Another title',
      5n,
      2,
    ]);
    await call('plan/undo', { plan: opened.handle });
    await expect.poll(() => shownNeed(session)).toBe(120_000_000n);
    expect(told).toEqual([]);
  });

  test('a step of its own does not make the window read the plan again', async () => {
    const { session, calls } = await openSample();
    setNeed(session, 5n);
    setNeed(session, 6n);
    session.undo();
    await session.settle();
    await expect.poll(() => session.store.getState().checks?.seq).toBe(3);
    expect(calls.filter((channel) => channel === 'plan/get-snapshot')).toHaveLength(1);
  });

  test('the results of the checks follow the plan', async () => {
    const { session } = await openSample();
    setNeed(session, 0n);
    await session.settle();
    await expect.poll(() => session.store.getState().checks?.seq).toBe(1);
    expect(session.store.getState().checks?.results.map(({ id }) => id)).toContain('SC-1');
  });
});

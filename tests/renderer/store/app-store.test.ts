import { describe, expect, test } from 'vitest';
import { makeApp } from '#renderer/store/app-store.ts';
import { makeNotices } from '#renderer/store/notices.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { makeTransport } from '#renderer/transport/choose-transport.ts';
import type { ApiEvent } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

const LABEL: Message = { id: 'window.rename-plan' };

/** The window's application with the sample open and one change that could not be saved: the link is cut. */
async function startWithUnsaved() {
  const { planner, get } = startPlanner();
  const link = { isCut: false };
  const transport = makeTransport({
    send: (channel, input) => (link.isCut ? Promise.reject(new Error('cut')) : planner.call(channel, input)),
    listen: (onEvent) => planner.listen((event: ApiEvent) => onEvent(event)),
  });
  const app = makeApp({ transport, notices: makeNotices(), now: () => 42, isNarrow: () => false });
  await app.start();
  await app.openSample('exampleton');
  const session = app.store.getState().plan?.session;
  if (session === undefined) throw new Error('The sample did not open');
  link.isCut = true;
  session.edit({ edit: { kind: 'set-plan', changes: { title: 'Typed' } }, label: LABEL });
  await session.settle();
  return { app, session, link, get };
}

describe('leaving a plan with unsaved changes', () => {
  test('closing asks, names the change, and keeps the plan with it when the person says so', async () => {
    const { app, session } = await startWithUnsaved();
    const closed = app.closePlan();
    await expect.poll(() => app.store.getState().leaving).toMatchObject({ steps: 1, changes: [LABEL] });
    app.store.getState().leaving?.answer(false);
    await closed;
    const { plan, leaving, phase } = app.store.getState();
    expect([plan?.session, leaving, phase]).toEqual([session, null, 'ready']);
    expect(visiblePlan(session.store.getState().replica).title).toBe('Typed');
  });

  test('the plan is closed when the person says that the change may be lost', async () => {
    const { app } = await startWithUnsaved();
    const closed = app.closePlan();
    await expect.poll(() => app.store.getState().leaving).not.toBeNull();
    app.store.getState().leaving?.answer(true);
    await closed;
    expect(app.store.getState()).toMatchObject({ plan: null, leaving: null, phase: 'unreachable' });
  });

  test('opening another plan over it asks before anything is opened', async () => {
    const { app, session } = await startWithUnsaved();
    const opened = app.openSample('exampleton');
    await expect.poll(() => app.store.getState().leaving?.steps).toBe(1);
    app.store.getState().leaving?.answer(false);
    await opened;
    expect(app.store.getState()).toMatchObject({ busy: null, leaving: null });
    expect(app.store.getState().plan?.session).toBe(session);
  });

  test('nothing is asked when the planner answers again: the change is saved first', async () => {
    const { app, link, get } = await startWithUnsaved();
    link.isCut = false;
    await app.closePlan();
    expect(app.store.getState()).toMatchObject({ plan: null, leaving: null, phase: 'ready' });
    const { recents } = await get('app/get-info', {});
    expect(recents[0]?.name).toBe('Typed');
  });
});

import { describe, expect, test } from 'vitest';
import { isHeld } from '#renderer/app/use-unload-guard.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import type { Message } from '#shared/messages/message.ts';
import { startApp } from '#tests/fixtures/start-app.ts';

const LABEL: Message = { id: 'window.rename-plan' };

/** The window's application with the sample open and one change that could not be saved: the link is cut. */
async function startWithUnsaved() {
  const started = startApp();
  const { app, link } = started;
  await app.start();
  await app.openSample('exampleton');
  const session = started.session();
  link.isCut = true;
  session.edit({ edit: { kind: 'set-plan', changes: { title: 'Typed' } }, label: LABEL });
  await session.settle();
  return { ...started, session };
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
    const { drafts } = await get('app/get-info', {});
    expect(drafts.map(({ title }) => title)).toEqual(['Typed']);
  });

  test('the page is held as long as a change is not saved', async () => {
    const { app, link, session } = await startWithUnsaved();
    const { plan } = app.store.getState();
    expect(isHeld({ plan })).toBe(true);
    link.isCut = false;
    session.retry();
    await session.settle();
    expect(isHeld({ plan })).toBe(false);
    expect(isHeld({ plan: null })).toBe(false);
  });
});

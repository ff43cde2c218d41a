import { describe, expect, test } from 'vitest';
import { startPlanSession } from '#renderer/store/plan-session.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { makeVersionList } from '#renderer/store/version-list.ts';
import { makeTransport } from '#renderer/transport/choose-transport.ts';
import type { ApiEvent } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

const LABEL: Message = { id: 'window.rename-plan' };

/** The sample plan of a real planner in a window, with its versions; the link can be cut. */
async function openSample() {
  const { planner, get } = startPlanner();
  const link = { isCut: false };
  const refused: Message[] = [];
  const transport = makeTransport({
    send: (channel, input) => (link.isCut ? Promise.reject(new Error('cut')) : planner.call(channel, input)),
    listen: (onEvent) => planner.listen((event: ApiEvent) => onEvent(event)),
  });
  const opened = await get('plan/open-sample', { sample: 'exampleton' });
  const tell = (why: Message) => void refused.push(why);
  const nothing = () => undefined;
  const ports = { onRefused: tell, onShutOut: nothing, onRealigned: nothing, onNotice: nothing };
  const started = await startPlanSession({ transport, now: () => 42, ...ports }, opened);
  if (!started.ok) throw new Error(started.error.code);
  const { session } = started;
  const rename = (title: string) =>
    session.edit({ edit: { kind: 'set-plan', changes: { title } }, label: LABEL });
  const title = () => visiblePlan(session.store.getState().replica).title;
  return {
    session,
    versions: makeVersionList(transport, session),
    link,
    refused,
    rename,
    title,
    get,
    opened,
  };
}

const named = (name: string) => ({ name, kind: 'named', note: '' }) as const;

describe('the versions of a plan in the window', () => {
  test('a version keeps what was typed just before it, and the newest stands first', async () => {
    const { versions, rename, get, opened } = await openSample();
    rename('Typed');
    expect(await versions.create(named('First'))).toBeNull();
    expect(await versions.create({ ...named('Second'), kind: 'approved' })).toBeNull();
    const list = versions.store.getState().versions ?? [];
    expect(list.map(({ name, kind, seq }) => [name, kind, seq])).toEqual([
      ['Second', 'approved', 1],
      ['First', 'named', 1],
    ]);
    const { plan } = await get('versions/get-plan', {
      plan: opened.handle,
      number: list[1]?.number ?? 0,
    });
    expect(plan.title).toBe('Typed');
  });

  test('what cannot be saved is no version, and says so', async () => {
    const { versions, rename, link } = await openSample();
    link.isCut = true;
    rename('Typed');
    expect(await versions.create(named('First'))).toEqual({ id: 'window.version-unsaved' });
  });

  test('a name that is taken is refused with its reason, for a new version and for one that is there', async () => {
    const { versions } = await openSample();
    await versions.create(named('First'));
    await versions.create(named('Second'));
    const taken = { id: 'document.version-name-taken', values: { name: 'First' } };
    expect(await versions.create(named('first'))).toEqual(taken);
    const second = versions.store.getState().versions?.[0]?.number ?? 0;
    expect(await versions.update(second, named('FIRST'))).toEqual(taken);
    expect(await versions.update(second, { ...named('Third'), note: 'why' })).toBeNull();
    expect(versions.store.getState().versions?.[0]).toMatchObject({ name: 'Third', note: 'why' });
  });
});

describe('restoring a version', () => {
  test('is one step behind those on their way, and one undo takes it back', async () => {
    const { session, versions, rename, title, refused } = await openSample();
    const before = title();
    await versions.create(named('First'));
    rename('Second');
    rename('Third');
    session.restore(versions.store.getState().versions?.[0]?.number ?? 0);
    await session.settle();
    expect([title(), session.store.getState().replica.acked.seq]).toEqual([before, 3]);
    session.undo();
    await session.settle();
    expect(title()).toBe('Third');
    expect(refused).toEqual([]);
  });

  test('is refused with a sentence when the plan is as it was, and what was typed behind it stays', async () => {
    const { session, versions, rename, title, refused } = await openSample();
    await versions.create(named('First'));
    session.restore(versions.store.getState().versions?.[0]?.number ?? 0);
    rename('Typed');
    await session.settle();
    expect(refused).toEqual([{ id: 'planner.nothing-to-restore', values: { name: 'First' } }]);
    expect(title()).toBe('Typed');
  });
});

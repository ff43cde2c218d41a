import { describe, expect, test } from 'vitest';
import { labelsOf, visiblePlan } from '#renderer/store/replica.ts';
import { saveStateOf } from '#renderer/store/save-state.ts';
import type { Message } from '#shared/messages/message.ts';
import { refusal, startApp, type StartedApp } from '#tests/fixtures/start-app.ts';

const LABEL: Message = { id: 'window.rename-plan' };
const PASSING = ['disk-full', 'busy', 'not-allowed', 'failed'] as const;
const FILE_TROUBLES = [
  ['changed-on-disk', 'changed'],
  ['gone', 'gone'],
  ['taken-over', 'taken-over'],
  ['damaged', 'damaged'],
] as const;

async function startOnSample() {
  const started = startApp();
  await started.app.start();
  await started.app.openSample('exampleton');
  return started;
}

const rename = ({ session }: StartedApp, title: string) =>
  session().edit({ edit: { kind: 'set-plan', changes: { title } }, label: LABEL });
const saved = ({ session }: StartedApp) => saveStateOf(session().store.getState());
const title = ({ session }: StartedApp) => visiblePlan(session().store.getState().replica).title;
const inFile = async ({ session, get }: StartedApp) => {
  const { plan } = await get('plan/get-snapshot', { plan: session().store.getState().opened.handle });
  return plan.title;
};

describe('a disk that does not take a step', () => {
  test.each(PASSING)('%s: what was typed stays, is said not to be saved, and is sent again', async (code) => {
    const started = await startOnSample();
    started.script['plan/apply-edit'] = () => refusal(code);
    rename(started, 'One');
    rename(started, 'Two');
    await started.session().settle();
    expect(saved(started)).toEqual({ kind: 'not-saved', steps: 2, failure: code });
    expect(title(started)).toBe('Two');
    started.session().retry();
    await started.session().settle();
    expect(saved(started)).toEqual({ kind: 'not-saved', steps: 2, failure: code });
    delete started.script['plan/apply-edit'];
    started.session().retry();
    await started.session().settle();
    expect(saved(started)).toEqual({ kind: 'saved', at: 42 });
    expect(await inFile(started)).toBe('Two');
    expect(started.told()).toEqual([]);
  });

  test('the steps are sent again by themselves', async () => {
    const started = await startOnSample();
    started.script['plan/apply-edit'] = () => refusal('disk-full');
    rename(started, 'One');
    await started.session().settle();
    delete started.script['plan/apply-edit'];
    await expect.poll(() => saved(started), { timeout: 10_000 }).toMatchObject({ kind: 'saved' });
    expect(await inFile(started)).toBe('One');
  });

  test('an undo and a version that was to come back wait as well', async () => {
    const started = await startOnSample();
    started.script['plan/undo'] = () => refusal('disk-full');
    started.script['versions/restore'] = () => refusal('disk-full');
    started.session().undo();
    started.session().restore(1);
    await started.session().settle();
    expect(saved(started)).toEqual({ kind: 'not-saved', steps: 2, failure: 'disk-full' });
    expect(started.told()).toEqual([]);
  });

  test('a step that the plan refuses meanwhile is dropped and named, and nothing is left to be saved', async () => {
    const started = await startOnSample();
    started.script['plan/apply-edit'] = () => refusal('busy');
    rename(started, 'One');
    await started.session().settle();
    started.script['plan/apply-edit'] = () => refusal('edit-refused', { id: 'planner.stale-base' });
    started.session().retry();
    await started.session().settle();
    expect(saved(started)).toMatchObject({ kind: 'saved' });
    expect(started.told()).toEqual([{ id: 'planner.stale-base' }]);
    expect(title(started)).toBe('Exampleton housing and growth programme');
  });

  test('leaving tries once more, then asks', async () => {
    const started = await startOnSample();
    started.script['plan/apply-edit'] = () => refusal('disk-full');
    rename(started, 'One');
    const left = started.app.closePlan();
    await expect.poll(() => started.app.store.getState().leaving).toMatchObject({ changes: [LABEL] });
    started.app.store.getState().leaving?.answer(false);
    await left;
    expect(saved(started)).toMatchObject({ kind: 'not-saved', steps: 1 });
  });
});

describe('a file that is no longer the plan’s', () => {
  test.each(FILE_TROUBLES)('%s: what was typed stays and nothing more is sent', async (code, trouble) => {
    const started = await startOnSample();
    started.script['plan/apply-edit'] = () => refusal(code);
    rename(started, 'One');
    await started.session().settle();
    expect(saved(started)).toEqual({ kind: 'file-trouble', steps: 1, trouble, isReadOnly: false });
    const asked = started.calls.length;
    rename(started, 'Two');
    started.session().retry();
    await started.session().settle();
    expect(started.calls).toHaveLength(asked);
    expect(saved(started)).toMatchObject({ kind: 'file-trouble', steps: 2 });
    expect(title(started)).toBe('Two');
    expect(started.told()).toEqual([]);
  });

  test('it is told of without anything being typed, and what is typed then waits', async () => {
    const started = await startOnSample();
    const plan = started.session().store.getState().opened.handle;
    started.say({ kind: 'file-changed', plan: 'another', state: 'gone' });
    expect(saved(started)).toMatchObject({ kind: 'saved' });
    started.say({ kind: 'file-changed', plan, state: 'changed' });
    expect(saved(started)).toMatchObject({ kind: 'file-trouble', steps: 0, trouble: 'changed' });
    rename(started, 'One');
    await started.session().settle();
    expect(started.calls).not.toContain('plan/apply-edit');
    expect(saved(started)).toMatchObject({ steps: 1 });
  });

  test('saved under another name, the plan goes on there with what waited', async () => {
    const started = await startOnSample();
    const { opened } = started.session().store.getState();
    started.say({ kind: 'file-changed', plan: opened.handle, state: 'changed' });
    rename(started, 'One');
    started.session().replaceOpened({ ...opened, name: 'Mine' });
    await started.session().settle();
    expect(saved(started)).toMatchObject({ kind: 'saved' });
    expect(await inFile(started)).toBe('One');
  });

  test('opened again as it is now, it is let go of first; what waited is not in it', async () => {
    const started = await startOnSample();
    rename(started, 'Saved');
    await started.session().settle();
    const { opened } = started.session().store.getState();
    started.say({ kind: 'file-changed', plan: opened.handle, state: 'changed' });
    rename(started, 'One');
    const { pending } = started.session().store.getState().replica;
    expect(labelsOf(pending.map(({ step }) => step))).toEqual([LABEL]);
    const from = started.calls.length;
    await started.app.reopenPlan();
    const after = started.calls.slice(from);
    expect(after.slice(0, 2)).toEqual(['plan/close', 'plan/open']);
    expect(title(started)).toBe('Saved');
    expect(started.app.store.getState()).toMatchObject({ busy: null, leaving: null, question: null });
    expect(saved(started)).toMatchObject({ kind: 'saved' });
  });

  test('while another tab holds the plan as it was, that is not taken for the file as it is now', async () => {
    const started = await startOnSample();
    rename(started, 'Saved');
    await started.session().settle();
    const { opened } = started.session().store.getState();
    await started.get('plan/open', { file: opened.file, mode: 'write' });
    started.say({ kind: 'file-changed', plan: opened.handle, state: 'changed' });
    await started.app.reopenPlan();
    expect(saved(started)).toMatchObject({ kind: 'file-trouble', trouble: 'changed' });
    expect(started.told()).toEqual([{ id: 'files.held-elsewhere' }]);
  });

  test('a reader of the plan is told as one who reads', async () => {
    const started = await startOnSample();
    const { opened } = started.session().store.getState();
    started.session().replaceOpened({ ...opened, readOnly: { id: 'document.reading-because-asked' } });
    expect(saved(started)).toMatchObject({ kind: 'read-only' });
    started.say({ kind: 'file-changed', plan: opened.handle, state: 'changed' });
    expect(saved(started)).toMatchObject({ kind: 'file-trouble', isReadOnly: true });
  });
});

describe('what the planner has to say of the file', () => {
  test('becomes a notice of its own tone', async () => {
    const started = await startOnSample();
    const plan = started.session().store.getState().opened.handle;
    const message: Message = { id: 'document.busy', values: { file: 'Harbour.perennial' } };
    started.say({ kind: 'notice', plan, tone: 'error', message });
    started.say({ kind: 'notice', plan: 'another', tone: 'info', message });
    expect(started.app.notices.store.getState()).toMatchObject([{ tone: 'error', message, details: [] }]);
  });
});

import { describe, expect, test } from 'vitest';
import type { OpenMode, PlanOpening } from '#shared/api/files-api.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Message } from '#shared/messages/message.ts';
import { refusal, startApp, type StartedApp, value } from '#tests/fixtures/start-app.ts';

const IN_USE: PlanOpening = {
  kind: 'in-use',
  holder: {
    user: 'B. Colleague',
    host: 'TOWNHALL-7',
    since: '2026-11-20T08:15:00.000Z',
    isThisMachine: false,
  },
  mayTakeOver: true,
};
const DAMAGED: PlanOpening = {
  kind: 'damaged',
  message: { id: 'document.damaged', values: { file: 'Harbour.perennial' } },
  recovery: { savedAt: '2026-11-21T16:00:00.000Z', edits: 340, salvaged: 12 },
};
const RENAME: Edit = { kind: 'set-plan', changes: { title: 'Harbour' } };
const NOTE: Message = { id: 'document.reading-because-asked' };

/** The application with a plan file whose opening is scripted: the first answer, then the plan in whatever mode it is asked for. */
async function startBeside(first: PlanOpening) {
  const started = startApp();
  const modes: OpenMode[] = [];
  const { opened } = await draftOf(started);
  started.script['plan/open'] = ({ mode }) => {
    modes.push(mode);
    return value(modes.length === 1 ? first : { kind: 'opened', opened: { ...opened, notes: [NOTE] } });
  };
  await started.app.start();
  return { ...started, modes };
}

async function draftOf({ get }: StartedApp) {
  const opened = await get('plan/open-sample', { sample: 'exampleton' });
  return { opened };
}

const question = ({ app }: Pick<StartedApp, 'app'>) => app.store.getState().question;

describe('opening a plan file', () => {
  test('a plan that opens is shown, and what opening did is told', async () => {
    const started = startApp();
    const { opened } = await draftOf(started);
    const modes: OpenMode[] = [];
    started.script['plan/open'] = ({ mode }) => {
      modes.push(mode);
      return value({ kind: 'opened', opened: { ...opened, notes: [NOTE] } });
    };
    await started.app.start();
    await started.app.openFile('token', 'Harbour');
    expect(started.session().store.getState().opened.handle).toBe(opened.handle);
    expect(started.told()).toEqual([NOTE]);
    expect(modes).toEqual(['write']);
    expect(started.app.store.getState()).toMatchObject({ busy: null, question: null });
  });

  test('while it is opened the window says which plan that is', async () => {
    const started = startApp();
    await started.app.start();
    const during: unknown[] = [];
    started.script['plan/open'] = () => {
      during.push(started.app.store.getState().busy);
      return refusal('not-found', { id: 'document.not-found', values: { file: 'Harbour.perennial' } });
    };
    await started.app.openFile('token', 'Harbour');
    expect(during).toEqual([{ id: 'files.opening', values: { name: 'Harbour' } }]);
    expect(started.told()).toEqual([{ id: 'document.not-found', values: { file: 'Harbour.perennial' } }]);
    expect(started.app.store.getState()).toMatchObject({ busy: null, plan: null });
  });

  test.each(['read', 'take-over'] as const)(
    'one that is in use is asked about, and opened to %s',
    async (mode) => {
      const started = await startBeside(IN_USE);
      const done = started.app.openFile('token', 'Harbour');
      await expect.poll(() => question(started)).toMatchObject({ about: IN_USE, canChoose: true });
      expect(started.app.store.getState()).toMatchObject({ busy: null, plan: null });
      question(started)?.answer(mode);
      await done;
      expect(started.modes).toEqual(['write', mode]);
      expect(question(started)).toBeNull();
      expect(started.session().store.getState().opened.notes).toEqual([NOTE]);
    },
  );

  test('a damaged one is opened in its newest good state when the person says so', async () => {
    const started = await startBeside(DAMAGED);
    const done = started.app.openFile('token', 'Harbour');
    await expect.poll(() => question(started)?.about).toEqual(DAMAGED);
    question(started)?.answer('recover');
    await done;
    expect(started.modes).toEqual(['write', 'recover']);
    expect(started.told()).toEqual([NOTE]);
  });

  test('it stays closed when the person says no, and the plan on screen stays', async () => {
    const started = await startBeside(IN_USE);
    await started.app.openSample('exampleton');
    const session = started.session();
    const done = started.app.openFile('token', 'Harbour');
    await expect.poll(() => question(started)).not.toBeNull();
    question(started)?.answer(null);
    await done;
    expect(started.modes).toEqual(['write']);
    expect(started.session()).toBe(session);
    expect(question(started)).toBeNull();
  });

  test('a question that still stands is answered with no when another plan is opened', async () => {
    const started = await startBeside(IN_USE);
    const first = started.app.openFile('token', 'Harbour');
    await expect.poll(() => question(started)).not.toBeNull();
    await started.app.openFile('other', 'Quay');
    await first;
    expect(started.modes).toEqual(['write', 'write']);
    expect(question(started)).toBeNull();
  });
});

describe('the plan with which the program was started', () => {
  test('is opened once', async () => {
    const started = startApp();
    const info = await started.get('app/get-info', {});
    const asked: string[] = [];
    started.script['app/get-info'] = () => value({ ...info, startFile: 'double-clicked' });
    started.script['plan/open'] = ({ file }) => {
      asked.push(file);
      return refusal('not-found');
    };
    await started.app.start();
    await started.app.start();
    expect(asked).toEqual(['double-clicked']);
  });
});

describe('drafts', () => {
  test('one that is discarded is not listed any more', async () => {
    const { app, get, script } = startApp();
    const opened = await get('plan/open-sample', { sample: 'exampleton' });
    await get('plan/apply-edit', { plan: opened.handle, base: 0, edit: RENAME });
    await get('plan/close', { plan: opened.handle });
    await app.start();
    const listed = () => app.store.getState().info?.drafts.map(({ title, edits }) => ({ title, edits }));
    expect(listed()).toEqual([{ title: 'Harbour', edits: 1 }]);
    script['draft/discard'] = () => refusal('busy', { id: 'document.busy', values: { file: 'a draft' } });
    await app.discardDraft(opened.file);
    expect(listed()).toHaveLength(1);
    delete script['draft/discard'];
    await app.discardDraft(opened.file);
    expect(listed()).toEqual([]);
    expect(app.notices.store.getState().map(({ message }) => message.id)).toEqual(['document.busy']);
  });
});

describe('a plan dropped on the window', () => {
  const FILE = new File([Uint8Array.of(1, 2, 3)], 'Harbour.perennial');

  test('is opened where it lies when the host tells', async () => {
    const started = startApp({ findDropped: () => Promise.resolve('dropped') });
    const asked: unknown[] = [];
    started.script['plan/open'] = (input) => {
      asked.push(input);
      return refusal('not-found');
    };
    await started.app.start();
    await started.app.openDropped(FILE);
    expect(asked).toEqual([{ file: 'dropped', mode: 'write' }]);
    expect(started.calls).not.toContain('plan/open-upload');
  });

  test('is sent whole from a browser, and the person is told where its copy is', async () => {
    const started = startApp();
    const { opened } = await draftOf(started);
    const sent: unknown[] = [];
    started.script['plan/open-upload'] = ({ name, bytes }) => {
      sent.push(name, [...bytes]);
      return value({ kind: 'opened', opened: { ...opened, name: 'Harbour (2)' } });
    };
    started.script['plan/get-file-info'] = async (input) => {
      const info = await started.get('plan/get-file-info', input);
      return { ok: true, value: { ...info, place: '/home/o/Plans' } };
    };
    await started.app.start();
    await started.app.openDropped(FILE);
    expect(sent).toEqual(['Harbour.perennial', [1, 2, 3]]);
    const values = { dropped: 'Harbour.perennial', name: 'Harbour (2)', place: '/home/o/Plans' };
    expect(started.told()).toEqual([{ id: 'files.opened-copy', values }]);
  });

  test('that is damaged is said to be, without a choice: a copy has no backups', async () => {
    const started = startApp();
    started.script['plan/open-upload'] = () => value(DAMAGED);
    await started.app.start();
    const done = started.app.openDropped(FILE);
    await expect.poll(() => question(started)).toMatchObject({ about: DAMAGED, canChoose: false });
    question(started)?.answer(null);
    await done;
    expect(started.app.store.getState()).toMatchObject({ plan: null, question: null });
  });
});

describe('what is told of a plan', () => {
  test('goes with it; what went wrong stays', async () => {
    const started = startApp();
    await started.app.start();
    await started.app.openSample('exampleton');
    started.app.notices.tell('error', { id: 'planner.fault' });
    await started.app.duplicatePlan();
    expect(started.told().map(({ id }) => id)).toEqual(['planner.fault', 'files.duplicated']);
    await started.app.closePlan();
    expect(started.told().map(({ id }) => id)).toEqual(['planner.fault']);
  });
});

describe('a plan that is duplicated', () => {
  test('goes on as a draft of its own, with the same figures', async () => {
    const started = startApp();
    await started.app.start();
    await started.app.openSample('exampleton');
    const original = started.session();
    original.edit({ edit: RENAME, label: { id: 'window.rename-plan' } });
    await started.app.duplicatePlan();
    const copy = started.session().store.getState();
    expect(copy.opened.handle).not.toBe(original.store.getState().opened.handle);
    expect(copy.replica.acked.plan.lines).toEqual(original.store.getState().replica.acked.plan.lines);
    expect(started.told()).toEqual([{ id: 'files.duplicated', values: { name: 'Harbour' } }]);
    const { drafts } = await started.get('app/get-info', {});
    expect(drafts.map(({ title }) => title).toSorted()).toEqual(['Copy of Harbour', 'Harbour']);
  });
});

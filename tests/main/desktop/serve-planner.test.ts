import { EventEmitter } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createDocument } from '#main/document/create-document.ts';
import { makeParentLink } from '#main/desktop/parent-link.ts';
import { servePlanner } from '#main/desktop/serve-planner.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

/** One end of Electron's ports: what is posted is kept, what comes in is emitted. */
function fakePort() {
  const posted: unknown[] = [];
  const port = Object.assign(new EventEmitter(), {
    posted,
    postMessage: (message: unknown) => void posted.push(message),
    start: vi.fn(),
  });
  return { port, posted };
}

async function startPlanner(startFile: string | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'perennial-desktop-'));
  const parent = fakePort();
  const settings = {
    version: '9.8.7',
    locale: 'en-GB',
    user: 'A. Officer',
    app: join(folder, 'app'),
    drafts: join(folder, 'drafts'),
    plans: join(folder, 'plans'),
    samples: join(folder, 'samples'),
    startFile,
  };
  servePlanner(parent.port, JSON.stringify(settings));
  const page = fakePort();
  parent.port.emit('message', { data: { kind: 'connect' }, ports: [page.port] });
  return { parent, page, folder };
}

describe('the planner’s own process', () => {
  it('answers a page over the page’s own port', async () => {
    const { page } = await startPlanner();
    expect(page.port.start).toHaveBeenCalledOnce();
    page.port.emit('message', { data: { id: 1, channel: 'app/get-info', input: {} } });
    await vi.waitFor(() => expect(page.posted).toHaveLength(1));
    expect(page.posted[0]).toMatchObject({
      id: 1,
      answer: { ok: true, value: { host: 'desktop', version: '9.8.7', user: 'A. Officer' } },
    });
  });

  it('refuses what is no call of the contract, and does not hear what is no call at all', async () => {
    const { page } = await startPlanner();
    page.port.emit('message', { data: 'hello' });
    page.port.emit('message', { data: { id: 2, channel: 'file/delete-everything', input: {} } });
    await vi.waitFor(() => expect(page.posted).toHaveLength(1));
    expect(page.posted[0]).toMatchObject({ id: 2, answer: { ok: false, error: { code: 'unknown-call' } } });
  });

  it('asks the main process for a file, and hands the window a token instead of its path', async () => {
    const { parent, page } = await startPlanner();
    page.port.emit('message', {
      data: {
        id: 3,
        channel: 'file/choose-target',
        input: { kind: 'workbook', name: 'Plan', replace: false },
      },
    });
    await vi.waitFor(() => expect(parent.posted).toHaveLength(1));
    expect(parent.posted[0]).toMatchObject({ kind: 'choose-target', wanted: { kind: 'workbook' } });
    const { id } = parent.posted[0] as { id: number }; // matched just above
    parent.port.emit('message', { data: { kind: 'path-chosen', id, path: '/secret/Plan.xlsx' }, ports: [] });
    await vi.waitFor(() => expect(page.posted).toHaveLength(1));
    expect(JSON.stringify(page.posted)).not.toContain('/secret');
    expect(page.posted[0]).toMatchObject({ id: 3, answer: { ok: true, value: { name: 'Plan.xlsx' } } });
  });
});

describe('plan files that the system hands over', () => {
  const ask = async (page: ReturnType<typeof fakePort>, channel: string, input: object): Promise<unknown> => {
    page.posted.splice(0);
    page.port.emit('message', { data: { id: 1, channel, input } });
    await vi.waitFor(() => expect(page.posted.some((message) => isAnswer(message))).toBe(true));
    return page.posted.find(isAnswer)?.answer.value;
  };
  const isAnswer = (message: unknown): message is { readonly answer: { readonly value: unknown } } =>
    typeof message === 'object' && message !== null && 'answer' in message;

  it('a file dropped on the window gets a token, with which the page opens it; what is no plan gets none', async () => {
    const { parent, page, folder } = await startPlanner();
    const path = join(folder, 'Größe 計画.perennial');
    createDocument(path, buildPlan({ years: 2 }), { now: new Date(), version: '1', replace: false });
    const notes = join(folder, 'notes.txt');
    await writeFile(notes, 'notes');
    const drop = (id: number, dropped: string): unknown => {
      parent.port.emit('message', { data: { kind: 'path-dropped', id, path: dropped }, ports: [] });
      return parent.posted.at(-1);
    };
    expect(drop(4, notes)).toEqual({ kind: 'dropped-token', id: 4, token: null });
    expect(drop(5, folder)).toEqual({ kind: 'dropped-token', id: 5, token: null });
    expect(drop(6, join(folder, 'gone.perennial'))).toEqual({ kind: 'dropped-token', id: 6, token: null });
    const { token } = drop(7, path) as { token: string }; // a plan gets one
    expect(await ask(page, 'plan/open', { file: token, mode: 'write' })).toMatchObject({
      kind: 'opened',
      opened: { name: 'Größe 計画', readOnly: null },
    });
    expect(parent.posted.at(-1)).toEqual({ kind: 'open-files', paths: [path] });
  });

  it('the file with which the program was started is told until it was asked for', async () => {
    const { page } = await startPlanner('/plans/gone.perennial');
    const { startFile } = (await ask(page, 'app/get-info', {})) as { startFile: string }; // as the contract says
    expect(startFile).toMatch(/^[\w-]{36}$/);
    await ask(page, 'plan/open', { file: startFile, mode: 'write' });
    expect(await ask(page, 'app/get-info', {})).toMatchObject({ startFile: null });
  });
});

describe('worker processes behind the main process', () => {
  it('are started by it; messages wait for the worker’s port, and its end is told', () => {
    const parent = fakePort();
    const link = makeParentLink(parent.port, {
      onConnect: vi.fn(),
      onClose: vi.fn(),
      onDropped: vi.fn(),
    });
    const told = { onMessage: vi.fn(), onErrorText: vi.fn(), onEnd: vi.fn() };
    const worker = link.forkWorker({
      worker: new URL('file:///worker.js'),
      execArgv: ['--max-old-space-size=300'],
      args: ['--limit'],
      ...told,
    });
    worker.send({ kind: 'cancel', id: 7 });
    const [asked] = parent.posted as { kind: string; id: number }[];
    expect(asked).toMatchObject({
      kind: 'start-worker',
      execArgv: ['--max-old-space-size=300'],
      args: ['--limit'],
    });
    const line = fakePort();
    const tell = (message: object, ports: readonly unknown[] = []): boolean =>
      parent.port.emit('message', { data: { ...message, id: asked?.id }, ports });
    tell({ kind: 'worker-started' }, [line.port]);
    expect(line.posted).toEqual([{ kind: 'cancel', id: 7 }]);
    line.port.emit('message', { data: 'done' });
    tell({ kind: 'worker-error-text', text: 'too much' });
    tell({ kind: 'worker-ended', reason: 'exit 9' });
    expect([told.onMessage, told.onErrorText, told.onEnd].map((spy) => spy.mock.calls)).toEqual([
      [['done']],
      [['too much']],
      [['exit 9']],
    ]);
    worker.kill();
    expect(parent.posted.at(-1)).toEqual({ kind: 'kill-worker', id: asked?.id });
  });
});

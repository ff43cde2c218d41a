import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessagePortMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { fakeElectron } from './fake-electron.ts';

const electron = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeElectron> | null }));
vi.mock('electron', async () => {
  const { fakeElectron: make } = await import('./fake-electron.ts');
  electron.current = make();
  return electron.current;
});

const { startPlannerProcess } = await import('#main/desktop/planner-host.ts');

const PATH = '/home/jürgen/Pläne 計画/a b.perennial';
const SETTINGS = {
  version: '1',
  locale: 'en-GB',
  user: 'A. Officer',
  app: '/app',
  drafts: '/drafts',
  plans: '/plans',
  samples: '/samples',
};

/** A planner process that says what it is told to. */
function start(startFile: string | null = null) {
  const child = Object.assign(new EventEmitter(), { posted: [] as unknown[], ports: [] as unknown[] });
  const postMessage = (message: unknown, ports: unknown[] = []) => {
    child.posted.push(message);
    child.ports.push(...ports);
  };
  electron.current?.utilityProcess.fork.mockReturnValue(Object.assign(child, { postMessage }));
  const host = {
    entries: { planner: '/out/planner.js', worker: '/out/worker.js' },
    settings: SETTINGS,
    dialogs: { choosePlan: vi.fn(() => Promise.resolve(PATH)), chooseTarget: vi.fn() },
    onOpened: vi.fn(),
    onLost: vi.fn(),
  };
  const window = { isDestroyed: () => false } as BrowserWindow; // all that is asked of it
  return { child, host, window, planner: startPlannerProcess(host, window, startFile) };
}

describe('the planner process of a window', () => {
  it('is told where things are, and which plan the window was opened for', () => {
    const { planner } = start(PATH);
    const [entry, [settings = ''] = []] = (electron.current?.utilityProcess.fork.mock.lastCall ?? []) as [
      string?,
      string[]?,
    ]; // as it is called
    expect(entry).toBe('/out/planner.js');
    expect(JSON.parse(settings)).toEqual({ ...SETTINGS, startFile: PATH });
    expect(planner.openFiles()).toEqual([PATH]);
  });

  it('tells which files are open; a newly opened one is told on once', () => {
    const { child, host, planner } = start();
    child.emit('message', { kind: 'open-files', paths: [PATH] });
    child.emit('message', { kind: 'open-files', paths: [PATH, '/plans/b.perennial'] });
    child.emit('message', { kind: 'open-files', paths: [] });
    expect(host.onOpened.mock.calls).toEqual([[PATH], ['/plans/b.perennial']]);
    expect(planner.openFiles()).toEqual([]);
  });

  it('answers the token of a dropped file, each to the one who asked, and none once it has ended', async () => {
    const { child, host, planner } = start();
    const [first, second] = [planner.tokenOf(PATH), planner.tokenOf('/plans/b.perennial')];
    expect(child.posted).toEqual([
      { kind: 'path-dropped', id: 1, path: PATH },
      { kind: 'path-dropped', id: 2, path: '/plans/b.perennial' },
    ]);
    child.emit('message', { kind: 'dropped-token', id: 2, token: 'token-b' });
    expect(await second).toBe('token-b');
    child.emit('exit');
    expect(await first).toBeNull();
    expect(host.onLost).toHaveBeenCalledOnce();
  });

  it('is handed its port, asked to close, and answered what a person chose', async () => {
    const { child, host, planner, window } = start();
    planner.connect({ name: 'port' } as unknown as MessagePortMain); // only handed on
    planner.close();
    expect(child.ports).toEqual([{ name: 'port' }]);
    child.emit('message', { kind: 'choose-plan', id: 9 });
    await vi.waitFor(() => expect(child.posted.at(-1)).toEqual({ kind: 'path-chosen', id: 9, path: PATH }));
    expect(host.dialogs.choosePlan).toHaveBeenCalledWith(window);
    expect(child.posted.slice(0, 2)).toEqual([{ kind: 'connect' }, { kind: 'close' }]);
  });
});

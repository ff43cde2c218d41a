import { EventEmitter } from 'node:events';
import type { IpcMainEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { fakeElectron } from './fake-electron.ts';

const electron = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeElectron> | null }));
vi.mock('electron', async () => {
  const { fakeElectron: make } = await import('./fake-electron.ts');
  electron.current = make();
  return electron.current;
});

const { connectPage, openFilesOf, openPlanWindow } = await import('#main/desktop/plan-window.ts');
const { isTrustedSender, listenForPages } = await import('#main/desktop/window-calls.ts');

type Options = { readonly webPreferences: Record<string, unknown> };

class FakeWindow extends EventEmitter {
  static last: FakeWindow | null = null;
  readonly options: Options;
  readonly webContents = Object.assign(new EventEmitter(), { postMessage: vi.fn() });
  readonly close = vi.fn();
  readonly isDestroyed = () => false;
  readonly loadURL = vi.fn(() => Promise.resolve());
  readonly show = vi.fn();

  constructor(options: Options) {
    super();
    this.options = options;
    FakeWindow.last = this;
  }
}

const planner = {
  connect: vi.fn(),
  close: vi.fn(),
  tokenOf: vi.fn((path: string) => Promise.resolve(`token of ${path}`)),
  openFiles: () => ['/plans/a.perennial'],
};

function open(): FakeWindow {
  openPlanWindow({
    preload: '/out/preload/index.cjs',
    startPlanner: () => planner,
    say: (id) => id,
  });
  const window = FakeWindow.last;
  if (!window) throw new Error('No window was opened');
  return window;
}

beforeEach(() => {
  for (const spy of [planner.connect, planner.close, planner.tokenOf]) spy.mockClear();
  electron.current?.BrowserWindow.mockImplementation(function make(options: Options) {
    return new FakeWindow(options);
  });
});

describe('a window', () => {
  it('is sandboxed, isolated and without Node', () => {
    const window = open();
    expect(window.options.webPreferences).toEqual({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
    expect(window.loadURL).toHaveBeenCalledWith('app://perennial/');
  });

  it('is shown once it has something to show, and closes its planner with it', () => {
    const window = open();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.show).toHaveBeenCalledOnce();
    window.emit('closed');
    expect(planner.close).toHaveBeenCalledOnce();
    expect(openFilesOf(window as never)).toEqual(['/plans/a.perennial']); // the fake stands for the window
  });

  it('hands its page and its planner the two ends of one port', () => {
    const window = open();
    expect(connectPage(window.webContents as never)).toBe(true); // the fake stands for the window's contents
    expect(planner.connect).toHaveBeenCalledWith({ name: 'port1' });
    expect(window.webContents.postMessage).toHaveBeenCalledWith('perennial/port', null, [{ name: 'port2' }]);
  });

  it('gives a page that the app did not open nothing', () => {
    expect(connectPage({} as never)).toBe(false); // any object that is no window's contents
    expect(planner.connect).not.toHaveBeenCalled();
  });
});

describe('a window whose page is not saved', () => {
  /** What the page's event came to: held, or let go. */
  const leave = (window: FakeWindow): boolean => {
    const event = { preventDefault: vi.fn() };
    window.webContents.emit('will-prevent-unload', event);
    return event.preventDefault.mock.calls.length > 0;
  };

  it('waits for what is on its way and closes then, without a question', () => {
    vi.useFakeTimers();
    const window = open();
    expect(leave(window)).toBe(false);
    expect(window.close).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(window.close).toHaveBeenCalledOnce();
    expect(electron.current?.dialog.showMessageBoxSync).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('asks when it is still not saved, and goes only when the person says so', () => {
    const window = open();
    const box = electron.current?.dialog.showMessageBoxSync;
    leave(window);
    expect(leave(window)).toBe(false);
    expect(box?.mock.calls).toEqual([
      [window, expect.objectContaining({ buttons: ['host.desktop.keep-open', 'host.desktop.close-anyway'] })],
    ]);
    box?.mockReturnValueOnce(1);
    leave(window);
    expect(leave(window)).toBe(true);
  });
});

describe('messages from a window', () => {
  listenForPages();
  const frame = (url: string, parent: unknown = null) =>
    ({ senderFrame: { url, parent } }) as unknown as Pick<IpcMainEvent, 'senderFrame'>; // the two fields looked at

  it('are heard only from the top frame of the own page', () => {
    expect(isTrustedSender(frame('app://perennial/'))).toBe(true);
    expect(isTrustedSender(frame('https://example.org/'))).toBe(false);
    expect(isTrustedSender(frame('app://perennial.example/'))).toBe(false);
    expect(isTrustedSender(frame('app://perennial/', {}))).toBe(false);
    expect(isTrustedSender({ senderFrame: null })).toBe(false);
  });

  it('connect the page that says it is ready', () => {
    const window = open();
    electron.current?.ipcMain.emit('perennial/ready', {
      ...frame('https://example.org/'),
      sender: window.webContents,
    });
    expect(window.webContents.postMessage).not.toHaveBeenCalled();
    electron.current?.ipcMain.emit('perennial/ready', {
      ...frame('app://perennial/'),
      sender: window.webContents,
    });
    expect(window.webContents.postMessage).toHaveBeenCalledOnce();
  });

  it('ask for the token of a dropped file: of the planner of that very window, and for no other page', async () => {
    const window = open();
    const drop = (url: string, sender: unknown, path: unknown): unknown =>
      electron.current?.ipcMain.handled.get('perennial/dropped')?.({ ...frame(url), sender }, path);
    const path = '/home/jürgen/計画 1.perennial';
    expect(await drop('app://perennial/', window.webContents, path)).toBe(`token of ${path}`);
    planner.tokenOf.mockClear();
    expect(await drop('https://example.org/', window.webContents, path)).toBeNull();
    expect(await drop('app://perennial/', {}, path)).toBeNull();
    expect(await drop('app://perennial/', window.webContents, { toString: () => path })).toBeNull();
    expect(planner.tokenOf).not.toHaveBeenCalled();
  });
});

import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  exposed: {} as Record<string, Record<string, unknown>>,
  invoke: vi.fn((_channel: string, _path: string) => Promise.resolve<unknown>('token-1')),
  getPathForFile: vi.fn((file: unknown) => (file instanceof File ? '/home/me/計画.perennial' : '')),
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: Record<string, unknown>) =>
      void (electron.exposed[name] = value),
  },
  ipcRenderer: Object.assign(new EventEmitter(), { send: vi.fn(), invoke: electron.invoke }),
  webUtils: { getPathForFile: electron.getPathForFile },
}));

test('the preload hands the page two things only, and no path', async () => {
  vi.stubGlobal('window', new EventTarget());
  await import('../../preload/index.ts');
  const { perennial } = electron.exposed;
  expect(Object.keys(electron.exposed)).toEqual(['perennial']);
  expect(Object.keys(perennial ?? {}).toSorted()).toEqual(['fileToken', 'host']);
  const fileToken = perennial?.['fileToken'] as (file: unknown) => Promise<unknown>; // asserted to be there
  expect(await fileToken(new File([], '計画.perennial'))).toBe('token-1');
  expect(electron.invoke.mock.calls).toEqual([['perennial/dropped', '/home/me/計画.perennial']]);
  expect(await fileToken('/etc/passwd')).toBeNull();
  expect(electron.invoke).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

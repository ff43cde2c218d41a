import { EventEmitter } from 'node:events';
import { vi } from 'vitest';

/** Stands in for Electron at its import: it records what the app asks of it. Its binary is not needed to hold the rules. */
export function fakeElectron() {
  const handled = new Map<string, (event: unknown, input: unknown) => unknown>();
  const ipcMain = Object.assign(new EventEmitter(), {
    handled,
    handle: (channel: string, answer: (event: unknown, input: unknown) => unknown) =>
      void handled.set(channel, answer),
  });
  const switches: string[][] = [];
  return {
    switches,
    ipcMain,
    app: { commandLine: { appendSwitch: (...words: string[]) => void switches.push(words) } },
    session: { defaultSession: {} },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    dialog: { showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showMessageBoxSync: vi.fn(() => 0) },
    utilityProcess: { fork: vi.fn() },
    BrowserWindow: vi.fn(),
    MessageChannelMain: class {
      readonly port1 = { name: 'port1' };
      readonly port2 = { name: 'port2' };
    },
  };
}

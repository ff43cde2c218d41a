import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { fakeElectron } from './fake-electron.ts';

const electron = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeElectron> | null }));
vi.mock('electron', async () => {
  const { fakeElectron: make } = await import('./fake-electron.ts');
  electron.current = make();
  return electron.current;
});

const { applyContentsRules, applyOfflineSwitches, applySessionRules, isAllowedRequest } =
  await import('#main/desktop/session-rules.ts');

/** A session that remembers the rules it was given. */
function makeSession() {
  const rules = {
    request: (_contents: unknown, _permission: string, _answer: (granted: boolean) => void): void =>
      undefined,
    check: (): boolean => true,
    device: (): boolean => true,
    before: (_details: { url: string }, _answer: (response: { cancel: boolean }) => void): void => undefined,
    spelling: true,
  };
  const events = new EventEmitter();
  const session = Object.assign(events, {
    setPermissionRequestHandler: (handler: typeof rules.request) => (rules.request = handler),
    setPermissionCheckHandler: (handler: typeof rules.check) => (rules.check = handler),
    setDevicePermissionHandler: (handler: typeof rules.device) => (rules.device = handler),
    setSpellCheckerEnabled: (enabled: boolean) => (rules.spelling = enabled),
    webRequest: { onBeforeRequest: (handler: typeof rules.before) => (rules.before = handler) },
  });
  // Only the calls above are made of it.
  applySessionRules(session as unknown as Session);
  return { rules, events };
}

describe('the rules of a session', () => {
  it('denies every permission, device and dictionary', () => {
    const { rules } = makeSession();
    const granted = vi.fn();
    rules.request(null, 'media', granted);
    expect(granted.mock.calls).toEqual([[false]]);
    expect([rules.check(), rules.device(), rules.spelling]).toEqual([false, false, false]);
  });

  it('cancels every request but those for its own page', () => {
    const { rules } = makeSession();
    const answerFor = (url: string): unknown => {
      const answer = vi.fn();
      rules.before({ url }, answer);
      return answer.mock.calls[0]?.[0];
    };
    expect(answerFor('app://perennial/')).toEqual({ cancel: false });
    expect(answerFor('app://perennial/assets/main.js')).toEqual({ cancel: false });
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://x/',
      'app://other/',
    ])
      expect(answerFor(url)).toEqual({ cancel: true });
    expect(isAllowedRequest('app://perennial.evil.example/')).toBe(false);
  });

  it('prevents downloads', () => {
    const { events } = makeSession();
    const event = { preventDefault: vi.fn() };
    events.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('resolves no host and keeps Chromium from the network', () => {
    applyOfflineSwitches();
    expect(electron.current?.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(electron.current?.switches).toContainEqual(['disable-background-networking']);
  });
});

describe('the rules of a window', () => {
  const contents = Object.assign(new EventEmitter(), {
    open: (): unknown => ({ action: 'allow' }),
    setWindowOpenHandler(handler: () => unknown) {
      contents.open = handler;
    },
  });
  applyContentsRules(contents as unknown as WebContents); // only `on` and `setWindowOpenHandler` are called

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its page: %s', (name) => {
    const away = { url: 'https://example.org/', preventDefault: vi.fn() };
    const stay = { url: 'app://perennial/', preventDefault: vi.fn() };
    contents.emit(name, away);
    contents.emit(name, stay);
    expect(away.preventDefault).toHaveBeenCalledOnce();
    expect(stay.preventDefault).not.toHaveBeenCalled();
  });

  it('opens no window and embeds no view', () => {
    const event = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(contents.open()).toEqual({ action: 'deny' });
  });
});

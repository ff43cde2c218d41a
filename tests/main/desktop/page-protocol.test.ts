import { describe, expect, it, vi } from 'vitest';
import type { fakeElectron } from './fake-electron.ts';

const electron = vi.hoisted(() => ({ current: null as ReturnType<typeof fakeElectron> | null }));
vi.mock('electron', async () => {
  const { fakeElectron: make } = await import('./fake-electron.ts');
  electron.current = make();
  return electron.current;
});

const { answerPageRequest, declarePageScheme } = await import('#main/desktop/page-protocol.ts');

const files = new Map([
  [
    '/index.html',
    { type: 'text/html; charset=utf-8', body: new TextEncoder().encode('<p>__CSP_NONCE__</p>') },
  ],
  ['/assets/main.js', { type: 'text/javascript; charset=utf-8', body: new TextEncoder().encode('start()') }],
]);

describe('the page’s own scheme', () => {
  it('is secure and has an origin, and cannot be fetched from', () => {
    declarePageScheme();
    expect(electron.current?.protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: false } },
    ]);
  });

  it('serves each load of the page with its own nonce and a policy without connections', async () => {
    const load = async (): Promise<[string, string]> => {
      const answer = answerPageRequest(files, 'GET', 'app://perennial/');
      return [await answer.text(), answer.headers.get('content-security-policy') ?? ''];
    };
    const [[body, policy], [again]] = [await load(), await load()];
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain(`'nonce-${body.slice(3, -4)}'`);
    expect(body).not.toBe(again);
  });

  it('serves the files of the page and nothing else', async () => {
    const status = (method: string, address: string): number =>
      answerPageRequest(files, method, address).status;
    expect(await answerPageRequest(files, 'GET', 'app://perennial/assets/main.js').text()).toBe('start()');
    expect(status('GET', 'app://perennial/../package.json')).toBe(404);
    expect(status('GET', 'app://perennial/%2e%2e/package.json')).toBe(404);
    expect(status('POST', 'app://perennial/')).toBe(405);
    expect(status('GET', 'app://elsewhere/')).toBe(405);
  });
});

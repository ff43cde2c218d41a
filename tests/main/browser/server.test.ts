import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoopbackHost, type LoopbackHost } from '#main/browser/server.ts';
import type { Planner } from '#main/planner/planner.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { startPlanner } from '#tests/fixtures/start-planner.ts';

type Reply = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
};
type Ask = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

const files = new Map([
  [
    '/index.html',
    { type: 'text/html; charset=utf-8', body: new TextEncoder().encode('<p>__CSP_NONCE__</p>') },
  ],
]);
let planner: Planner;
let host: LoopbackHost;
let used: string[];

beforeEach(async () => {
  ({ planner } = startPlanner());
  used = [];
  host = await startLoopbackHost({ planner, files, port: 0, onUsed: (address) => used.push(address) });
});
afterEach(async () => {
  await host.close();
  await planner.close();
});

/** One request as a browser at the host's own page makes it; `headers` replace or add. */
function ask({ method = 'GET', path, headers = {}, body }: Ask): Promise<Reply> {
  const own = {
    host: `127.0.0.1:${host.port}`,
    ...(method === 'POST' ? { origin: `http://127.0.0.1:${host.port}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: host.port, method, path, headers: { ...own, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function tokenOf(address: string): string {
  return new URLSearchParams(new URL(address).hash.slice(1)).get('token') ?? '';
}

async function openSession(): Promise<Readonly<Record<string, string>>> {
  const body = JSON.stringify({ token: tokenOf(host.address()) });
  const { text } = await ask({ method: 'POST', path: '/session', body });
  const { bearer } = JSON.parse(text) as { bearer: string }; // the answer of the trade
  return { authorization: `Bearer ${bearer}` };
}

describe('the loopback host', () => {
  it('listens to this machine only and puts its token where no request carries it', () => {
    expect(host.address()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
  });

  it('serves the page with a policy and a nonce of its own', async () => {
    const { status, headers, text } = await ask({ path: '/' });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain(`'nonce-${text.slice(3, -4)}'`);
    expect(headers['content-security-policy']).toContain("connect-src 'self'");
    expect(headers['set-cookie']).toBeUndefined();
    expect((await ask({ path: '/../package.json' })).status).toBe(404);
    expect((await ask({ path: '/package.json' })).status).toBe(404);
  });

  it('trades its token once, and tells the address for another window', async () => {
    const token = tokenOf(host.address());
    const body = JSON.stringify({ token });
    expect((await ask({ method: 'POST', path: '/session', body })).status).toBe(200);
    expect((await ask({ method: 'POST', path: '/session', body })).status).toBe(401);
    expect(used).toHaveLength(1);
    expect(tokenOf(used[0] ?? '')).not.toBe(token);
    expect((await ask({ method: 'POST', path: '/session', body: 'nonsense' })).status).toBe(400);
  });

  it('passes calls on to the planner for those who have a bearer', async () => {
    const call = { method: 'POST', path: '/api/app/get-info', body: encodeWire({}) };
    expect((await ask(call)).status).toBe(401);
    expect((await ask({ ...call, headers: { authorization: 'Bearer guess' } })).status).toBe(401);
    const headers = await openSession();
    const { status, text } = await ask({ ...call, headers });
    expect(status).toBe(200);
    expect(decodeWire(text)).toMatchObject({ ok: true, value: { ok: true, value: { host: 'browser' } } });
    const unknown = await ask({ ...call, path: '/api/app/launch', headers });
    expect(decodeWire(unknown.text)).toMatchObject({ value: { ok: false, error: { code: 'unknown-call' } } });
    expect((await ask({ ...call, headers, body: '{"~x":1}' })).status).toBe(400);
  });

  it.each([
    ['another host name', { host: 'perennial.example' }, 421],
    ['another origin', { origin: 'http://evil.example' }, 403],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }, 403],
  ] as const)('refuses %s even with a bearer', async (_, extra, status) => {
    const headers = { ...(await openSession()), ...extra };
    const reply = await ask({ method: 'POST', path: '/api/app/get-info', headers, body: encodeWire({}) });
    expect(reply.status).toBe(status);
    expect(reply.text).toBe('');
  });

  it('streams what the planner says, to those who have a bearer', async () => {
    expect((await ask({ path: '/events' })).status).toBe(401);
    const headers = await openSession();
    const heard: string[] = [];
    const stream = request({
      host: '127.0.0.1',
      port: host.port,
      path: '/events',
      headers: { host: `127.0.0.1:${host.port}`, ...headers },
    });
    stream.on('response', (response) =>
      response.setEncoding('utf8').on('data', (piece: string) => heard.push(piece)),
    );
    stream.end();
    await vi.waitFor(() => expect(heard).toEqual(['\n']));
    const opened = await ask({
      method: 'POST',
      path: '/api/plan/create',
      headers,
      body: encodeWire({
        title: 'Heard',
        currency: 'GBP',
        locale: 'en-GB',
        startMonth: 4,
        firstYear: '2026',
        years: 3,
      }),
    });
    const { value } = JSON.parse(opened.text) as { value: { handle: string } }; // the answer of plan/create
    const edit = { kind: 'set-plan', changes: { title: 'Renamed' } };
    await ask({
      method: 'POST',
      path: '/api/plan/apply-edit',
      headers,
      body: encodeWire({ plan: value.handle, base: 0, edit }),
    });
    await vi.waitFor(() => expect(heard.join('')).toContain('"kind":"checks"'));
    stream.destroy();
  });
});

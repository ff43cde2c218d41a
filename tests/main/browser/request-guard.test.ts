import { describe, expect, it } from 'vitest';
import { refuseRequest } from '#main/browser/request-guard.ts';

const own = {
  method: 'POST',
  host: '127.0.0.1:4321',
  origin: 'http://127.0.0.1:4321',
  fetchSite: 'same-origin',
};

describe('who the loopback host answers', () => {
  it('answers its own page', () => {
    expect(refuseRequest(own, 4321)).toBeNull();
    expect(refuseRequest({ ...own, method: 'GET', origin: undefined, fetchSite: 'none' }, 4321)).toBeNull();
  });

  it.each([
    ['another name for this machine', { host: 'localhost:4321' }, 421],
    ['a name that an attacker points here', { host: 'evil.example:4321' }, 421],
    ['another port', { host: '127.0.0.1:4322' }, 421],
    ['no host at all', { host: undefined }, 421],
    ['another site', { origin: 'http://evil.example' }, 403],
    ['another program on this machine', { origin: 'http://127.0.0.1:9999' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a post that names no origin', { origin: undefined }, 403],
    ['a request that the browser says is cross-site', { fetchSite: 'cross-site' }, 403],
    ['a method that changes things elsewhere', { method: 'PUT' }, 405],
    ['a preflight', { method: 'OPTIONS' }, 405],
  ] as const)('refuses %s', (_, change, status) => {
    expect(refuseRequest({ ...own, ...change }, 4321)).toBe(status);
  });
});

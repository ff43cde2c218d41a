import { makeClient } from '#shared/api/client.ts';
import type { Transport } from '#shared/api/api.ts';
import { makeHttpLink } from './http-link.ts';
import { makePortLink } from './port-link.ts';

/** The way to the planner that this page has: the desktop's preload says so, else the host that served the page is asked. */
export function chooseTransport(page: Window): Transport {
  return makeClient(isDesktop(page) ? makePortLink(page) : makeHttpLink());
}

function isDesktop(page: object): boolean {
  const bridge = 'perennial' in page ? page.perennial : undefined;
  return typeof bridge === 'object' && bridge !== null && 'host' in bridge && bridge.host === 'desktop';
}

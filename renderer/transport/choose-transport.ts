import type { Answer, Api, ApiError, Channel, Transport } from '#shared/api/api.ts';
import { type Link, makeClient } from '#shared/api/client.ts';
import { makeDroppedFile, type DroppedFile } from './dropped-file.ts';
import { makeHttpLink } from './http-transport.ts';
import { makePortLink } from './port-transport.ts';

const NOT_REACHED: ApiError = { code: 'not-reached', message: { id: 'window.host-silent' } };

/** The way to the planner, and what the host makes of a file that is dropped on the page: `dropped(file)`. */
export type PageTransport = Transport & { readonly dropped: DroppedFile };

/** The way to the planner that this page has: the desktop's preload says so, else the host that served the page is asked. */
export function chooseTransport(page: Window): PageTransport {
  const transport = makeTransport(isDesktop(page) ? makePortLink(page) : makeHttpLink());
  return { ...transport, dropped: makeDroppedFile(page) };
}

/** The client of a link, with a lost link as an answer like any other: a call never rejects. */
export function makeTransport(link: Link): Transport {
  const client = makeClient(link);
  return {
    ...client,
    call: async <C extends Channel>(channel: C, input: Api[C]['input']): Promise<Answer<C>> => {
      try {
        return await client.call(channel, input);
      } catch {
        return { ok: false, error: NOT_REACHED };
      }
    },
  };
}

function isDesktop(page: object): boolean {
  const bridge = 'perennial' in page ? page.perennial : undefined;
  return typeof bridge === 'object' && bridge !== null && 'host' in bridge && bridge.host === 'desktop';
}

import type { Link } from '#shared/api/client.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { openSession } from './http-session.ts';
import { readLines } from './read-lines.ts';

/** How long to wait before the stream of events is opened again after it broke. */
const REOPEN_DELAY_MS = 1000;

/** A kept-alive body may have 64 KiB together with any others; a call that a page goes with has a handle in it and no more. */
const MOST_KEPT_ALIVE = 1000;

/** The way to the loopback host that served this page: one POST a call, one streamed GET for all events. */
export function makeHttpLink(): Link {
  const session = openSession();
  // Who waits for the session hears of its failure; nobody may be waiting yet.
  session.catch(() => undefined);
  return {
    send: async (channel, input) => {
      const bearer = await session;
      return bearer === null ? SHUT_OUT : post(`/api/${channel}`, bearer, encodeWire(input));
    },
    listen: shareEvents((onEvent) => void followEvents(session, onEvent)),
  };
}

/** The answer to every call from a page that the host does not know. */
const SHUT_OUT = {
  ok: false,
  error: { code: 'shut-out', message: { id: 'window.shut-out-text' } },
} as const;

async function post(path: string, bearer: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  // A page that goes says so with its last call, which must not go with it. A browser keeps only small ones alive.
  const keepalive = body.length < MOST_KEPT_ALIVE;
  const response = await fetch(path, { method: 'POST', headers, body, keepalive });
  if (response.status === 401) return SHUT_OUT;
  const answer = decodeWire(await response.text());
  if (!answer.ok) throw new Error(`The host answered ${response.status} without a value`);
  return answer.value;
}

/** One stream for all who listen: a browser opens only six connections to a host. It is opened when the first one listens. */
function shareEvents(open: (onEvent: (event: unknown) => void) => void): Link['listen'] {
  const listeners = new Set<(event: unknown) => void>();
  let isOpen = false;
  return (onEvent) => {
    listeners.add(onEvent);
    if (!isOpen)
      open((event) => {
        for (const listener of listeners) listener(event);
      });
    isOpen = true;
    return () => listeners.delete(onEvent);
  };
}

async function followEvents(
  session: Promise<string | null>,
  onEvent: (event: unknown) => void,
): Promise<void> {
  const bearer = await session.catch(() => null);
  while (bearer !== null) {
    // A host that was started anew will never know this page: there is nothing to wait for.
    if ((await followOnce(bearer, onEvent).catch(() => null)) === 'shut-out') return;
    await new Promise((resolve) => setTimeout(resolve, REOPEN_DELAY_MS));
  }
}

async function followOnce(bearer: string, onEvent: (event: unknown) => void): Promise<'shut-out' | null> {
  const response = await fetch('/events', { headers: { authorization: `Bearer ${bearer}` } });
  if (response.status === 401) return 'shut-out';
  if (!response.ok || response.body === null) return null;
  for await (const line of readLines(response.body)) {
    const event = decodeWire(line);
    if (event.ok) onEvent(event.value);
  }
  return null;
}

import type { Link } from '#shared/api/client.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { openSession } from './http-session.ts';
import { readLines } from './read-lines.ts';

/** How long to wait before the stream of events is opened again after it broke. */
const REOPEN_DELAY_MS = 1000;

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
    listen: (onEvent) => {
      const stop = new AbortController();
      void followEvents(session, onEvent, stop.signal);
      return () => stop.abort();
    },
  };
}

/** The answer to every call from a page that the host does not know. */
const SHUT_OUT = {
  ok: false,
  error: { code: 'shut-out', message: { id: 'window.shut-out-text' } },
} as const;

async function post(path: string, bearer: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  const response = await fetch(path, { method: 'POST', headers, body });
  if (response.status === 401) return SHUT_OUT;
  const answer = decodeWire(await response.text());
  if (!answer.ok) throw new Error(`The host answered ${response.status} without a value`);
  return answer.value;
}

async function followEvents(
  session: Promise<string | null>,
  onEvent: (event: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const bearer = await session.catch(() => null);
  if (bearer === null) return;
  while (!signal.aborted) {
    await followOnce(bearer, onEvent, signal).catch(() => undefined);
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, REOPEN_DELAY_MS));
  }
}

async function followOnce(
  bearer: string,
  onEvent: (event: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch('/events', { headers: { authorization: `Bearer ${bearer}` }, signal });
  if (!response.ok || response.body === null) return;
  for await (const line of readLines(response.body)) {
    const event = decodeWire(line);
    if (event.ok) onEvent(event.value);
  }
}

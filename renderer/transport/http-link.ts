import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { type Link, LinkLost, NoSession } from './link.ts';
import { openSession } from './http-session.ts';
import { readLines } from './read-lines.ts';

/** How long to wait before the stream of events is opened again after it broke. */
const REOPEN_DELAY_MS = 1000;

/** The way to the loopback host that served this page: one POST a call, one streamed GET for all events. */
export function makeHttpLink(): Link {
  const session = openSession();
  return {
    send: async (channel, input) => post(`/api/${channel}`, await session, encodeWire(input)),
    listen: (onEvent) => {
      const stop = new AbortController();
      void followEvents(session, onEvent, stop.signal);
      return () => stop.abort();
    },
  };
}

async function post(path: string, bearer: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  const response = await fetch(path, { method: 'POST', headers, body }).catch(asLost);
  if (response.status === 401) throw new NoSession();
  const answer = decodeWire(await response.text().catch(asLost));
  if (!answer.ok) throw new LinkLost(`Status ${response.status}`);
  return answer.value;
}

async function followEvents(
  session: Promise<string>,
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

function asLost(cause: unknown): never {
  throw new LinkLost('The host cannot be reached', { cause });
}

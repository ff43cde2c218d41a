import type { ServerResponse } from 'node:http';
import { encodeWire } from '#shared/api/wire.ts';
import type { Planner } from '#main/planner/planner.ts';

/** How often an empty line is sent, so that a window notices within seconds when its host is gone. */
const HEARTBEAT_MS = 10_000;

/** Streams what the planner says to a window, one event a line, until the window goes away. */
export function streamEvents(planner: Planner, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.write('\n');
  const stop = planner.listen((event) => response.write(`${encodeWire(event)}\n`));
  const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
}

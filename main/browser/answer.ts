import type { ServerResponse } from 'node:http';

/** Sends a short plain answer: a refusal, or a small piece of JSON. */
export function answerWith(
  response: ServerResponse,
  status: number,
  body: Uint8Array | string = '',
  type = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(body);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { makeNonce, pageHeaders } from '#main/page/content-policy.ts';
import { findPageFile, type PageFiles } from '#main/page/page-files.ts';
import type { Planner } from '#main/planner/planner.ts';
import { answerWith } from './answer.ts';
import { streamEvents } from './event-stream.ts';
import { readBody } from './read-body.ts';
import { refuseRequest } from './request-guard.ts';
import type { SessionTokens } from './session-tokens.ts';

/** What the loopback host serves. */
export type ServedParts = {
  readonly planner: Planner;
  readonly files: PageFiles;
  readonly tokens: SessionTokens;
  readonly port: () => number;
  /** Called once a window has traded its one-time token. */
  readonly onTraded: () => void;
};

const JSON_TYPE = 'application/json; charset=utf-8';
const SMALL_BODY = 4096;
const TRADE = z.strictObject({ token: z.string() });

/** Answers one request: a file of the page, the trade of the token, a call to the planner, or the stream of its events. */
export async function handleRequest(
  parts: ServedParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? '';
  const { host, origin } = request.headers;
  const fetchSite = headerText(request, 'sec-fetch-site');
  const refusal = refuseRequest({ method, host, origin, fetchSite }, parts.port());
  if (refusal !== null) return answerWith(response, refusal);
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  if (method === 'POST' && path === '/session') return tradeToken(parts, request, response);
  if (path === '/events' || path.startsWith('/api/')) {
    if (!parts.tokens.admits(bearerOf(request))) return answerWith(response, 401);
    if (method === 'GET' && path === '/events') return streamEvents(parts.planner, response);
    if (method === 'POST') return callPlanner(parts.planner, path.slice('/api/'.length), request, response);
    return answerWith(response, 405);
  }
  return method === 'GET' ? servePage(parts.files, path, response) : answerWith(response, 404);
}

async function tradeToken(
  parts: ServedParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, SMALL_BODY);
  if (body === null) return answerWith(response, 413);
  const input = decodeWire(new TextDecoder().decode(body));
  const trade = TRADE.safeParse(input.ok ? input.value : null);
  if (!trade.success) return answerWith(response, 400);
  const bearer = parts.tokens.trade(trade.data.token);
  if (bearer === null) return answerWith(response, 401);
  answerWith(response, 200, encodeWire({ bearer }), JSON_TYPE);
  parts.onTraded();
}

async function callPlanner(
  planner: Planner,
  channel: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  if (body === null) return answerWith(response, 413);
  const input = decodeWire(new TextDecoder().decode(body));
  if (!input.ok) return answerWith(response, 400);
  answerWith(response, 200, encodeWire(await planner.call(channel, input.value)), JSON_TYPE);
}

function servePage(files: PageFiles, path: string, response: ServerResponse): void {
  const nonce = makeNonce();
  const file = findPageFile(files, path, nonce);
  if (!file) return answerWith(response, 404);
  response.writeHead(200, { ...pageHeaders(nonce, 'self'), 'content-type': file.type });
  response.end(file.body);
}

function bearerOf(request: IncomingMessage): string {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

function headerText(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

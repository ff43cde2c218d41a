import { createServer, type Server } from 'node:http';
import type { PageFiles } from '#main/page/page-files.ts';
import type { Planner } from '#main/planner/planner.ts';
import { answerWith } from './answer.ts';
import { handleRequest } from './handle-request.ts';
import { makeSessionTokens } from './session-tokens.ts';

export type LoopbackHost = {
  /** The address to open, with its one-time token in the fragment, which never leaves the browser. */
  readonly address: () => string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** What the host needs; `port` 0 takes any free one. `onUsed` is told the next address once the last one was used. */
export type LoopbackParts = {
  readonly planner: Planner;
  readonly files: PageFiles;
  readonly port: number;
  readonly onUsed: (nextAddress: string) => void;
};

/** Serves the window at 127.0.0.1, to this machine only. */
export async function startLoopbackHost(parts: LoopbackParts): Promise<LoopbackHost> {
  const tokens = makeSessionTokens();
  const server = createServer();
  let port = 0;
  const nextAddress = (): string => `http://127.0.0.1:${port}/#token=${tokens.issue()}`;
  const served = {
    planner: parts.planner,
    files: parts.files,
    tokens,
    port: () => port,
    onTraded: () => parts.onUsed(nextAddress()),
  };
  server.on('request', (request, response) => {
    handleRequest(served, request, response).catch(() => {
      // A fault of ours: the window is told that the call failed, the planner's own log has the rest.
      if (!response.headersSent) answerWith(response, 500);
      else response.destroy();
    });
  });
  port = await listen(server, parts.port);
  return { address: nextAddress, port, close: () => closeServer(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

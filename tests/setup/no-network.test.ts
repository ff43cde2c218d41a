import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { createSocket } from 'node:dgram';
import { connect as connectTls } from 'node:tls';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const REFUSAL = /nothing here may use the network/;

/** The message of a failure and of everything that caused it. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.message} ${error.cause === undefined ? '' : describeError(error.cause)}`;
}

describe('the network of the tests', () => {
  test('a fetch of another machine throws', async () => {
    const failure = await fetch('http://192.0.2.1/').catch((error: unknown) => describeError(error));
    expect(failure).toMatch(REFUSAL);
  });

  test('a tls connection by name throws', () => {
    expect(() => connectTls(443, 'example.org')).toThrow(REFUSAL);
  });

  test('a datagram throws', () => {
    const socket = createSocket('udp4');
    expect(() => socket.send('x', 53, '192.0.2.1')).toThrow(REFUSAL);
    socket.close();
  });

  test('a Node process started by a test is cut off too', async () => {
    const script = "fetch('http://192.0.2.1/').catch((error) => console.log(error.cause.message))";
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script]);
    expect(stdout).toMatch(REFUSAL);
  });

  test('127.0.0.1 can be reached', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A server listening on a port, not on a pipe, has an address of this shape.
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(204);
    server.close();
  });
});

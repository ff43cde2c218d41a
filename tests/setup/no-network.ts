import { Socket as DatagramSocket } from 'node:dgram';
import { Socket } from 'node:net';

/**
 * Loaded before every test file, and into every Node process that a test starts: a connection to anything but this
 * machine's own 127.0.0.1 throws. http, https, tls, http2 and fetch all end in `Socket.connect`.
 */
const ALLOWED_HOST = '127.0.0.1';

/** The host of a call of `connect(options)`, `connect(port, host)` or Node's own `connect([options, callback])`; a pipe has none. */
function readHost(args: readonly unknown[]): string | undefined {
  const [first, second] = args;
  if (Array.isArray(first)) return readHost(first);
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  if (typeof first === 'string' && Number.isNaN(Number.parseInt(first, 10))) return undefined;
  return typeof second === 'string' ? second : 'localhost';
}

function refuse(host: string): never {
  throw new Error(`A test tried to reach ${host}: nothing here may use the network.`);
}

// Called below with the socket it belongs to.
// oxlint-disable-next-line typescript/unbound-method
const connect = Socket.prototype.connect;
Socket.prototype.connect = function connectToThisMachine(this: Socket, ...args: unknown[]) {
  const host = readHost(args);
  if (host !== undefined && host !== ALLOWED_HOST) refuse(host);
  // The overloads of `connect` do not describe an argument list as a whole.
  return Reflect.apply(connect, this, args) as Socket;
};

DatagramSocket.prototype.send = function send() {
  refuse('another machine by UDP');
};

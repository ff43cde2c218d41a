import type { IncomingMessage } from 'node:http';

/** The largest body that a window may send: a spreadsheet of 100 MB and its wrapping. */
const MAX_BODY_BYTES = 150 * 1024 * 1024;

/** Reads a request's body; null when it is larger than the limit (the rest is not read). */
export async function readBody(request: IncomingMessage, limit = MAX_BODY_BYTES): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Buffer; // an IncomingMessage without an encoding set yields Buffers
    size += bytes.length;
    if (size > limit) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

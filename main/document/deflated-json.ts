import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { encodeWire } from '#shared/api/wire.ts';
import { decodeStored } from './stored-json.ts';

/** No edit unpacks to more than this; a blob that would was not written by this program. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Packs a value as compressed JSON text, in which an integer of any size is `{"~n":"..."}`. */
export function packValue(value: unknown): Uint8Array {
  return deflateRawSync(Buffer.from(encodeWire(value), 'utf8'));
}

/** Reads what `packValue` wrote; undefined for anything else, and for what unpacks to more than so many bytes. */
export function unpackValue(packed: unknown, mostBytes = MOST_BYTES): unknown {
  if (!(packed instanceof Uint8Array)) return undefined;
  try {
    const text = inflateRawSync(packed, { maxOutputLength: mostBytes }).toString('utf8');
    const read = decodeStored(text, 'step');
    return read.ok ? read.value : undefined;
  } catch {
    // Whatever zlib says of a blob, it is not one of ours.
    return undefined;
  }
}

import { fromBase64, toBase64 } from './base64.ts';

/**
 * Values of the contract as one line of JSON, for ways that carry only text: the loopback host, and the edits kept in
 * a plan's file. What JSON lacks travels as an object with one key that starts with `~`; an object of the contract
 * whose own key starts so is wrapped, so that nothing a person types can be taken for one of these.
 */
const BIGINT = '~n';
const BYTES = '~b';
const BIGINTS = '~q';
const DOUBLES = '~d';
const OBJECT = '~o';
/** Deeper values than this are no contract's and could exhaust the stack. */
const DEEPEST = 64;

export type WireResult = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/**
 * Writes a value: JSON's kinds, bigint, Uint8Array, BigInt64Array and Float64Array, each to be read back exactly;
 * properties that are undefined are left out.
 * @throws TypeError for anything else, such as a function or a Map.
 */
export function encodeWire(value: unknown): string {
  return JSON.stringify(toTagged(value, 0));
}

/** Reads what `encodeWire` wrote; anything else is not ok. */
export function decodeWire(text: string): WireResult {
  try {
    return { ok: true, value: fromTagged(JSON.parse(text), 0) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError)
      return { ok: false };
    throw error;
  }
}

function toTagged(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new TypeError('Too deep for the wire');
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new TypeError('Not a finite number');
    case 'bigint':
      return { [BIGINT]: value.toString() };
    case 'object':
      return value === null ? null : objectToTagged(value, depth);
    default:
      throw new TypeError(`A ${typeof value} cannot cross the wire`);
  }
}

function objectToTagged(value: object, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => toTagged(item, depth + 1));
  if (value instanceof Uint8Array) return { [BYTES]: toBase64(value) };
  if (value instanceof BigInt64Array) return { [BIGINTS]: toBase64(bytesOf(value)) };
  if (value instanceof Float64Array) return { [DOUBLES]: toBase64(bytesOf(value)) };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('Not a plain object');
  const entries = Object.entries(value);
  const tagged = fromEntries(entries.map(([key, item]) => [key, toTagged(item, depth + 1)]));
  return entries.some(([key]) => key.startsWith('~')) ? { [OBJECT]: tagged } : tagged;
}

function fromTagged(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new TypeError('Too deep for the wire');
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => fromTagged(item, depth + 1));
  const entries = entriesOf(value);
  const [key, item] = entries[0] ?? ['', null];
  if (!key.startsWith('~')) return readEntries(entries, depth);
  if (entries.length > 1) throw new TypeError('A tag stands alone');
  if (key === OBJECT && typeof item === 'object' && item !== null) return readEntries(entriesOf(item), depth);
  if (typeof item !== 'string') throw new TypeError('A tag holds text');
  return readTag(key, item);
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value);
}

function readEntries(entries: readonly (readonly [string, unknown])[], depth: number): unknown {
  return fromEntries(entries.map(([key, item]) => [key, fromTagged(item, depth + 1)]));
}

function readTag(tag: string, text: string): unknown {
  if (tag === BIGINT) {
    if (/^-?\d{1,40}$/.test(text)) return BigInt(text);
    throw new TypeError('Not an integer');
  }
  const bytes = fromBase64(text);
  if (bytes === null) throw new TypeError('Not base64');
  if (tag === BYTES) return bytes;
  if (tag === BIGINTS) return new BigInt64Array(bytes.buffer);
  if (tag === DOUBLES) return new Float64Array(bytes.buffer);
  throw new TypeError('Not a tag');
}

/** Defines each key as the object's own, also `__proto__`, which an assignment would take for something else. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries);
}

function bytesOf(array: BigInt64Array | Float64Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

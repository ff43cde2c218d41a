import type { Edit } from './edit.ts';
import type { Plan } from './plan.ts';

/** A 64-bit state in two halves, each a whole number below 2^32. */
type State = { high: number; low: number };

/** FNV-1a, 64 bits (offset basis and prime of its authors; the prime is 2^40 + 0x1b3). */
const OFFSET_HIGH = 0xcb_f2_9c_e4;
const OFFSET_LOW = 0x84_22_23_25;
const PRIME_LOW = 0x1_b3;
const TWO_32 = 2 ** 32;

/** The hash that a plan starts with, before its first edit. */
export function startHash(plan: Pick<Plan, 'id'>): string {
  const state: State = { high: OFFSET_HIGH, low: OFFSET_LOW };
  feedText(state, plan.id);
  return write(state);
}

/**
 * The hash after an edit, as 16 hexadecimal digits. Two copies of a plan that applied the same edits in the same
 * order have the same hash. It tells copies apart that drifted; it is no protection against forgery.
 */
export function nextHash(previous: string, edit: Edit): string {
  const state: State = { high: OFFSET_HIGH, low: OFFSET_LOW };
  feedText(state, previous);
  feedValue(state, edit);
  return write(state);
}

/** Feeds a value so that the order of an object's keys does not count, nor a key whose value is undefined. */
function feedValue(state: State, value: unknown): void {
  if (Array.isArray(value)) {
    feedText(state, `[${value.length}`);
    for (const item of value) feedValue(state, item);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    feedText(state, `{${entries.length}`);
    for (const [key, item] of entries.sort(byKey)) {
      feedText(state, key);
      feedValue(state, item);
    }
    return;
  }
  feedText(state, `${typeof value} ${String(value)}`);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Feeds the length and the characters, so that two texts in a row are not taken for another two. */
function feedText(state: State, text: string): void {
  feedByte(state, text.length & 0xff);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    feedByte(state, unit & 0xff);
    if (unit > 0xff) feedByte(state, unit >>> 8);
  }
}

function feedByte(state: State, byte: number): void {
  const low = (state.low ^ byte) >>> 0;
  const product = low * PRIME_LOW;
  // Multiplying by 2^40 moves the low half into the high one, 8 bits further up; what goes beyond 64 bits is lost.
  state.high = (state.high * PRIME_LOW + ((low << 8) >>> 0) + Math.floor(product / TWO_32)) % TWO_32;
  state.low = product % TWO_32;
}

function write({ high, low }: State): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

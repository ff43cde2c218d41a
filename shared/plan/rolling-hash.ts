import type { Edit } from './edit.ts';
import type { Plan } from './plan.ts';

/** Two lanes of 32 bits that take each character in turn. */
type State = { first: number; second: number };

// Odd factors carry a changed bit into the higher ones; these spread it well, and the two lanes differently.
const FIRST_SEED = 0xde_ad_be_ef;
const SECOND_SEED = 0x41_c6_ce_57;
const FIRST_FACTOR = 2_654_435_761;
const SECOND_FACTOR = 1_597_334_677;

/** The hash that a plan starts with, before its first edit. */
export function startHash(plan: Pick<Plan, 'id'>): string {
  const state: State = { first: FIRST_SEED, second: SECOND_SEED };
  feedText(state, plan.id);
  return write(state);
}

/**
 * The hash after an edit, as 16 hexadecimal digits. Two copies of a plan that applied the same edits in the same
 * order have the same hash. It tells copies apart that drifted; it is no protection against forgery.
 */
export function nextHash(previous: string, edit: Edit): string {
  const state: State = { first: FIRST_SEED, second: SECOND_SEED };
  feedText(state, previous);
  // What an imported cell said stays in the file: only the number of cells has a part in the plan.
  feedValue(state, edit.kind === 'import' ? { ...edit, cells: edit.cells.length } : edit);
  return write(state);
}

/** Feeds a value so that the order of an object's keys does not count, nor a key whose value is undefined. */
function feedValue(state: State, value: unknown): void {
  switch (typeof value) {
    case 'string':
      feedUnit(state, 1);
      feedText(state, value);
      return;
    case 'number':
      feedUnit(state, 2);
      feedText(state, value.toString());
      return;
    case 'bigint':
      feedUnit(state, 3);
      feedText(state, value.toString());
      return;
    case 'object':
      feedObject(state, value);
      return;
    default:
      feedUnit(state, value === true ? 4 : 5);
  }
}

function feedObject(state: State, value: object | null): void {
  if (value === null) {
    feedUnit(state, 6);
    return;
  }
  if (Array.isArray(value)) {
    feedUnit(state, 7);
    feedUnit(state, value.length);
    for (const item of value) feedValue(state, item);
    return;
  }
  feedUnit(state, 8);
  // Any object may be asked for its own keys; what they hold is unknown.
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue;
    feedText(state, key);
    feedValue(state, fields[key]);
  }
  feedUnit(state, 9);
}

/** Feeds the length and the characters, so that two texts in a row are not taken for another two. */
function feedText(state: State, text: string): void {
  feedUnit(state, text.length);
  for (let index = 0; index < text.length; index++) feedUnit(state, text.charCodeAt(index));
}

function feedUnit(state: State, unit: number): void {
  state.first = Math.imul(state.first ^ unit, FIRST_FACTOR);
  state.second = Math.imul(state.second ^ unit, SECOND_FACTOR);
}

/** Mixes the lanes, so that the last characters reach every digit. */
function write({ first, second }: State): string {
  const mix = (a: number, b: number) =>
    (Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)) >>> 0;
  const hex = (word: number) => word.toString(16).padStart(8, '0');
  return hex(mix(second, first)) + hex(mix(first, second));
}

import { LIST_LIMIT } from './evidence.ts';
import type { Missing } from './result.ts';

/** The first entries that are missing, in the order of rows and periods, and how many there are. */
export type MissingList = { readonly count: number; readonly first: readonly Missing[] };

export const NOTHING_MISSING: MissingList = { count: 0, first: [] };

/** Lists what is missing for one row. */
export function missingOf(entries: readonly Missing[]): MissingList {
  return entries.length === 0
    ? NOTHING_MISSING
    : { count: entries.length, first: entries.slice(0, LIST_LIMIT) };
}

/** Joins two lists; the rows of the first come before those of the second. */
export function joinMissing(a: MissingList, b: MissingList): MissingList {
  if (a.count === 0) return b;
  if (b.count === 0) return a;
  const room = LIST_LIMIT - a.first.length;
  return { count: a.count + b.count, first: room === 0 ? a.first : [...a.first, ...b.first.slice(0, room)] };
}

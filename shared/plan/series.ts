import type { Minor } from '../money/amount.ts';

/**
 * The amounts of one measure over the plan's periods, in minor units; `null` is blank, which is not zero.
 * Each amount has an origin: 0 for none, else the number of the edit that put it there (see `origin.ts`).
 * Both arrays are as long as the plan's axis has periods and are never changed in place.
 */
export type Series = {
  readonly minor: readonly (Minor | null)[];
  readonly origin: readonly number[];
};

const blanks = new Map<number, Series>();

/** The series of `length` blanks; the same object each time, so that empty measures cost nothing. */
export function blankSeries(length: number): Series {
  const known = blanks.get(length);
  if (known) return known;
  const made: Series = {
    minor: Object.freeze(Array<Minor | null>(length).fill(null)),
    origin: Object.freeze(Array<number>(length).fill(0)),
  };
  blanks.set(length, made);
  return made;
}

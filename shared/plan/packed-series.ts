import type { Minor } from '../money/amount.ts';
import { blankSeries, type Series } from './series.ts';

/** Series one after the other; those that are all blank take no room but their bit. */
export type PackedSeries = {
  /** A bit for each series: whether it has any amount. */
  readonly filled: Uint8Array;
  /** Amounts in minor units, 0 where there is none. */
  readonly amounts: BigInt64Array;
  /** A bit for each amount: whether it is blank. */
  readonly blanks: Uint8Array;
  readonly origins: Float64Array;
};

/** Collects series of this length. */
export function makeSeriesPacker(length: number): {
  readonly add: (series: Series) => void;
  readonly finish: () => PackedSeries;
} {
  const kept: (Series | null)[] = [];
  return {
    add: (series) => kept.push(series.minor.every((minor) => minor === null) ? null : series),
    finish: () => pack(kept, length),
  };
}

function pack(kept: readonly (Series | null)[], length: number): PackedSeries {
  const cells = kept.filter((series) => series !== null).length * length;
  const packed = {
    filled: new Uint8Array(Math.ceil(kept.length / 8)),
    amounts: new BigInt64Array(cells),
    blanks: new Uint8Array(Math.ceil(cells / 8)),
    origins: new Float64Array(cells),
  };
  let at = 0;
  for (const [index, series] of kept.entries()) {
    if (!series) continue;
    setBit(packed.filled, index);
    for (const [period, minor] of series.minor.entries()) {
      if (minor === null) setBit(packed.blanks, at + period);
      else packed.amounts[at + period] = minor;
    }
    packed.origins.set(series.origin, at);
    at += length;
  }
  return packed;
}

/**
 * Reads the series in the order in which they were added.
 * @throws RangeError when there are fewer than are asked for.
 */
export function makeSeriesReader(packed: PackedSeries, length: number): () => Series {
  const { filled, amounts, blanks, origins } = packed;
  let index = 0;
  let at = 0;
  return () => {
    if (!hasBit(filled, index++)) return blankSeries(length);
    if (at + length > amounts.length) throw new RangeError('The packed plan has too few amounts');
    const minor: (Minor | null)[] = [];
    for (let cell = at; cell < at + length; cell++) {
      minor.push(hasBit(blanks, cell) ? null : (amounts[cell] ?? null));
    }
    const origin = Array.from(origins.subarray(at, at + length));
    at += length;
    return { minor, origin };
  };
}

function setBit(bits: Uint8Array, at: number): void {
  bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return ((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

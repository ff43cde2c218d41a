import { isWithinRange, type Minor } from '#shared/money/amount.ts';
import { makeSeriesReader, type PackedSeries } from '#shared/plan/packed-series.ts';
import type { Series } from '#shared/plan/series.ts';

const BYTES_PER_VALUE = 8;
const MOST_ORIGIN = BigInt(Number.MAX_SAFE_INTEGER);
/** Far more cells than a plan can be worked on with; a few bytes can claim any number of them. */
const MOST_CELLS = 2 ** 24;

/**
 * Writes series as bytes: which series have an amount, which cells of those are blank, then for each cell that is not
 * the amount in minor units, then for each the origin. Bits count from the least significant; numbers are signed, of 64
 * bits, little-endian on every machine. An origin is the difference from the one before it: neighbouring cells of an
 * import have neighbouring origins, so that most of these numbers are 1.
 */
export function writeAmounts({ filled, blanks, amounts, origins }: PackedSeries): Uint8Array {
  const cells = amounts.length - countBits(blanks);
  const bits = filled.length + blanks.length;
  const bytes = new Uint8Array(bits + 2 * cells * BYTES_PER_VALUE);
  bytes.set(filled);
  bytes.set(blanks, filled.length);
  const view = new DataView(bytes.buffer, bits);
  let at = 0;
  let last = 0;
  for (const [cell, minor] of amounts.entries()) {
    if (hasBit(blanks, cell)) continue;
    const origin = origins[cell] ?? 0;
    view.setBigInt64(at, minor, true);
    view.setBigInt64(at + cells * BYTES_PER_VALUE, BigInt(origin - last), true);
    last = origin;
    at += BYTES_PER_VALUE;
  }
  return bytes;
}

/** How many series there are, and how many cells each has. */
type Extent = { readonly series: number; readonly length: number };

/** Reads what `writeAmounts` wrote, as a reader of one series after the other; null for bytes that hold anything else. */
export function readAmountBytes(bytes: Uint8Array, { series, length }: Extent): (() => Series) | null {
  const filled = bytes.subarray(0, Math.ceil(series / 8));
  const all = countBits(filled) * length;
  if (all > MOST_CELLS) return null;
  const bits = filled.length + Math.ceil(all / 8);
  const blanks = bytes.subarray(filled.length, bits);
  const cells = all - countBits(blanks);
  if (bytes.length !== bits + 2 * cells * BYTES_PER_VALUE) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + bits);
  const packed = { filled, blanks, amounts: new BigInt64Array(all), origins: new Float64Array(all) };
  return readCells(view, cells * BYTES_PER_VALUE, packed) ? makeSeriesReader(packed, length) : null;
}

function readCells(view: DataView, originsAt: number, { blanks, amounts, origins }: PackedSeries): boolean {
  let at = 0;
  let origin = 0n;
  for (let cell = 0; cell < amounts.length; cell++) {
    if (hasBit(blanks, cell)) continue;
    const minor: Minor = view.getBigInt64(at, true);
    origin += view.getBigInt64(at + originsAt, true);
    if (!isWithinRange(minor) || origin < 0n || origin > MOST_ORIGIN) return false;
    amounts[cell] = minor;
    origins[cell] = Number(origin);
    at += BYTES_PER_VALUE;
  }
  return true;
}

function hasBit(bits: Uint8Array, at: number): boolean {
  return ((bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
}

function countBits(bytes: Uint8Array): number {
  let count = 0;
  for (let byte of bytes) for (; byte !== 0; byte &= byte - 1) count++;
  return count;
}

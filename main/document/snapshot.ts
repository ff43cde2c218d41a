import { deflateSync, inflateSync } from 'node:zlib';
import { encodeWire } from '#shared/api/wire.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { PLAN_COLUMNS } from './plan-columns.ts';
import { readAmountBytes, writeAmounts } from './snapshot-amounts.ts';
import { planOfSnapshot, readSnapshotHeader, seriesIn, SNAPSHOT } from './snapshot-header.ts';
import { decodeStored } from './stored-json.ts';

/** No plan that this program opens unpacks to more; a blob that would was not written by it. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_HEADER_BYTES = 64 * 1024 * 1024;
const LENGTH_BYTES = 4;
/** The fastest: the amounts are most of it and shrink hardly more at a higher level. */
const LEVEL = 1;

/**
 * Packs a plan, origins included, without its comments, acceptances and sign-offs. The format outlives this program:
 * a zlib stream (RFC 1950) of the length of the header (4 bytes, little-endian), the header (JSON in UTF-8, an integer
 * of any size written as `{"~n":"..."}`) and the amounts as `writeAmounts` lays them out: for each line need, actual,
 * risk and bias, then for each source award and drawn, then for each allocation its amounts, all in the header's order.
 * Each series has a cell for each period: `before` where the header says so, the years, `later` where it says so.
 */
export function packSnapshot(plan: Plan): Uint8Array {
  const { years, before, later, lines, sources, allocations, ...series } = packPlan(plan);
  const fields = Object.entries(plan).filter(([field]) => field in PLAN_COLUMNS);
  const details = Object.fromEntries(fields);
  const text = encodeWire({
    ...SNAPSHOT,
    id: plan.id,
    years,
    before,
    later,
    plan: details,
    lines,
    sources,
    allocations,
  });
  const header = Buffer.from(text, 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  return deflateSync(Buffer.concat([length, header, writeAmounts(series)]), { level: LEVEL });
}

/** Reads what `packSnapshot` wrote, all of it checked as a plan file is; undefined for anything else. */
export function unpackSnapshot(packed: Uint8Array): Plan | undefined {
  const bytes = inflate(packed);
  if (bytes === undefined || bytes.length < LENGTH_BYTES) return undefined;
  const length = bytes.readUInt32LE();
  const end = LENGTH_BYTES + length;
  if (length > MOST_HEADER_BYTES || end > bytes.length) return undefined;
  const header = decodeStored(bytes.toString('utf8', LENGTH_BYTES, end), 'snapshot');
  const read = header.ok ? readSnapshotHeader(header.value) : undefined;
  if (read === undefined) return undefined;
  const extent = { series: seriesIn(read), length: read.axis.periods.length };
  const next = readAmountBytes(bytes.subarray(end), extent);
  return next === null ? undefined : planOfSnapshot(read, next);
}

function inflate(packed: Uint8Array): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    // Whatever zlib says of a blob, it is not one of ours.
    return undefined;
  }
}

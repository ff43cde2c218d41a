import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { packSnapshot, unpackSnapshot } from '#main/document/snapshot.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { fullPlanJson } from '#tests/fixtures/plan-json.ts';

const smallPlan = () =>
  buildPlan({
    years: 3,
    lines: [{ id: 'l1', need: ['10.00', null, '30.05'] }, { id: 'l2' }],
    sources: [{ id: 's1', award: ['100', '-0.01', '0'], certainty: [4, 3, null] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['5', null, '0'] }],
  });

const withoutRecords = (plan: Plan): Plan => ({ ...plan, comments: [], acceptances: [], signOffs: [] });

/** A snapshot taken apart: the header's length, its text and the amounts after it. */
function takeApart(packed: Uint8Array): {
  readonly header: Record<string, unknown>;
  readonly amounts: Buffer;
} {
  const bytes = inflateSync(packed);
  const end = 4 + bytes.readUInt32LE();
  const header = JSON.parse(bytes.toString('utf8', 4, end)) as Record<string, unknown>;
  return { header, amounts: bytes.subarray(end) };
}

function putTogether(header: unknown, amounts: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return deflateSync(Buffer.concat([length, text, amounts]));
}

const rowsOf = (header: Record<string, unknown>, list: string) => header[list] as Record<string, unknown>[];

describe('a snapshot', () => {
  it('gives back any plan with its origins, and with every field', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(unpackSnapshot(packSnapshot(plan))).toEqual(plan);
      }),
      { numRuns: 60 },
    );
    const full = readPlanJson(JSON.stringify(fullPlanJson()));
    if (!full.ok) throw new Error(JSON.stringify(full.errors));
    expect(full.plan.comments.length).toBeGreaterThan(0);
    expect(unpackSnapshot(packSnapshot(full.plan))).toEqual(withoutRecords(full.plan));
  });

  it('keeps the largest amounts and origins exactly, in any order', () => {
    const plan = smallPlan();
    const [line, other] = plan.lines.rows;
    if (!line || !other) throw new Error('no lines');
    const need = {
      minor: [999_999_999_999_999n, -999_999_999_999_999n, null],
      origin: [Number.MAX_SAFE_INTEGER, 3, 0],
    };
    const changed: Plan = { ...plan, lines: { ...plan.lines, rows: [{ ...line, need }, other] } };
    expect(unpackSnapshot(packSnapshot(changed))?.lines.rows[0]?.need).toEqual(need);
  });

  it('is laid out as it is documented, byte by byte', () => {
    const { header, amounts } = takeApart(packSnapshot(smallPlan()));
    expect(header).toMatchObject({
      format: 'perennial-snapshot',
      version: 1,
      id: 'p1',
      years: ['2026', '2027', '2028'],
      before: false,
      later: false,
      allocations: [{ line: 'l1', source: 's1', matchFor: null }],
    });
    expect(rowsOf(header, 'lines').map((line) => line['id'])).toEqual(['l1', 'l2']);
    // Eleven series, of which the first need, the award and the allocation are filled; two of their nine cells are blank.
    expect([...amounts.subarray(0, 4)]).toEqual([0b0000_0001, 0b0000_0101, 0b1000_0010, 0]);
    const values = [1000n, 3005n, 10_000n, -1n, 0n, 500n, 0n];
    expect(values.map((_, index) => amounts.readBigInt64LE(4 + 8 * index))).toEqual(values);
    expect(amounts).toHaveLength(4 + 2 * 8 * values.length);
  });

  it('answers undefined for what is no snapshot, whatever byte of one is changed', () => {
    const packed = packSnapshot(smallPlan());
    expect(unpackSnapshot(new Uint8Array())).toBeUndefined();
    expect(unpackSnapshot(deflateSync(Buffer.alloc(3)))).toBeUndefined();
    expect(unpackSnapshot(deflateSync(Buffer.alloc(40, 255)))).toBeUndefined();
    for (const at of packed.keys()) {
      const damaged = Uint8Array.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      expect(unpackSnapshot(damaged)).toBeUndefined();
    }
    expect(unpackSnapshot(packed.subarray(0, packed.length - 1))).toBeUndefined();
  });

  it('does not unpack what claims to be larger than any plan', () => {
    expect(unpackSnapshot(deflateSync(Buffer.alloc(257 * 1024 * 1024)))).toBeUndefined();
  });

  it.each([
    ['another format', { format: 'other' }],
    ['a newer version', { version: 2 }],
    ['a field more', { more: 1 }],
    ['years with a gap', { years: ['2026', '2028', '2029'] }],
    ['fewer years than amounts', { years: ['2026', '2027'] }],
    ['no lines', { lines: [] }],
    ['the plan without a title', { plan: {} }],
    ['an allocation twice', { allocations: Array(2).fill({ line: 'l1', source: 's1', matchFor: null }) }],
    [
      'an allocation of a line that is not there',
      { allocations: [{ line: 'x', source: 's1', matchFor: null }] },
    ],
  ])('refuses a header with %s', (_, changes) => {
    const { header, amounts } = takeApart(packSnapshot(smallPlan()));
    expect(unpackSnapshot(putTogether(header, amounts))).toEqual(smallPlan());
    expect(unpackSnapshot(putTogether({ ...header, ...changes }, amounts))).toBeUndefined();
  });

  it.each([
    ['the same id twice', { id: 'l2' }],
    ['a kind that no line has', { kind: 'other' }],
    ['a field that no line has', { other: 1 }],
    ['a place that the plan does not have', { place: 'nowhere' }],
  ])('refuses a line with %s', (_, changes) => {
    const { header, amounts } = takeApart(packSnapshot(smallPlan()));
    const [first, second] = rowsOf(header, 'lines');
    expect(
      unpackSnapshot(putTogether({ ...header, lines: [{ ...first, ...changes }, second] }, amounts)),
    ).toBeUndefined();
  });

  it.each([
    ['too large', 1_000_000_000_000_000n, 0n],
    ['too small', -1_000_000_000_000_000n, 0n],
    ['of a negative origin', 1n, -1n],
    ['of an origin past what is counted exactly', 1n, 2n ** 53n],
  ])('refuses an amount that is %s', (_, minor, origin) => {
    const { header, amounts } = takeApart(packSnapshot(smallPlan()));
    amounts.writeBigInt64LE(minor, 4);
    amounts.writeBigInt64LE(origin, 4 + 8 * 7);
    expect(unpackSnapshot(putTogether(header, amounts))).toBeUndefined();
  });
});

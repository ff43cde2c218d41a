import { describe, expect, it } from 'vitest';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import { CHECK_STATES } from '#shared/criteria/result.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import { ACCEPTED_STATES } from '#shared/plan/schema/record-shape.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const formats = makeFormats(buildPlan({ years: 1 }));
const ref = { of: 'line', measure: 'need', line: 'l1' };
const block = { ref, from: '2026', minor: [1n, null] };

function errorOf(value: unknown): string {
  const read = parseEdit(value);
  return read.ok ? 'ok' : `${read.path} ${read.refusal.id}`;
}

describe('an edit from outside', () => {
  it('is taken with bigints, with and without origins', () => {
    expect(errorOf({ kind: 'set-amounts', blocks: [block, { ...block, origin: [4, 0] }] })).toBe('ok');
  });

  it.each([
    ['kind plan-json.not-one-of', { kind: 'set-everything' }],
    [' plan-json.not-an-object', 'set-amounts'],
    ['by plan-json.unknown-field', { kind: 'remove-lines', ids: [], by: 'x' }],
    ['ids[1] plan-json.not-text', { kind: 'remove-lines', ids: ['a', 7] }],
    [
      'blocks[0].minor[0] plan-json.not-an-amount',
      { kind: 'set-amounts', blocks: [{ ...block, minor: ['1'] }] },
    ],
    [
      'blocks[0].minor[0] plan-json.not-an-amount',
      { kind: 'set-amounts', blocks: [{ ...block, minor: [1] }] },
    ],
    [
      'blocks[0].minor[0] plan-json.amount-too-large',
      { kind: 'set-amounts', blocks: [{ ...block, minor: [10n ** 15n] }] },
    ],
    [
      'blocks[0].origin[0] plan-json.too-small',
      { kind: 'set-amounts', blocks: [{ ...block, origin: [-1, 0] }] },
    ],
    [
      'blocks[0].ref.measure plan-json.not-one-of',
      { kind: 'set-amounts', blocks: [{ ...block, ref: { ...ref, measure: 'award' } }] },
    ],
    ['blocks[0].from plan-json.not-a-period', { kind: 'set-amounts', blocks: [{ ...block, from: 'soon' }] }],
    ['changes.need plan-json.unknown-field', { kind: 'update-line', id: 'l1', changes: { need: null } }],
    [
      'changes.mitigation plan-json.not-a-share',
      { kind: 'update-line', id: 'l1', changes: { mitigation: '2' } },
    ],
    ['changes.id plan-json.unknown-field', { kind: 'set-plan', changes: { id: 'p2' } }],
    [
      'changes.bridgingReserve plan-json.not-an-amount',
      { kind: 'set-plan', changes: { bridgingReserve: '1' } },
    ],
    [
      'changes.window plan-json.window-reversed',
      { kind: 'update-source', id: 's', changes: { window: { from: '2027-01-01', to: '2026-01-01' } } },
    ],
    [
      'edits[0].edits[0].ids plan-json.missing',
      { kind: 'batch', label: '', edits: [{ kind: 'batch', label: '', edits: [{ kind: 'remove-lines' }] }] },
    ],
  ])('is refused at %s', (expected, value) => {
    expect(errorOf(value)).toBe(expected);
  });

  it('is refused when amounts and origins do not match', () => {
    const row = { id: 'x', line: 'l1', source: 's1', matchFor: null, amounts: { minor: [1n], origin: [] } };
    expect(errorOf({ kind: 'add-allocations', rows: [{ at: 0, row }] })).toBe(
      'rows[0].row.amounts plan-json.uneven-series',
    );
  });

  it('is refused with a sentence that quotes an amount', () => {
    const read = parseEdit({ kind: 'set-amounts', blocks: [{ ...block, minor: [10n ** 15n] }] });
    expect(read.ok ? '' : writeMessage(read.refusal, formats)).toBe(
      '“1000000000000000” has more than fifteen digits, the most that a spreadsheet keeps exactly. Write a smaller amount.',
    );
  });

  it('may accept a result in any state that a check can have', () => {
    expect([...ACCEPTED_STATES].sort()).toEqual([...CHECK_STATES].sort());
  });
});

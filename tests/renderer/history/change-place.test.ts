import { expect, test } from 'vitest';
import { cellAbout, roomOf, viewOfChange } from '#renderer/history/change-place.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const PLAN = buildPlan({ years: 1, lines: [{ id: 'l1' }], sources: [{ id: 's1' }] });

const NEED = {
  kind: 'amount',
  ref: { of: 'line', measure: 'need', line: 'l1' },
  period: '2026',
  before: 1n,
  after: 2n,
  beforeOrigin: 0,
  afterOrigin: 0,
} as const;
const FUNDING = { of: 'allocation', line: 'l1', source: 's1', matchFor: null } as const;

test.each<[string, PlanChange, object | null]>([
  ['a need', NEED, { room: 'plan', measure: 'need', sought: { line: 'l1', source: null, period: '2026' } }],
  [
    'an actual, which has no cell',
    { ...NEED, ref: { of: 'line', measure: 'actual', line: 'l1' } },
    { room: 'plan', sought: { line: 'l1', source: null, period: null } },
  ],
  [
    'funding',
    { ...NEED, ref: FUNDING },
    { room: 'plan', measure: 'funding', sought: { line: 'l1', source: 's1', period: '2026' } },
  ],
  [
    'an award',
    { ...NEED, ref: { of: 'source', measure: 'award', source: 's1' } },
    { room: 'sources', sourcesMeasure: 'award', sought: { line: null, source: 's1', period: '2026' } },
  ],
  [
    'a certainty',
    { kind: 'certainty', source: 's1', period: '2026', before: null, after: 4 },
    { room: 'sources', sourcesMeasure: 'certainty', sought: { line: null, source: 's1', period: '2026' } },
  ],
  [
    'a term',
    { kind: 'source-field', source: 's1', field: 'funder', before: '', after: 'A' },
    { room: 'sources', sourcesMeasure: 'award', sought: { line: null, source: 's1', period: null } },
  ],
  [
    'a year that is gone',
    { ...NEED, period: '2040' },
    { room: 'plan', measure: 'need', sought: { line: 'l1', source: null, period: null } },
  ],
  ['a line that is gone', { ...NEED, ref: { of: 'line', measure: 'need', line: 'l2' } }, null],
  ['a removed line', { kind: 'row', of: 'line', id: 'l2', name: 'Pier', change: 'removed' }, null],
  ['a detail of the plan', { kind: 'plan-field', field: 'title', before: '', after: 'A' }, null],
])('%s leads to its place', (_, change, view) => {
  expect(viewOfChange(PLAN, change)).toEqual(view);
});

test('a cell is sought in the room where it stands', () => {
  expect([roomOf(FUNDING), cellAbout(FUNDING, '2026')]).toEqual([
    'plan',
    { line: 'l1', source: 's1', period: '2026' },
  ]);
  const award = { of: 'source', measure: 'award', source: 's1' } as const;
  expect([roomOf(award), cellAbout(award, '2026')]).toEqual([
    'sources',
    { line: null, source: 's1', period: '2026' },
  ]);
  expect(cellAbout(NEED.ref, '2026')).toEqual({ line: 'l1', source: null, period: '2026' });
});

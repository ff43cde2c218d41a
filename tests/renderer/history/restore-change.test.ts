import { expect, test } from 'vitest';
import { wordsOfChange } from '#renderer/history/change-words.ts';
import { askToRestore, editToRestore, restoreLabel } from '#renderer/history/restore-change.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { readerOf } from './english-reader.ts';

const PLAN = buildPlan({
  years: 2,
  lines: [{ id: 'l1', title: 'Retrofit', need: ['10', null] }],
  sources: [{ id: 's1', name: 'Homes grant', certainty: [3, null] }],
});

const NEED = {
  kind: 'amount',
  ref: { of: 'line', measure: 'need', line: 'l1' },
  period: '2026',
  before: 500n,
  after: 1000n,
  beforeOrigin: 77,
  afterOrigin: 99,
} as const;

test('a value that stood before is put back with its origin, as a step with a name of its own', () => {
  const edit = editToRestore(PLAN, NEED);
  if (edit === null) throw new Error('It can be put back');
  const blocks = [{ ref: NEED.ref, from: '2026', minor: [500n], origin: [77] }];
  expect(edit).toEqual({ kind: 'set-amounts', blocks });
  const label = restoreLabel(wordsOfChange(NEED, readerOf(PLAN)));
  if (label === null) throw new Error('It has a name');
  expect(askToRestore(edit, label, readerOf(PLAN))).toEqual({
    edit: { kind: 'batch', label: 'Restore £5 for Retrofit, need 2026/27', edits: [edit] },
    label,
  });
});

test.each<[string, PlanChange]>([
  ['an amount that stands there already', { ...NEED, before: 1000n }],
  ['a blank that is one', { ...NEED, period: '2027', before: null }],
  ['an amount of a line that is gone', { ...NEED, ref: { of: 'line', measure: 'need', line: 'l2' } }],
  ['an amount of a year that is gone', { ...NEED, period: '2031' }],
  [
    'funding that the line no longer has',
    { ...NEED, ref: { of: 'allocation', line: 'l1', source: 's1', matchFor: null } },
  ],
  ['a certainty that stands there', { kind: 'certainty', source: 's1', period: '2026', before: 3, after: 2 }],
  ['a field that reads the same', { kind: 'line-field', line: 'l1', field: 'themes', before: [], after: [] }],
  ['a row', { kind: 'row', of: 'line', id: 'l9', name: 'Pier', change: 'removed' }],
  ['years', { kind: 'years', before: ['2026'], after: ['2026', '2027'] }],
])('nothing is offered for %s', (_, change) => {
  expect(editToRestore(PLAN, change)).toBeNull();
});

test.each<[string, PlanChange]>([
  ['a blank', { ...NEED, before: null }],
  ['a certainty', { kind: 'certainty', source: 's1', period: '2027', before: 2, after: null }],
  ['a title', { kind: 'line-field', line: 'l1', field: 'title', before: 'Homes', after: 'Retrofit' }],
  ['a term', { kind: 'source-field', source: 's1', field: 'oneOff', before: true, after: null }],
  ['a detail of the plan', { kind: 'plan-field', field: 'title', before: 'Draft', after: 'Example' }],
])('%s can be put back', (_, change) => {
  expect(editToRestore(PLAN, change)).not.toBeNull();
});

test('a change whose values are too long to be quoted has a name, too; an event has none', () => {
  expect(restoreLabel({ kind: 'changed', subject: 'Plan, holds' })).toEqual({
    id: 'history.restore-changed-of',
    values: { subject: 'Plan, holds' },
  });
  expect(restoreLabel({ kind: 'event', text: 'Line “Pier” removed' })).toBeNull();
});

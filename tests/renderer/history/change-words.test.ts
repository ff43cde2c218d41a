import { expect, test } from 'vitest';
import { cellSubject, wordsOfChange } from '#renderer/history/change-words.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { readerOf } from './english-reader.ts';

const PLAN = buildPlan({
  years: 2,
  lines: [{ id: 'l1', title: 'Retrofit' }],
  sources: [
    { id: 's1', name: 'Homes grant' },
    { id: 's2', name: 'Reserves' },
  ],
  objectives: [{ id: 'o1', title: 'Warm homes' }],
});
const READER = readerOf(PLAN, { lines: { l9: 'Quay wall' }, sources: {} });

const AMOUNT = {
  kind: 'amount',
  ref: { of: 'line', measure: 'need', line: 'l1' },
  period: '2027',
  before: 120_000n,
  after: 135_050n,
  beforeOrigin: 0,
  afterOrigin: 0,
} as const;

/** A change as one sentence of the list. */
function sentence(change: PlanChange): string {
  const words = wordsOfChange(change, READER);
  if (words.kind === 'event') return words.text;
  return words.kind === 'changed'
    ? `${words.subject}: changed`
    : `${words.subject}: ${words.before} to ${words.after}`;
}

test.each<[string, PlanChange]>([
  ['Retrofit, need 2027/28: £1,200 to £1,350.50', AMOUNT],
  ['Retrofit, need 2027/28: blank to £0', { ...AMOUNT, before: null, after: 0n }],
  ['Retrofit, actual spend 2026/27: -£5 to blank', { ...AMOUNT, ...spent(), before: -500n, after: null }],
  [
    'Homes grant, award 2027/28: £1,200 to £1,350.50',
    { ...AMOUNT, ref: { of: 'source', measure: 'award', source: 's1' } },
  ],
  [
    'Retrofit, funding from Homes grant 2027/28: £1,200 to £1,350.50',
    { ...AMOUNT, ref: { of: 'allocation', line: 'l1', source: 's1', matchFor: null } },
  ],
  [
    'Retrofit, funding from Reserves as match for Homes grant 2027/28: £1,200 to £1,350.50',
    { ...AMOUNT, ref: { of: 'allocation', line: 'l1', source: 's2', matchFor: 's1' } },
  ],
  [
    'Quay wall, need 2027/28: £1,200 to £1,350.50',
    { ...AMOUNT, ref: { of: 'line', measure: 'need', line: 'l9' } },
  ],
  [
    'Homes grant, certainty 2026/27: Not known to 3 contracted',
    { kind: 'certainty', source: 's1', period: '2026', before: null, after: 3 },
  ],
  ['Line “Pier” removed', { kind: 'row', of: 'line', id: 'l7', name: 'Pier', change: 'removed' }],
  ['Source “Lottery” added', { kind: 'row', of: 'source', id: 's7', name: 'Lottery', change: 'added' }],
  [
    'Retrofit: funding from Homes grant added',
    { kind: 'allocation', line: 'l1', source: 's1', matchFor: null, change: 'added' },
  ],
  [
    'Plan, years: 2026/27–2027/28 to 2026/27–2030/31',
    { kind: 'years', before: ['2026', '2027'], after: ['2026', '2027', '2028', '2029', '2030'] },
  ],
  ['The plan was signed', { kind: 'record', record: 'sign-off', id: 'r1' }],
])('%s', (text, change) => {
  expect(sentence(change)).toBe(text);
});

function spent() {
  return { ref: { of: 'line', measure: 'actual', line: 'l1' }, period: '2026' } as const;
}

const ofLine = { kind: 'line-field', line: 'l1' } as const;
const ofSource = { kind: 'source-field', source: 's1' } as const;
const ofPlan = { kind: 'plan-field' } as const;

test.each<[string, PlanChange]>([
  [
    'Retrofit, title: Retrofit to Warm homes',
    { ...ofLine, field: 'title', before: 'Retrofit', after: 'Warm homes' },
  ],
  ['Retrofit, code: blank to H-01', { ...ofLine, field: 'code', before: '', after: 'H-01' }],
  ['Retrofit, kind: Revenue to Capital', { ...ofLine, field: 'kind', before: 'revenue', after: 'capital' }],
  ['Retrofit, recurring: blank to Yes', { ...ofLine, field: 'recurring', before: null, after: true }],
  ['Retrofit, objectives: none to Warm homes', { ...ofLine, field: 'objectives', before: [], after: ['o1'] }],
  [
    'Retrofit, objectives: Warm homes to 4 entries',
    { ...ofLine, field: 'objectives', before: ['o1'], after: ['o1', 'o2', 'o3', 'o4'] },
  ],
  [
    'Retrofit, deadline: blank to 1 Apr 2027',
    { ...ofLine, field: 'deadline', before: null, after: '2027-04-01' },
  ],
  [
    'Retrofit, owner: A. Ito, lead to A. Ito',
    {
      ...ofLine,
      field: 'owner',
      before: { name: 'A. Ito', role: 'lead' },
      after: { name: 'A. Ito', role: '' },
    },
  ],
  [
    'Homes grant, won in competition: Not known to No',
    { ...ofSource, field: 'competitive', before: null, after: false },
  ],
  [
    'Homes grant, may be spent: Open-ended to 1 Apr 2026 – 31 Mar 2027',
    { ...ofSource, field: 'window', before: null, after: { from: '2026-04-01', to: '2027-03-31' } },
  ],
  [
    'Homes grant, paid: In advance to in arrears, 3 months after spending',
    { ...ofSource, field: 'payment', before: { mode: 'advance' }, after: { mode: 'arrears', lagMonths: 3 } },
  ],
  [
    'Homes grant, share others must pay, %: 12.5% to 25%',
    { ...ofSource, field: 'matchShare', before: '0.125', after: '0.25' },
  ],
  [
    'Homes grant, money left at a year’s end: Is lost to carries over for 2 years',
    { ...ofSource, field: 'carry', before: { rule: 'none' }, after: { rule: 'years', years: 2 } },
  ],
  ['Plan, bridging reserve: £0 to £12.34', { ...ofPlan, field: 'bridgingReserve', before: 0n, after: 1234n }],
  [
    'Plan, price basis: cash prices to 2026/27 prices',
    {
      ...ofPlan,
      field: 'priceBasis',
      before: { kind: 'nominal' },
      after: { kind: 'real', baseYear: '2026' },
    },
  ],
])('%s', (text, change) => {
  expect(sentence(change)).toBe(text);
});

test.each<[string, PlanChange]>([
  ['a long text', { ...ofPlan, field: 'assumptions', before: 'short', after: 'a'.repeat(200) }],
  ['lists of the same length', { ...ofPlan, field: 'holds', before: [{}], after: [{ line: 'l1' }] }],
  [
    'a value of a kind that is not known here',
    { ...ofSource, field: 'payment', before: null, after: { mode: 'gold' } },
  ],
])('%s is only said to have changed', (_, change) => {
  expect(sentence(change)).toMatch(/: changed$/);
});

test('amounts and years are written as the plan’s people write them', () => {
  const plan = buildPlan({
    years: 1,
    currency: 'JPY',
    locale: 'ja-JP',
    calendar: { startMonth: 4, naming: 'start' },
    lines: [{ id: 'l1', title: '耐震' }],
  });
  const words = wordsOfChange({ ...AMOUNT, period: '2026', before: 1_000_000n, after: null }, readerOf(plan));
  expect(words).toEqual({
    kind: 'values',
    subject: '耐震, need 2026年度',
    before: '￥1,000,000',
    after: 'blank',
  });
});

test('a cell is named like a change of it', () => {
  expect(cellSubject(AMOUNT.ref, AMOUNT.period, READER)).toBe('Retrofit, need 2027/28');
});

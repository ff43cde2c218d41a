import { expect, test } from 'vitest';
import { viewOfPlace } from '#renderer/checks/show-place.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const PLAN = buildPlan({
  years: 1,
  lines: [{ id: 'l1', need: ['3'] }],
  sources: [{ id: 's1' }],
  allocations: [{ line: 'l1', source: 's1', amounts: ['5'] }],
});

const GAP = { line: 'l1', source: null, period: '2027', minor: 100n };

test.each([
  ['SC-1', 'gap'],
  ['SC-2', 'funding'],
  ['LG-2', 'gap'],
  ['LG-4', 'funding'],
])('evidence of %s on a line is shown under %s', (check, measure) => {
  expect(viewOfPlace(PLAN, check, GAP)).toEqual({
    room: 'plan',
    measure,
    sought: { line: 'l1', source: null, period: '2027' },
  });
});

test('a check whose amounts stand under no measure leaves the measure as it is', () => {
  expect(viewOfPlace(PLAN, 'INT-2', GAP)).toEqual({
    room: 'plan',
    sought: { line: 'l1', source: null, period: '2027' },
  });
});

test('a line with a source is shown among the funding', () => {
  expect(viewOfPlace(PLAN, 'SC-1', { ...GAP, source: 's1' })).toMatchObject({
    room: 'plan',
    measure: 'funding',
  });
});

test('a missing need is shown among the needs, whatever the check', () => {
  const place = { line: 'l1', source: null, period: '2026', field: 'need' };
  expect(viewOfPlace(PLAN, 'SC-1', place)).toMatchObject({ room: 'plan', measure: 'need' });
});

test('what a source gives or misses is shown among the sources', () => {
  const place = { line: null, source: 's1', period: '2026' };
  expect(viewOfPlace(PLAN, 'SC-2', { ...place, minor: 100n })).toMatchObject({
    room: 'sources',
    sourcesMeasure: 'award',
  });
  expect(viewOfPlace(PLAN, 'SC-2', { ...place, field: 'certainty' })).toMatchObject({
    sourcesMeasure: 'certainty',
  });
});

test.each([
  ['need', 300n],
  ['funding', 500n],
])('a year of the whole plan is shown in its total, under %s when that is the amount', (measure, minor) => {
  expect(viewOfPlace(PLAN, 'LG-1', { line: null, source: null, period: '2026', minor })).toEqual({
    room: 'plan',
    measure,
    sought: { line: null, source: null, period: '2026' },
  });
});

test('a place that names nothing stands nowhere', () => {
  expect(viewOfPlace(PLAN, 'LG-1', { line: null, source: null, period: null, minor: 1n })).toBeNull();
});

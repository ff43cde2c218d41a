import { expect, test } from 'vitest';
import { viewOfPlace } from '#renderer/checks/show-place.ts';

const GAP = { line: 'l1', source: null, period: '2027', minor: 100n };

test.each([
  ['SC-1', 'gap'],
  ['SC-2', 'funding'],
  ['LG-2', 'gap'],
  ['LG-4', 'funding'],
])('evidence of %s on a line is shown under %s', (check, measure) => {
  expect(viewOfPlace(check, GAP)).toEqual({
    room: 'plan',
    measure,
    sought: { line: 'l1', source: null, period: '2027' },
  });
});

test('a check whose amounts stand under no measure leaves the measure as it is', () => {
  expect(viewOfPlace('INT-2', GAP)).toEqual({
    room: 'plan',
    sought: { line: 'l1', source: null, period: '2027' },
  });
});

test('a line with a source is shown among the funding', () => {
  expect(viewOfPlace('SC-1', { ...GAP, source: 's1' })).toMatchObject({ room: 'plan', measure: 'funding' });
});

test('a missing need is shown among the needs, whatever the check', () => {
  const place = { line: 'l1', source: null, period: '2026', field: 'need' };
  expect(viewOfPlace('SC-1', place)).toMatchObject({ room: 'plan', measure: 'need' });
});

test('what a source gives or misses is shown among the sources', () => {
  const place = { line: null, source: 's1', period: '2026' };
  expect(viewOfPlace('SC-2', { ...place, minor: 100n })).toMatchObject({
    room: 'sources',
    sourcesMeasure: 'award',
  });
  expect(viewOfPlace('SC-2', { ...place, field: 'certainty' })).toMatchObject({
    sourcesMeasure: 'certainty',
  });
});

test('a year of the whole plan is shown in its total', () => {
  expect(viewOfPlace('LG-1', { line: null, source: null, period: '2026', minor: 1n })).toEqual({
    room: 'plan',
    measure: 'need',
    sought: { line: null, source: null, period: '2026' },
  });
});

test('a place that names nothing stands nowhere', () => {
  expect(viewOfPlace('LG-1', { line: null, source: null, period: null, minor: 1n })).toBeNull();
});

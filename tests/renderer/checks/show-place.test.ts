import { expect, test } from 'vitest';
import { viewOfPlace } from '#renderer/checks/show-place.ts';

test('a gap of a line is shown in the plan, in whatever measure it shows', () => {
  const place = { line: 'l1', source: null, period: '2027', minor: 100n };
  expect(viewOfPlace(place)).toEqual({
    room: 'plan',
    sought: { line: 'l1', source: null, period: '2027' },
  });
});

test('a line with a source is shown among the funding', () => {
  const place = { line: 'l1', source: 's1', period: '2027', minor: 100n };
  expect(viewOfPlace(place)).toMatchObject({ room: 'plan', measure: 'funding' });
});

test('a missing need is shown among the needs', () => {
  const place = { line: 'l1', source: null, period: '2026', field: 'need' };
  expect(viewOfPlace(place)).toMatchObject({ room: 'plan', measure: 'need' });
});

test('what a source gives or misses is shown among the sources', () => {
  const place = { line: null, source: 's1', period: '2026' };
  expect(viewOfPlace({ ...place, minor: 100n })).toMatchObject({ room: 'sources', sourcesMeasure: 'award' });
  expect(viewOfPlace({ ...place, field: 'certainty' })).toMatchObject({ sourcesMeasure: 'certainty' });
});

test('a place that names nothing changes nothing', () => {
  expect(viewOfPlace({ line: null, source: null, period: '2026', minor: 1n })).toEqual({});
});

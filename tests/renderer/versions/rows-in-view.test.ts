import { describe, expect, test } from 'vitest';
import { joinPages } from '#renderer/versions/join-pages.ts';
import { rowsInView } from '#renderer/versions/rows-in-view.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

describe('the rows on screen', () => {
  test('are those in the window with twelve more on either side', () => {
    expect(rowsInView({ top: 28 * 1000, height: 280, rowHeight: 28 }, 10_000)).toEqual({
      first: 988,
      last: 1022,
    });
  });

  test('end where the list ends', () => {
    expect(rowsInView({ top: 0, height: 280, rowHeight: 28 }, 5)).toEqual({ first: 0, last: 5 });
    expect(rowsInView({ top: 28 * 9_995, height: 280, rowHeight: 28 }, 10_000)).toEqual({
      first: 9_983,
      last: 10_000,
    });
  });

  test('are few while the list begins below the window, and none while it is far below', () => {
    expect(rowsInView({ top: -300, height: 280, rowHeight: 28 }, 10_000)).toEqual({ first: 0, last: 12 });
    expect(rowsInView({ top: -2000, height: 280, rowHeight: 28 }, 10_000)).toEqual({ first: 0, last: 0 });
  });
});

test('a following page adds its changes and its names, and its count holds', () => {
  const change = (name: string): PlanChange => ({
    kind: 'row',
    of: 'line',
    id: name,
    name,
    change: 'added',
  });
  const page = (name: string, count: number): ComparisonPage => ({
    currency: 'GBP',
    totals: [],
    changes: [change(name)],
    count,
    gone: { lines: { [name]: name }, sources: {} },
  });
  expect(joinPages(page('a', 2), page('b', 2))).toEqual({
    ...page('a', 2),
    changes: [change('a'), change('b')],
    gone: { lines: { a: 'a', b: 'b' }, sources: {} },
  });
});

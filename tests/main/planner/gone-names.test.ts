import { describe, expect, it } from 'vitest';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { goneNames, namesIn } from '#main/planner/gone-names.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const now = buildPlan({
  years: 1,
  lines: [{ id: 'l1', title: 'Roads' }],
  sources: [{ id: 's1', name: 'Grant' }],
});
const earlier = buildPlan({
  years: 1,
  lines: [
    { id: 'l1', title: 'Old roads' },
    { id: 'l2', title: 'Trams' },
    { id: 'l3', title: 'Depot' },
  ],
  sources: [{ id: 's2', name: 'Loan' }],
});
const nobody = () => null;

describe('the names of rows that are gone', () => {
  it('are found for every kind of change that mentions a row, and only for those the plan does not have', () => {
    const ends = { before: null, after: null };
    const changes: PlanChange[] = [
      {
        kind: 'amount',
        ref: { of: 'line', measure: 'need', line: 'a' },
        period: '2026',
        ...ends,
        beforeOrigin: 0,
        afterOrigin: 0,
      },
      {
        kind: 'amount',
        ref: { of: 'allocation', line: 'b', source: 'sa', matchFor: 'sb' },
        period: '2026',
        ...ends,
        beforeOrigin: 0,
        afterOrigin: 0,
      },
      { kind: 'certainty', source: 'sc', period: '2026', ...ends },
      { kind: 'allocation', line: 'c', source: 's1', matchFor: null, change: 'removed' },
      { kind: 'line-field', line: 'l1', field: 'runningCostLine', before: 'd', after: null },
      {
        kind: 'source-field',
        source: 'sd',
        field: 'ringFence',
        before: { kind: 'none' },
        after: { kind: 'line', lines: ['e', 'l1'] },
      },
      { kind: 'line-field', line: 'f', field: 'title', before: 'not an id', after: '' },
      { kind: 'row', of: 'line', id: 'g', name: 'Told by the change', change: 'removed' },
      { kind: 'row', of: 'source', id: 's1', name: 'Grant', change: 'moved' },
    ];
    const gone = goneNames(changes, now, (kind, id) => (id === 'a' ? null : `${kind} ${id}`));
    expect(gone).toEqual({
      lines: {
        a: 'a',
        b: 'line b',
        c: 'line c',
        d: 'line d',
        e: 'line e',
        f: 'line f',
        g: 'Told by the change',
      },
      sources: { sa: 'source sa', sb: 'source sb', sc: 'source sc', sd: 'source sd' },
    });
  });

  it('are those of the first plan that has the row', () => {
    const changes: PlanChange[] = [
      { kind: 'allocation', line: 'l1', source: 's1', matchFor: 's2', change: 'added' },
      { kind: 'allocation', line: 'l2', source: 's9', matchFor: null, change: 'added' },
    ];
    const nameOf = namesIn([now, earlier], changes);
    expect([nameOf('line', 'l1'), nameOf('line', 'l2'), nameOf('source', 's2')]).toEqual([
      'Roads',
      'Trams',
      'Loan',
    ]);
    // Not mentioned, or in neither plan.
    expect([nameOf('line', 'l3'), nameOf('source', 's9')]).toEqual([null, null]);
    expect(goneNames(changes, now, nobody).sources).toEqual({ s2: 's2', s9: 's9' });
  });
});

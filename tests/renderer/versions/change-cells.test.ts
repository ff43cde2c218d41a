import { describe, expect, test } from 'vitest';
import { makeSay } from '#renderer/app/texts.ts';
import { cellsOfChange, differenceOf } from '#renderer/versions/change-cells.ts';
import { filterChanges } from '#renderer/versions/filter-changes.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { comparePlans } from '#shared/review/compare-plans.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const before = buildPlan({
  years: 2,
  lines: [
    { id: 'quay', title: 'Quay wall', need: ['10', '20'] },
    { id: 'pool', title: 'Pool', need: ['5'] },
  ],
  sources: [{ id: 'fund', name: 'Harbour fund', award: ['30'], certainty: [2] }],
  allocations: [{ line: 'quay', source: 'fund', amounts: ['10'] }],
});
const after = buildPlan({
  years: 2,
  title: 'Second draft',
  lines: [{ id: 'quay', title: 'Quay wall', need: ['12.50', null], programme: 'Harbour' }],
  sources: [{ id: 'fund', name: 'Harbour fund', award: ['30'], certainty: [4] }],
});

const formats = makeFormats({ locale: 'en-GB', currency: 'GBP', calendar: after.calendar });
const reader = {
  plan: after,
  gone: { lines: { pool: 'Pool' }, sources: {} },
  formats,
  say: makeSay(formats),
};
const { changes } = comparePlans(before, after);
const cells = changes.map((change) => cellsOfChange(change, reader));

function cellsOf(subject: string, what: string) {
  return cells.filter((each) => each.subject === subject && each.what === what);
}

describe('a change in cells', () => {
  test('an amount has its line, measure and year, and blank is not zero', () => {
    expect(cellsOf('Quay wall', 'Need')).toEqual([
      {
        subject: 'Quay wall',
        what: 'Need',
        period: '2026',
        values: { kind: 'amounts', before: 1000n, after: 1250n },
      },
      {
        subject: 'Quay wall',
        what: 'Need',
        period: '2027',
        values: { kind: 'amounts', before: 2000n, after: null },
      },
    ]);
    expect(differenceOf({ kind: 'amounts', before: 2000n, after: null })).toBe(-2000n);
    expect(differenceOf({ kind: 'amounts', before: null, after: 1n })).toBe(1n);
  });

  test('a line that is gone keeps its name, in its row and in its amounts', () => {
    expect(cellsOf('Pool', 'Line')).toMatchObject([{ values: { kind: 'event', text: 'Removed' } }]);
    expect(cellsOf('Pool', 'Need')).toMatchObject([{ values: { before: 500n, after: null } }]);
  });

  test('funding is named by its source, and its row and amounts by the line', () => {
    expect(cellsOf('Quay wall', 'Funding from Harbour fund')).toMatchObject([
      { period: null, values: { kind: 'event', text: 'Removed' } },
      { period: '2026', values: { kind: 'amounts', before: 1000n, after: null } },
    ]);
  });

  test('fields of the plan, of lines and certainty stand in words', () => {
    expect(cellsOf('Plan', 'Title')).toMatchObject([
      { values: { kind: 'texts', before: 'Example', after: 'Second draft' } },
    ]);
    expect(cellsOf('Quay wall', 'Programme')).toMatchObject([
      { values: { kind: 'texts', before: 'blank', after: 'Harbour' } },
    ]);
    expect(cellsOf('Harbour fund', 'Certainty')).toMatchObject([
      { period: '2026', values: { kind: 'texts', before: '2 announced', after: '4 held' } },
    ]);
  });
});

describe('a text sought among changes', () => {
  const kinds = (text: string) => filterChanges(changes, text, reader).map(({ kind }) => kind);

  test('finds lines and sources by a part of their names, gone ones too', () => {
    expect(kinds(' POOL ')).toEqual(['row', 'amount']);
    expect(kinds('harbour fund')).toEqual(['allocation', 'certainty', 'amount']);
  });

  test('finds nothing of the plan itself, and everything when it is blank', () => {
    expect(kinds('Second draft')).toEqual([]);
    expect(filterChanges(changes, '  ', reader)).toBe(changes);
  });

  test('a moved row is found by the name it carries', () => {
    const moved: PlanChange = { kind: 'row', of: 'source', id: 'x', name: 'Ferry dues', change: 'moved' };
    expect(filterChanges([moved], 'ferry', reader)).toEqual([moved]);
  });
});

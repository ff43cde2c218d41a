import { describe, expect, test } from 'vitest';
import { makeRowBuilder } from '#renderer/grid/build-rows.ts';
import { columnOfPeriod, markKey, TITLE_COLUMN } from '#renderer/grid/column-names.ts';
import { evidenceMarks } from '#renderer/grid/evidence-marks.ts';
import { parentIndex, treeStep } from '#renderer/grid/grid-keys.ts';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import { addNewSourceToLine, addSourceToLine, removeLine, sourcesToAdd } from '#renderer/grid/line-edits.ts';
import type { RowView } from '#renderer/grid/row-blocks.ts';
import { isPastPeriod } from '#renderer/grid/past-period.ts';
import { findSoughtRow, foldsOver } from '#renderer/grid/sought-row.ts';
import { compareRows } from '#renderer/grid/sync-rows.ts';
import { allocationId } from '#shared/plan/allocation.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 2,
  lines: [
    { id: 'a', programme: 'P' },
    { id: 'b', programme: 'P' },
  ],
  sources: [{ id: 's' }, { id: 't' }],
  allocations: [{ line: 'a', source: 's', amounts: ['1', '2'] }],
});
const view: RowView = { measure: 'funding', grouping: 'programme', folded: new Set() };
const words = { noProgramme: '', total: '' };
const { rows } = makeRowBuilder()(plan, view, words);
const at = (index: number): GridRow => {
  const row = rows[index];
  if (row === undefined) throw new Error('no such row');
  return row;
};

function apply(before: Plan, edit: Edit): Plan {
  const result = applyEdit(before, edit, { origin: 1 });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.plan;
}

describe('arrow keys on the first column', () => {
  test('right opens, left folds up, then goes to the row above', () => {
    expect(treeStep('ArrowLeft', at(0))).toEqual({ kind: 'toggle', id: 'group P' });
    expect(treeStep('ArrowRight', at(0))).toBeNull();
    expect(treeStep('ArrowRight', { ...at(0), isOpen: false })).toEqual({ kind: 'toggle', id: 'group P' });
    expect(treeStep('ArrowLeft', at(2))).toEqual({ kind: 'to-parent' });
    expect(treeStep('ArrowDown', at(0))).toBeNull();
  });

  test('the row above is the nearest that stands a level higher', () => {
    expect(rows.map((_, index) => parentIndex(rows, index))).toEqual([-1, 0, 1, 0]);
  });
});

describe('what the grid is told', () => {
  const told = (wanted: readonly GridRow[]) => {
    const change = compareRows(rows, wanted);
    if (change.kind !== 'some') return change.kind;
    const { add, remove, update, addIndex } = change.transaction;
    const ids = (list: readonly GridRow[] | null | undefined) => (list ?? []).map(({ id }) => id);
    return { add: ids(add), remove: ids(remove), update: ids(update), addIndex };
  };

  test('nothing when nothing changed, and only the rows that changed', () => {
    expect(told([...rows])).toBe('none');
    const changed = { ...at(1) };
    expect(told(rows.with(1, changed))).toMatchObject({ add: [], remove: [], update: [changed.id] });
  });

  test('rows that came or went, with what changed before and behind them', () => {
    const folded = [{ ...at(0) }, { ...at(1) }, at(3)];
    expect(told(folded)).toMatchObject({ add: [], remove: [at(2).id], update: [at(0).id, at(1).id] });
    const added = { ...at(3), id: 'line new' };
    expect(told([...rows.slice(0, 3), added, at(3)])).toMatchObject({
      add: ['line new'],
      remove: [],
      addIndex: 3,
    });
    expect(compareRows([], rows)).toMatchObject({ kind: 'some', transaction: { addIndex: 0, add: rows } });
  });

  test('all of them when rows moved', () => {
    expect(told(rows.toReversed())).toBe('replace');
  });
});

describe('sources of a line', () => {
  test('only sources that the line does not have can be given to it', () => {
    expect(sourcesToAdd(plan, 'a').map(({ id }) => id)).toEqual(['t']);
    expect(sourcesToAdd(plan, 'b').map(({ id }) => id)).toEqual(['s', 't']);
    const given = apply(plan, addSourceToLine(plan, 'a', 't').edit);
    expect(given.allocations.byLine.get('a')).toEqual([
      allocationId('a', 's', null),
      allocationId('a', 't', null),
    ]);
  });

  test('a new source comes with its place in the line, in one step', () => {
    const source = { id: 'n', name: 'New grant', funder: '' };
    const { edit } = addNewSourceToLine(plan, 'b', { source, say: () => 'label' });
    expect(apply(plan, edit).allocations.byLine.get('b')).toEqual([allocationId('b', 'n', null)]);
  });

  test('a line goes with its funding, and one undo brings both back', () => {
    const { edit } = removeLine(plan, 'a', () => 'label');
    const result = applyEdit(plan, edit, { origin: 1 });
    if (!result.ok || result.inverse === null) throw new Error('refused');
    expect(result.plan.allocations.rows).toEqual([]);
    expect(apply(result.plan, result.inverse)).toEqual(plan);
  });
});

describe('the marks of a check', () => {
  const result: CheckResult = {
    id: 'SC-1',
    factor: 3,
    criterion: 'scale',
    state: 'fail',
    value: '0.5',
    unit: 'share',
    thresholds: [],
    evidence: [
      { line: 'a', source: null, period: '2026', minor: 1n },
      { line: 'a', source: 's', period: '2027', minor: 1n },
      { line: null, source: 's', period: null, minor: 1n },
    ],
    evidenceCount: 3,
    missing: [],
    missingCount: 0,
    message: { id: 'window.saving' },
  };

  test('stand at the line, at the source under it, and at titles where no year is named', () => {
    const child = `allocation ${allocationId('a', 's', null)}`;
    expect(new Set(evidenceMarks(plan, result).keys())).toEqual(
      new Set([
        markKey('line a', columnOfPeriod('2026')),
        markKey('line a', columnOfPeriod('2027')),
        markKey(child, columnOfPeriod('2027')),
        markKey('line a', TITLE_COLUMN),
        markKey(child, TITLE_COLUMN),
      ]),
    );
  });

  test('there are none without a chosen check', () => {
    expect(evidenceMarks(plan, undefined).size).toBe(0);
  });
});

test('a year is past when it ended before the day as of which the plan is judged', () => {
  expect(isPastPeriod({ ...plan, asOf: '2027-03-31' }, '2026')).toBe(false);
  expect(isPastPeriod({ ...plan, asOf: '2027-04-01' }, '2026')).toBe(true);
  expect(isPastPeriod(plan, 'before')).toBe(true);
  expect(isPastPeriod(plan, 'later')).toBe(false);
});

describe('a cell that someone asked to see', () => {
  test('is the source’s row under its line, else the line’s own', () => {
    expect(findSoughtRow(rows, { line: 'a', source: 's', period: '2026' })).toBe(2);
    expect(findSoughtRow(rows, { line: 'a', source: 't', period: null })).toBe(1);
    expect(findSoughtRow(rows, { line: 'b', source: null, period: null })).toBe(3);
    expect(findSoughtRow(rows, { line: 'gone', source: null, period: null })).toBe(-1);
  });

  test('is seen once its programme, and for a source its line, are open', () => {
    expect(foldsOver(plan, { line: 'a', source: 's', period: null })).toEqual(['group P', 'line a']);
    expect(foldsOver(plan, { line: 'b', source: null, period: null })).toEqual(['group P']);
  });
});

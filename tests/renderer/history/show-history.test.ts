import { expect, test } from 'vitest';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import {
  followCell,
  showHistory,
  targetOfGridCell,
  targetOfSourceCell,
} from '#renderer/history/show-history.ts';
import { makeViewStore } from '#renderer/store/view-store.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const FRAME = { id: 'r', level: 0, title: 'R', isOpen: null, figures: { minor: [], total: null } } as const;
const NEED = { of: 'line', measure: 'need', line: 'l1' } as const;
const LINE: GridRow = { ...FRAME, kind: 'line', line: 'l1', code: '', lineKind: 'revenue', series: NEED };
const TOTAL: GridRow = { ...FRAME, kind: 'total', series: null };
const EVERY = { line: null, source: null, who: null };
const [SOURCE = null] = buildPlan({ years: 1, sources: [{ id: 's1' }] }).sources.rows;
const AWARD = { of: 'source', measure: 'award', source: 's1' } as const;

test('an amount that is typed has a history of its own', () => {
  const cell = { ref: NEED, period: '2026' };
  expect(targetOfGridCell(LINE, 'period 2026')).toEqual({ kind: 'cell', cell });
  expect(targetOfSourceCell({ source: SOURCE }, 'period 2026', 'award')).toEqual({
    kind: 'cell',
    cell: { ref: AWARD, period: '2026' },
  });
});

test('any other cell leads to the history of its row, a total to that of the plan', () => {
  expect(targetOfGridCell(LINE, 'title')).toEqual({ kind: 'rows', shown: { ...EVERY, line: 'l1' } });
  expect(targetOfGridCell({ ...LINE, series: null }, 'period 2026')).toMatchObject({ shown: { line: 'l1' } });
  expect(targetOfGridCell(TOTAL, 'period 2026')).toEqual({ kind: 'rows', shown: EVERY });
  const ofSource = { kind: 'rows', shown: { ...EVERY, source: 's1' } };
  expect(targetOfSourceCell({ source: SOURCE }, 'name', 'award')).toEqual(ofSource);
  expect(targetOfSourceCell({ source: SOURCE }, 'period 2026', 'certainty')).toEqual(ofSource);
  expect(targetOfSourceCell({ source: null }, 'period 2026', 'award')).toEqual({
    kind: 'rows',
    shown: EVERY,
  });
});

test('what is asked for is shown: a cell beside the grid, rows in the room of the history', () => {
  const view = makeViewStore(false);
  showHistory(view, targetOfGridCell(LINE, 'period 2026'));
  expect(view.getState()).toMatchObject({
    room: 'plan',
    cellInHistory: { ref: NEED, period: '2026', takesFocus: true },
  });
  view.setState({ historyTab: 'versions' });
  showHistory(view, targetOfGridCell(LINE, 'title'));
  expect(view.getState()).toMatchObject({
    room: 'history',
    historyTab: 'changes',
    shownChanges: { line: 'l1' },
  });
});

test('a history on screen follows the focus without taking it, and only to cells that have one', () => {
  const view = makeViewStore(false);
  followCell(view, targetOfGridCell(LINE, 'period 2026'));
  expect(view.getState().cellInHistory).toBeNull();
  showHistory(view, targetOfGridCell(LINE, 'period 2026'));
  const asked = view.getState().cellInHistory;
  followCell(view, targetOfGridCell({ ...LINE, series: { ...NEED } }, 'period 2026'));
  followCell(view, targetOfGridCell(TOTAL, 'period 2027'));
  expect(view.getState().cellInHistory).toBe(asked);
  followCell(view, targetOfGridCell(LINE, 'period 2027'));
  expect(view.getState().cellInHistory).toEqual({ ref: NEED, period: '2027', takesFocus: false });
});

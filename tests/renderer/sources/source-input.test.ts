import { expect, test } from 'vitest';
import { columnOfPeriod } from '#renderer/grid/column-names.ts';
import { makeRowMemory } from '#renderer/grid/row-memory.ts';
import { editOfSourceInput } from '#renderer/sources/source-input.ts';
import { sourceMarks } from '#renderer/sources/source-marks.ts';
import { buildSourceRows } from '#renderer/sources/source-rows.ts';
import { createEngine, results } from '#shared/criteria/engine.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 2,
  lines: [{ id: 'l1', need: ['10', '10'] }],
  sources: [{ id: 'grant', award: ['100', null], certainty: [4, null], carry: { rule: 'none' } }],
  allocations: [{ line: 'l1', source: 'grant', amounts: ['120', null] }],
});
const { rows, total } = buildSourceRows(plan, makeRowMemory(), 'Total');
const [row = total] = rows;

const edit = (column: string, text: string | null, measure: 'award' | 'certainty' = 'award') =>
  editOfSourceInput(plan, { row, column, text, measure })?.edit ?? null;

test('an award is taken in any notation, and cleared to blank', () => {
  const ref = { of: 'source', measure: 'award', source: 'grant' };
  expect(edit(columnOfPeriod('2027'), '1.2k')).toEqual({
    kind: 'set-amounts',
    blocks: [{ ref, from: '2027', minor: [120_000n] }],
  });
  expect(edit(columnOfPeriod('2026'), null)).toEqual({
    kind: 'set-amounts',
    blocks: [{ ref, from: '2026', minor: [null] }],
  });
});

test('what changes nothing, cannot be read, or stands on the total asks for nothing', () => {
  expect(edit(columnOfPeriod('2026'), '100.00')).toBeNull();
  expect(edit(columnOfPeriod('2026'), '5%')).toBeNull();
  expect(edit('name', '  ')).toBeNull();
  const onTotal = { row: total, column: columnOfPeriod('2026'), text: '5', measure: 'award' } as const;
  expect(editOfSourceInput(plan, onTotal)).toBeNull();
});

test('certainty takes 0 to 4 or nothing', () => {
  const set = (from: string, value: number | null) => ({
    kind: 'set-certainty',
    source: 'grant',
    from,
    values: [value],
  });
  expect(edit(columnOfPeriod('2027'), '0', 'certainty')).toEqual(set('2027', 0));
  expect(edit(columnOfPeriod('2026'), null, 'certainty')).toEqual(set('2026', null));
  expect(edit(columnOfPeriod('2026'), '4', 'certainty')).toBeNull();
  expect(edit(columnOfPeriod('2026'), '5', 'certainty')).toBeNull();
});

test('names and funders are terms', () => {
  expect(edit('name', ' Growth fund ')).toEqual({
    kind: 'update-source',
    id: 'grant',
    changes: { name: 'Growth fund' },
  });
  expect(edit('type', 'national')).toMatchObject({ changes: { funderType: 'national' } });
  expect(edit('type', '')).toBeNull();
});

test('a check marks the year of a source that is promised more than it gives', () => {
  const over = results(createEngine(plan)).find(({ id }) => id === 'INT-2');
  expect(over?.state).toBe('fail');
  expect([...sourceMarks(over)]).toEqual([[`grant | ${columnOfPeriod('2026')}`, 'fail']]);
  expect(sourceMarks(undefined).size).toBe(0);
});

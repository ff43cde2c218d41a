import { expect, test } from 'vitest';
import { makeRowMemory } from '#renderer/grid/row-memory.ts';
import { addSource, changeTerms, removeSource } from '#renderer/sources/source-edits.ts';
import { buildSourceRows } from '#renderer/sources/source-rows.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 2,
  lines: [{ id: 'l1' }, { id: 'l2' }],
  sources: [
    { id: 'grant', award: ['100.50', '200'], certainty: [4, 2] },
    { id: 'bid' },
    { id: 'fund', award: ['10', null] },
  ],
  allocations: [
    { line: 'l1', source: 'grant', amounts: ['100.50', null] },
    { line: 'l2', source: 'grant', amounts: [null, '250'] },
    { line: 'l1', source: 'bid', amounts: ['5', null] },
  ],
});

function apply(before: Plan, edit: Edit): Plan {
  const result = applyEdit(before, edit, { origin: 1 });
  if (!result.ok) throw new Error(result.refusal.id);
  return result.plan;
}

test('each source says what it gives, what is allocated and what is left, exactly', () => {
  const { rows, total } = buildSourceRows(plan, makeRowMemory(), 'Total');
  expect(rows.map((row) => [row.id, row.total, row.allocated, row.left])).toEqual([
    ['grant', 30_050n, 35_050n, -5_000n],
    // Nothing is known of its award, so nothing can be said to be left.
    ['bid', null, 500n, null],
    ['fund', 1_000n, null, 1_000n],
  ]);
  expect([total.award, total.total, total.allocated, total.left]).toEqual([
    [11_050n, 20_000n],
    31_050n,
    35_550n,
    -4_000n,
  ]);
});

test('a source that did not change keeps its row', () => {
  const memory = makeRowMemory();
  const before = buildSourceRows(plan, memory, 'Total');
  const next = apply(plan, changeTerms(plan, 'fund', { funder: 'Council' }).edit);
  const after = buildSourceRows(next, memory, 'Total');
  expect(after.rows[0]).toBe(before.rows[0]);
  expect(after.rows[1]).toBe(before.rows[1]);
  expect(after.rows[2]?.source?.funder).toBe('Council');
});

test('a new source knows none of its terms', () => {
  const next = apply(plan, addSource(plan, { id: 'new', name: 'Levy', funder: '' }).edit);
  const source = next.sources.rows.at(-1);
  expect([source?.name, source?.window, source?.carry, source?.ringFence]).toEqual([
    'Levy',
    'unknown',
    null,
    null,
  ]);
});

test('a source goes with all that it gives, and one undo brings it back', () => {
  const { edit } = removeSource(plan, 'grant');
  const result = applyEdit(plan, edit, { origin: 1 });
  if (!result.ok) throw new Error(result.refusal.id);
  expect(result.plan.sources.rows.map(({ id }) => id)).toEqual(['bid', 'fund']);
  expect(result.plan.allocations.rows.map(({ source }) => source)).toEqual(['bid']);
  expect(result.inverse === null ? null : apply(result.plan, result.inverse)).toEqual(plan);
});

import { expect, test } from 'vitest';
import { makeRowBuilder } from '#renderer/grid/build-rows.ts';
import type { RowView } from '#renderer/grid/row-blocks.ts';
import { compareRows } from '#renderer/grid/sync-rows.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const view: RowView = { measure: 'need', grouping: 'programme', folded: new Set() };
const words = { noProgramme: '', total: '' };

/** The ids of the rows that the grid is told to draw again after one figure was typed. */
function updatedAfterEdit(lines: number): readonly string[] {
  const plan = buildPlan({
    years: 3,
    lines: Array.from({ length: lines }, (_, index) => ({
      id: `l${index}`,
      programme: `P${index % 5}`,
      need: ['1', '2', '3'],
    })),
  });
  const result = applyEdit(
    plan,
    {
      kind: 'set-amounts',
      blocks: [{ ref: { of: 'line', measure: 'need', line: 'l7' }, from: '2026', minor: [500n] }],
    },
    { origin: 1 },
  );
  if (!result.ok) throw new Error(result.refusal.id);
  const build = makeRowBuilder();
  const change = compareRows(build(plan, view, words).rows, build(result.plan, view, words).rows);
  if (change.kind !== 'some') throw new Error(change.kind);
  const { add, remove, update } = change.transaction;
  expect([add, remove]).toEqual([[], []]);
  return (update ?? []).map(({ id }) => id);
}

test('after an edit the grid is told of the line and the sum above it only, whatever the size of the plan', () => {
  expect(updatedAfterEdit(10)).toEqual(['group P2', 'line l7']);
  expect(updatedAfterEdit(5000)).toEqual(['group P2', 'line l7']);
});

import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { EditApplied } from '#shared/plan/edit-result.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 3,
  lines: [
    { id: 'l1', title: 'Retrofit', need: ['10', '20', null] },
    { id: 'l2', title: 'Library', need: ['5', null, '7'] },
  ],
  sources: [{ id: 's1', name: 'Growth fund', award: ['8', '8', '0'], certainty: [4, 3, null] }],
  allocations: [{ line: 'l1', source: 's1', amounts: ['7', '8', null] }],
});

function apply(edit: Edit, to: Plan = plan): EditApplied {
  const result = applyEdit(to, edit, { origin: 400 });
  if (!result.ok) throw new Error(`Refused: ${result.refusal.id}`);
  return result;
}

describe('setting amounts', () => {
  const edit: Edit = {
    kind: 'set-amounts',
    blocks: [{ ref: { of: 'line', measure: 'need', line: 'l1' }, from: '2027', minor: [123456n, null] }],
  };

  it('changes the cells of one block and gives each amount the origin of the edit', () => {
    const [line] = apply(edit).plan.lines.rows;
    expect(line?.need).toEqual({ minor: [1000n, 123456n, null], origin: [0, 400, 0] });
  });

  it('shares every row and lookup that it does not touch', () => {
    const { plan: next, touched } = apply(edit);
    expect(next.lines.rows[1]).toBe(plan.lines.rows[1]);
    expect(next.lines.at).toBe(plan.lines.at);
    expect(next.sources).toBe(plan.sources);
    expect(next.allocations).toBe(plan.allocations);
    expect(touched).toEqual({ lines: new Set(['l1']), sources: new Set(), frame: false, structure: false });
  });

  it('is undone by its inverse, origins included', () => {
    const { plan: next, inverse } = apply(edit);
    expect(inverse && apply(inverse, next).plan).toEqual(plan);
  });
});

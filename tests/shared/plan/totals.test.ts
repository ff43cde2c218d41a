import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { setAmountEdit } from '#shared/plan/compose-edits.ts';
import { newPlan } from '#shared/plan/new-plan.ts';
import {
  groupTotals,
  lineTotals,
  makeLineTotals,
  planTotals,
  seriesTotal,
  sourceUse,
  sumPeriods,
} from '#shared/plan/totals.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const plan = buildPlan({
  years: 3,
  lines: [
    {
      id: 'a',
      programme: 'Housing',
      need: ['10', '20', null],
      risk: ['1', null, null],
      bias: [null, '2', null],
    },
    { id: 'b', programme: 'Transport', need: ['10', null, null] },
    { id: 'c', programme: 'Housing', need: ['5', '5', null] },
  ],
  sources: [{ id: 's' }, { id: 't' }],
  allocations: [
    { line: 'a', source: 's', amounts: ['15', '8', null] },
    { line: 'a', source: 't', amounts: [null, '4', null] },
    { line: 'b', source: 's', amounts: ['2', null, '3'] },
  ],
});
const [a, b] = plan.lines.rows;

describe('the totals of a line', () => {
  it('add need, contingency and the funding of every source', () => {
    expect(a && lineTotals(plan, a)).toEqual({
      need: [1000n, 2000n, null],
      contingency: [100n, 200n, null],
      total: [1100n, 2200n, null],
      funding: [1500n, 1200n, null],
      gap: [0n, 1000n, null],
    });
  });

  it('have no gap where money stands without a need, and no blank either', () => {
    expect(b && lineTotals(plan, b).gap).toEqual([800n, null, 0n]);
  });

  it('sum to blank only when every period is blank', () => {
    expect(a && seriesTotal(a.need)).toBe(3000n);
    expect(a && seriesTotal(a.actual)).toBeNull();
    expect(sumPeriods([null, 0n])).toBe(0n);
  });
});

describe('the totals of many lines', () => {
  it('add gaps line by line, so that a surplus hides none', () => {
    const totals = planTotals(plan);
    expect(totals.total).toEqual([2600n, 2700n, null]);
    expect(totals.funding).toEqual([1700n, 1200n, 300n]);
    expect(totals.gap).toEqual([1300n, 1500n, 0n]);
  });

  it('group by programme in the order of the lines', () => {
    const groups = groupTotals(plan);
    expect(groups.map(({ programme, lines }) => [programme, lines.map((line) => line.id)])).toEqual([
      ['Housing', ['a', 'c']],
      ['Transport', ['b']],
    ]);
    expect(groups[0]?.totals.gap).toEqual([500n, 1500n, null]);
  });

  it('tell what a source gives to all lines', () => {
    expect(sourceUse(plan, 's')).toEqual([1700n, 800n, 300n]);
    expect(sourceUse(plan, 'nowhere')).toEqual([null, null, null]);
  });

  it('do not depend on the order of the rows, and groups add up to the plan', () => {
    fc.assert(
      fc.property(arbitraryPlan, (random) => {
        const { axis, lines, sources, allocations, ...details } = random;
        const turned = newPlan({
          ...details,
          ...axis,
          lines: lines.rows.toReversed(),
          sources: sources.rows.toReversed(),
          allocations: allocations.rows.toReversed(),
        });
        expect(planTotals(turned)).toEqual(planTotals(random));
        const ofGroups = groupTotals(random).map((group) => sumPeriods(group.totals.gap) ?? 0n);
        expect(ofGroups.reduce((sum, gap) => sum + gap, 0n)).toBe(sumPeriods(planTotals(random).gap) ?? 0n);
      }),
    );
  });
});

describe('kept totals', () => {
  it('are the same objects until their line or its funding changes', () => {
    const totalsOf = makeLineTotals();
    const before = plan.lines.rows.map((line) => totalsOf(plan, line));
    const edit = setAmountEdit({ of: 'allocation', line: 'a', source: 't', matchFor: null }, '2026', 100n);
    const result = applyEdit(plan, edit, { origin: 8 });
    if (!result.ok) throw new Error(result.refusal.id);
    const after = result.plan.lines.rows.map((line) => totalsOf(result.plan, line));
    expect(after[0]?.funding).toEqual([1600n, 1200n, null]);
    expect(after.slice(1).every((totals, index) => totals === before[index + 1])).toBe(true);
    expect(planTotals(result.plan, totalsOf)).toEqual(planTotals(result.plan));
  });
});

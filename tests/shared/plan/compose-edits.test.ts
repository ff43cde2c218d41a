import { describe, expect, it } from 'vitest';
import { allocationId } from '#shared/plan/allocation.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { fundLineEdit, removeLineEdit, removeSourceEdit, setAmountEdit } from '#shared/plan/compose-edits.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { setYearsEdit } from '#shared/plan/set-years-edit.ts';
import { findRow } from '#shared/plan/table.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const by = { by: 'A. Officer', at: '2026-11-01' };
const plan = buildPlan({
  years: 3,
  before: true,
  lines: [
    { id: 'l1', title: 'Retrofit', kind: 'capital', runningCostLine: 'l2', need: ['1', '10', null, '7'] },
    { id: 'l2', title: 'Upkeep' },
  ],
  sources: [
    {
      id: 's1',
      name: 'Growth fund',
      ringFence: { kind: 'line', lines: ['l1', 'l2'] },
      certainty: [4, 4, null, 2],
    },
    { id: 's2', name: 'Own money' },
  ],
  allocations: [
    { line: 'l2', source: 's1', amounts: [null, '1'] },
    { line: 'l1', source: 's2', matchFor: 's1', amounts: [null, '2', '3'] },
    { line: 'l1', source: 's2', amounts: [null, '5', null, '4'] },
    { line: 'l2', source: 's2', matchFor: 's1', amounts: [null, '9'] },
  ],
  holds: [
    { measure: 'need', line: 'l2', source: null, years: ['2026'] },
    { measure: 'need', line: 'l1', source: null, years: ['2027', '2028'] },
  ],
  virements: [
    {
      from: { line: 'l1', source: 's1', year: '2026' },
      to: { line: 'l2', source: 's2', year: '2028' },
      amount: 1n,
      reason: '',
      ...by,
    },
  ],
  statedTotals: [
    {
      measure: 'need',
      where: 'A!B9',
      stated: 1n,
      computed: 1n,
      quantum: 1n,
      cells: [
        { line: 'l1', year: '2026' },
        { line: 'l2', year: '2028' },
      ],
    },
  ],
});

function apply(edit: Edit): Plan {
  const result = applyEdit(plan, edit, { origin: 64 });
  if (!result.ok) throw new Error(result.refusal.id);
  const back = result.inverse && applyEdit(result.plan, result.inverse, { origin: 65 });
  expect(back?.ok && back.plan).toStrictEqual(plan);
  return result.plan;
}

it('setting one amount leaves the others', () => {
  const next = apply(setAmountEdit({ of: 'line', measure: 'need', line: 'l1' }, '2027', 500n));
  expect(findRow(next.lines, 'l1')?.need.minor).toEqual([100n, 1000n, 500n, 700n]);
});

describe('funding a line', () => {
  it('changes the amounts that are there', () => {
    const next = apply(fundLineEdit(plan, { line: 'l1', source: 's2', from: '2027', minor: [50n, null] }));
    const row = findRow(next.allocations, allocationId('l1', 's2', null));
    expect(row?.amounts).toEqual({ minor: [null, 500n, 50n, null], origin: [0, 0, 64, 0] });
    expect(next.allocations.rows).toHaveLength(4);
  });

  it('makes the allocation where there is none', () => {
    const next = apply(fundLineEdit(plan, { line: 'l1', source: 's1', from: 'before', minor: [7n] }));
    expect(next.allocations.rows.at(-1)).toMatchObject({
      line: 'l1',
      source: 's1',
      matchFor: null,
      amounts: { minor: [7n, null, null, null] },
    });
    expect(next.allocations.byLine.get('l1')).toHaveLength(3);
  });
});

describe('removing a line', () => {
  it('takes its funding and every name of it along', () => {
    const next = apply(removeLineEdit(plan, 'l2'));
    expect(next.lines.rows.map((row) => [row.id, row.runningCostLine])).toEqual([['l1', null]]);
    expect(next.sources.rows[0]?.ringFence).toEqual({ kind: 'line', lines: ['l1'] });
    expect(next.allocations.rows.map((row) => row.line)).toEqual(['l1', 'l1']);
    expect(next.holds.map((hold) => hold.line)).toEqual(['l1']);
    expect(next.virements).toEqual([]);
    expect(next.statedTotals[0]?.cells).toEqual([{ line: 'l1', year: '2026' }]);
  });
});

describe('removing a source', () => {
  it('takes what it gives, and keeps the money of others that was match for it', () => {
    const next = apply(removeSourceEdit(plan, 's1'));
    expect(
      next.allocations.rows.map(({ line, matchFor, amounts }) => [line, matchFor, amounts.minor]),
    ).toEqual([
      ['l1', null, [null, 700n, 300n, 400n]],
      ['l2', null, [null, 900n, null, null]],
    ]);
    expect(next.virements).toEqual([]);
  });
});

describe('changing the years', () => {
  it('clears what goes and keeps the rest at its year', () => {
    const next = apply(setYearsEdit(plan, { years: ['2027', '2028', '2029'], before: false, later: true }));
    expect(next.axis.periods).toEqual(['2027', '2028', '2029', 'later']);
    expect(findRow(next.lines, 'l1')?.need.minor).toEqual([null, 700n, null, null]);
    expect(next.sources.rows[0]?.certainty).toEqual([null, 2, null, null]);
    expect(next.holds.map((hold) => hold.years)).toEqual([['2027', '2028']]);
    expect(next.virements).toEqual([]);
    expect(next.statedTotals[0]?.cells).toEqual([{ line: 'l2', year: '2028' }]);
  });

  it('needs no more than the years themselves when nothing goes', () => {
    const edit = setYearsEdit(plan, { years: ['2026', '2027', '2028', '2029'], before: true, later: false });
    expect(edit).toMatchObject({ kind: 'batch', edits: [{ kind: 'set-years' }] });
    expect(findRow(apply(edit).lines, 'l1')?.need.minor).toEqual([100n, 1000n, null, 700n, null]);
  });
});

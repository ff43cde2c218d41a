import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationId } from '#shared/plan/allocation.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import type { LineKind } from '#shared/plan/line.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { setYearsEdit } from '#shared/plan/set-years-edit.ts';
import { makeTable } from '#shared/plan/table.ts';
import { restoreEdit } from '#shared/review/restore-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import {
  arbitraryEvolution,
  arbitraryNamesakes,
  arbitraryShuffle,
} from '#tests/fixtures/arbitrary-evolution.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const LABEL = 'Approved';

function apply(plan: Plan, edit: Edit): { plan: Plan; inverse: Edit } {
  const result = applyEdit(plan, edit, { origin: originOfEdit(99) });
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  if (result.inverse === null) throw new Error('No inverse');
  return { plan: result.plan, inverse: result.inverse };
}

/** Restores and undoes; both must meet the plan they lead to in every part that a plan has, origins included. */
function expectRestored(now: Plan, then: Plan): Edit | null {
  const { id, comments, acceptances, signOffs } = now;
  const expected: Plan = { ...then, id, comments, acceptances, signOffs };
  const edit = restoreEdit(now, then, LABEL);
  if (edit === null) {
    expect(packPlan(now)).toEqual(packPlan(expected));
    return null;
  }
  expect(parseEdit(edit)).toEqual({ ok: true, edit });
  const { plan, inverse } = apply(now, edit);
  expect(packPlan(plan)).toEqual(packPlan(expected));
  expect(plan).toEqual(expected);
  expect(packPlan(apply(plan, inverse).plan)).toEqual(packPlan(now));
  expect(restoreEdit(plan, then, LABEL)).toBeNull();
  return edit;
}

describe('restoring any plan', () => {
  it('brings a plan back from a few edits, and forth again', () => {
    fc.assert(
      fc.property(arbitraryEvolution, ({ before, after }) => {
        expectRestored(after, before);
        expectRestored(before, after);
      }),
      { numRuns: 300 },
    );
  });

  it('turns a plan into another that has nothing to do with it, whatever the currencies', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (now, then) => void expectRestored(now, then)),
      { numRuns: 400 },
    );
  });

  it('turns a plan into another that calls its rows by the same ids', () => {
    fc.assert(
      fc.property(arbitraryNamesakes, ({ before, after }) => void expectRestored(before, after)),
      { numRuns: 600 },
    );
  });

  it('turns a plan into another of the same rows in other orders', () => {
    const shuffled = arbitraryPlan.chain((now) =>
      fc.record({ now: fc.constant(now), then: arbitraryShuffle(now) }),
    );
    fc.assert(
      fc.property(shuffled, ({ now, then }) => void expectRestored(now, then)),
      { numRuns: 300 },
    );
  });
});

describe('restoring an earlier state', () => {
  const approved = buildPlan({
    years: 2,
    lines: [
      { id: 'l1', title: 'Retrofit', need: ['10', '20'] },
      { id: 'l2', title: 'Library', need: ['5', null] },
      { id: 'l3', title: 'Tram' },
    ],
    sources: [{ id: 's1', name: 'Growth fund', award: ['8', '8'], certainty: [4, 3] }],
    allocations: [{ line: 'l1', source: 's1', amounts: ['7', '8'] }],
  });
  const ref = { of: 'line', measure: 'need', line: 'l1' } as const;
  const set = (from: string, minor: (bigint | null)[], origin: number[]): Edit => ({
    kind: 'set-amounts',
    blocks: [{ ref, from, minor, origin }],
  });

  it('is one step under the label that is given, with the amounts that differ and where they came from', () => {
    const { plan: then } = apply(approved, set('2026', [1000n, 2000n], [41, 42]));
    const { plan: now } = apply(then, set('2027', [999n], [43]));
    expect(restoreEdit(now, then, LABEL)).toEqual({
      kind: 'batch',
      label: LABEL,
      edits: [set('2027', [2000n], [42])],
    });
  });

  it('brings an origin back where the figure is the same', () => {
    const { plan: then } = apply(approved, set('2026', [1000n], [41]));
    const { plan: now } = apply(then, set('2026', [1000n], [43]));
    expect(restoreEdit(now, then, LABEL)).toMatchObject({ edits: [set('2026', [1000n], [41])] });
  });

  it('takes out and puts back only the row that was dragged, with its funding', () => {
    const [first, ...rest] = approved.lines.rows;
    const moved: Plan = { ...approved, lines: makeTable(first ? [...rest, first] : rest) };
    const edit = expectRestored(moved, approved);
    expect(edit?.kind === 'batch' && edit.edits).toEqual([
      { kind: 'remove-allocations', ids: [allocationId('l1', 's1', null)] },
      { kind: 'remove-lines', ids: ['l1'] },
      { kind: 'add-lines', rows: [{ at: 0, row: first }] },
      { kind: 'add-allocations', rows: [{ at: 0, row: approved.allocations.rows[0] }] },
    ]);
  });

  it('keeps comments and signatures of now, and is nothing where only those differ', () => {
    const comment: Edit = {
      kind: 'comment',
      comment: {
        id: 'c1',
        on: { kind: 'line', line: 'l2' },
        text: 'Why?',
        by: 'A. Officer',
        at: '2026-11-22',
      },
    };
    const commented = applyEdit(approved, comment, { origin: 1 });
    if (!commented.ok) throw new Error('Refused');
    expect(restoreEdit(commented.plan, approved, LABEL)).toBeNull();
    const { plan: now } = apply(commented.plan, { kind: 'remove-lines', ids: ['l3'] });
    expectRestored(now, approved);
  });

  it('lets a line become the one that gives running costs before it is named for them', () => {
    const lines = (first: LineKind, second: LineKind) =>
      buildPlan({
        years: 1,
        lines: [
          { id: 'l1', kind: first, runningCostLine: second === 'revenue' ? 'l2' : null },
          { id: 'l2', kind: second, runningCostLine: first === 'revenue' ? 'l1' : null },
        ],
      });
    expectRestored(lines('capital', 'revenue'), lines('revenue', 'capital'));
  });

  it('clears the years that go and brings back the ones that went', () => {
    const short = setYearsEdit(approved, { years: ['2027', '2028'], before: true, later: false });
    const { plan: now } = apply(approved, short);
    expectRestored(now, approved);
    expectRestored(approved, now);
  });
});

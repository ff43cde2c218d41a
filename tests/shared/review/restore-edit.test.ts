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

type RoundTrip = { readonly plan: Plan; readonly undone: Plan; readonly again: Edit | null };

/** Restores one plan from another, restores once more, and undoes. */
function roundTrip(now: Plan, then: Plan): RoundTrip {
  const edit = restoreEdit(now, then, LABEL);
  if (edit === null) return { plan: now, undone: now, again: null };
  expect(parseEdit(edit)).toEqual({ ok: true, edit });
  const { plan, inverse } = apply(now, edit);
  const undone = apply(plan, inverse).plan;
  // Packed plans hold every amount and origin in order: rows that are equal but stand elsewhere are told apart.
  expect([packPlan(plan), packPlan(undone)]).toEqual([packPlan(expected(now, then).plan), packPlan(now)]);
  return { plan, undone, again: restoreEdit(plan, then, LABEL) };
}

/** The plan of then with what belongs to the plan of now alone; undone it is as it was. */
function expected(now: Plan, then: Plan): RoundTrip {
  const { id, comments, acceptances, signOffs } = now;
  return { plan: { ...then, id, comments, acceptances, signOffs }, undone: now, again: null };
}

describe('restoring any plan', () => {
  it('brings a plan back from a few edits, and forth again', () => {
    fc.assert(
      fc.property(arbitraryEvolution, ({ before, after }) => {
        expect(roundTrip(after, before)).toEqual(expected(after, before));
        expect(roundTrip(before, after)).toEqual(expected(before, after));
      }),
      { numRuns: 300 },
    );
  });

  it('turns a plan into another that has nothing to do with it, whatever the currencies', () => {
    fc.assert(
      fc.property(arbitraryPlan, arbitraryPlan, (now, then) => {
        expect(roundTrip(now, then)).toEqual(expected(now, then));
      }),
      { numRuns: 400 },
    );
  });

  it('turns a plan into another that calls its rows by the same ids', () => {
    fc.assert(
      fc.property(arbitraryNamesakes, ({ before, after }) => {
        expect(roundTrip(before, after)).toEqual(expected(before, after));
      }),
      { numRuns: 600 },
    );
  });

  it('turns a plan into another of the same rows in other orders', () => {
    const shuffled = arbitraryPlan.chain((now) =>
      fc.record({ before: fc.constant(now), after: arbitraryShuffle(now) }),
    );
    fc.assert(
      fc.property(shuffled, ({ before, after }) => {
        expect(roundTrip(before, after)).toEqual(expected(before, after));
      }),
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
    expect(roundTrip(moved, approved)).toEqual(expected(moved, approved));
    const edit = restoreEdit(moved, approved, LABEL);
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
    expect(roundTrip(now, approved)).toEqual(expected(now, approved));
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
    const [now, then] = [lines('capital', 'revenue'), lines('revenue', 'capital')];
    expect(roundTrip(now, then)).toEqual(expected(now, then));
  });

  it('clears the years that go and brings back the ones that went', () => {
    const short = setYearsEdit(approved, { years: ['2027', '2028'], before: true, later: false });
    const { plan: now } = apply(approved, short);
    expect(roundTrip(now, approved)).toEqual(expected(now, approved));
    expect(roundTrip(approved, now)).toEqual(expected(approved, now));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { removeLineEdit } from '#shared/plan/compose-edits.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { newLine } from '#shared/plan/new-plan.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { comparePlans } from '#shared/review/compare-plans.ts';
import { changesOf } from '#shared/review/edit-changes.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { restoreEdit } from '#shared/review/restore-edit.ts';
import { revertChange } from '#shared/review/revert-change.ts';
import { arbitraryBatch, arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryNamesakes } from '#tests/fixtures/arbitrary-evolution.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { buildPlan, buildSeries } from '#tests/fixtures/build-plan.ts';

const origin = originOfEdit(7);
const plan = buildPlan({
  years: 3,
  lines: [
    { id: 'l1', title: 'Retrofit', need: ['10', '20', null] },
    { id: 'l2', title: '', code: 'LIB' },
  ],
  sources: [{ id: 's1', name: 'Growth fund', award: ['8', '8', '0'], certainty: [4, 3, null] }],
  allocations: [{ line: 'l1', source: 's1', amounts: ['7', null, null] }],
});

function step(
  edit: Edit,
  to: Plan = plan,
): { changes: readonly PlanChange[]; after: Plan; inverse: Edit | null } {
  const result = applyEdit(to, edit, { origin });
  if (!result.ok) throw new Error(`Refused: ${result.refusal.id}`);
  const { plan: after, inverse } = result;
  return { changes: changesOf(edit, inverse, { origin, periods: to.axis.periods }), after, inverse };
}

const need = { of: 'line', measure: 'need', line: 'l1' } as const;
const set = (from: string, minor: (bigint | null)[], own?: number[]): Edit => ({
  kind: 'set-amounts',
  blocks: [{ ref: need, from, minor, ...(own && { origin: own }) }],
});
const amount = (
  period: string,
  before: bigint | null,
  after: bigint | null,
  origins = [0, 0],
): PlanChange => ({
  kind: 'amount',
  ref: need,
  period,
  before,
  after,
  beforeOrigin: origins[0] ?? 0,
  afterOrigin: origins[1] ?? 0,
});

describe('what one step changed', () => {
  it('tells each cell with what stood there and what stands there, and where both came from', () => {
    expect(step(set('2026', [1100n, null, 5n])).changes).toEqual([
      amount('2026', 1000n, 1100n, [0, origin]),
      amount('2027', 2000n, null, [0, 0]),
      amount('2028', null, 5n, [0, origin]),
    ]);
  });

  it('leaves out a figure that is the same, even if it was typed over one that came from elsewhere', () => {
    expect(step(set('2026', [1000n, 2001n])).changes).toEqual([amount('2027', 2000n, 2001n, [0, origin])]);
  });

  it('tells a cell that is written several times once, from the first state to the last', () => {
    const edits = [set('2026', [1n]), set('2026', [2n, 3n]), set('2027', [2000n])];
    expect(step({ kind: 'batch', label: 'Fill', edits }).changes).toEqual([
      amount('2026', 1000n, 2n, [0, origin]),
    ]);
    expect(
      step({ kind: 'batch', label: 'There and back', edits: [set('2026', [1n]), set('2026', [1000n])] })
        .changes,
    ).toEqual([]);
  });

  it('turns the offsets of an import into origin numbers', () => {
    const cells = ['B1', 'B2'].map((cell) => ({ sheet: 'A', cell, raw: '1', rule: 'number' }));
    const file = { name: 'a.xlsx', sha256: '00' };
    const edit: Edit = { kind: 'import', file, cells, edits: [set('2026', [1n, 2n], [2, 0])] };
    expect(step(edit).changes).toEqual([
      amount('2026', 1000n, 1n, [0, origin + 2]),
      amount('2027', 2000n, 2n, [0, 0]),
    ]);
  });

  it('tells a line that goes, its funding and all their amounts as changes to blank', () => {
    const allocation = { line: 'l1', source: 's1', matchFor: null };
    const removed = step(removeLineEdit(plan, 'l1'));
    expect(removed.changes).toEqual([
      { kind: 'row', of: 'line', id: 'l1', name: 'Retrofit', change: 'removed' },
      { kind: 'allocation', ...allocation, change: 'removed' },
      amount('2026', 1000n, null),
      amount('2027', 2000n, null),
      { ...amount('2026', 700n, null), ref: { of: 'allocation', ...allocation } },
    ]);
    const undo = removed.inverse && step(removed.inverse, removed.after).changes;
    expect(undo).toEqual([
      { kind: 'row', of: 'line', id: 'l1', name: 'Retrofit', change: 'added' },
      { kind: 'allocation', ...allocation, change: 'added' },
      amount('2026', null, 1000n),
      amount('2027', null, 2000n),
      { ...amount('2026', null, 700n), ref: { of: 'allocation', ...allocation } },
    ]);
  });

  it('puts the amounts of new rows into the years that the same step brings', () => {
    const axis = { ...plan.axis, periods: ['2026', '2027', '2028', 'later'] as const };
    const row = newLine(axis, {
      id: 'l3',
      title: 'Tram',
      kind: 'capital',
      need: buildSeries(axis, [null, null, null, '4']),
    });
    const edits: Edit[] = [
      { kind: 'set-years', years: plan.axis.years, before: false, later: true },
      { kind: 'add-lines', rows: [{ at: 0, row }] },
      { kind: 'update-line', id: 'l3', changes: { title: 'Tram 2' } },
    ];
    expect(step({ kind: 'batch', label: 'More', edits }).changes).toEqual([
      { kind: 'years', before: plan.axis.periods, after: axis.periods },
      { kind: 'row', of: 'line', id: 'l3', name: 'Tram 2', change: 'added' },
      { ...amount('later', null, 400n), ref: { ...need, line: 'l3' } },
    ]);
  });

  it('tells fields of the plan, lines and sources, and how certain an award is', () => {
    const edits: Edit[] = [
      { kind: 'set-certainty', source: 's1', from: '2027', values: [3, 2] },
      { kind: 'update-source', id: 's1', changes: { oneOff: true, funder: 's1' } },
      { kind: 'update-line', id: 'l1', changes: { objectives: [], programme: 'Housing' } },
      { kind: 'set-plan', changes: { title: 'Next', calendar: { naming: 'both', startMonth: 4 } } },
    ];
    expect(step({ kind: 'batch', label: 'All', edits }).changes).toEqual([
      { kind: 'plan-field', field: 'title', before: 'Example', after: 'Next' },
      { kind: 'line-field', line: 'l1', field: 'programme', before: '', after: 'Housing' },
      { kind: 'source-field', source: 's1', field: 'oneOff', before: null, after: true },
      { kind: 'certainty', source: 's1', period: '2028', before: null, after: 2 },
    ]);
  });

  it('names records, which have no inverse', () => {
    const comment = {
      id: 'c1',
      on: { kind: 'line', line: 'l1' },
      text: 'Why?',
      by: 'A. Officer',
      at: '2026-11-22',
    } as const;
    expect(step({ kind: 'comment', comment }).changes).toEqual([
      { kind: 'record', record: 'comment', id: 'c1' },
    ]);
  });

  it('calls a line without a title by its code', () => {
    expect(step({ kind: 'remove-lines', ids: ['l2'] }).changes).toEqual([
      { kind: 'row', of: 'line', id: 'l2', name: 'LIB', change: 'removed' },
    ]);
  });
});

/** Changes as a set: each as text, in an order of their own. */
function asSet(changes: readonly PlanChange[]): string[] {
  const write = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
  return changes.map((change) => JSON.stringify(change, write)).sort();
}

describe('the changes of any step', () => {
  const steps = arbitraryPlan.chain((to) =>
    fc.record({ to: fc.constant(to), edit: fc.oneof(arbitraryEdit(to), arbitraryBatch(to)) }),
  );

  it('are those between the plan before and after it, and backwards those of its undoing', () => {
    let taken = 0;
    fc.assert(
      fc.property(steps, ({ to, edit }) => {
        const result = applyEdit(to, edit, { origin });
        if (!result.ok || result.inverse === null) return;
        taken += 1;
        const { periods } = to.axis;
        expect(asSet(changesOf(edit, result.inverse, { origin, periods }))).toEqual(
          asSet(comparePlans(to, result.plan).changes),
        );
        const back = { origin: 1, periods: result.plan.axis.periods };
        expect(asSet(changesOf(result.inverse, edit, { ...back, origin }))).toEqual(
          asSet(comparePlans(result.plan, to).changes),
        );
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(150);
  });

  it('are those between two plans when the step restores one from the other', () => {
    fc.assert(
      fc.property(arbitraryNamesakes, ({ before, after }) => {
        fc.pre(before.currency === after.currency);
        const edit = restoreEdit(before, after, 'Approved');
        if (edit === null) return;
        const result = applyEdit(before, edit, { origin });
        if (!result.ok) throw new Error('Refused');
        const { periods } = before.axis;
        expect(asSet(changesOf(edit, result.inverse, { origin, periods }))).toEqual(
          asSet(comparePlans(before, after).changes),
        );
      }),
      { numRuns: 400 },
    );
  });
});

describe('putting one change back', () => {
  it('brings a figure back with the origin that it had', () => {
    const { changes, after } = step(set('2026', [1n]), step(set('2026', [3n], [55])).after);
    const [change] = changes;
    const edit = change && revertChange(change);
    expect(edit).toEqual(set('2026', [3n], [55]));
    expect(edit && step(edit, after).after.lines.rows[0]?.need.origin[0]).toBe(55);
  });

  it('has no edit for rows, funding, years and records', () => {
    const kinds: PlanChange[] = [
      { kind: 'row', of: 'line', id: 'l1', name: 'Retrofit', change: 'removed' },
      { kind: 'allocation', line: 'l1', source: 's1', matchFor: null, change: 'added' },
      { kind: 'years', before: ['2026'], after: ['2027'] },
      { kind: 'record', record: 'acceptance', id: 'a1' },
    ];
    expect(kinds.map(revertChange)).toEqual([null, null, null, null]);
  });

  it('undoes any step that changed figures, certainty and fields only, a change at a time', () => {
    const steps = arbitraryPlan.chain((to) =>
      fc.record({ to: fc.constant(to), edit: fc.oneof(arbitraryEdit(to), arbitraryBatch(to)) }),
    );
    let taken = 0;
    fc.assert(
      fc.property(steps, ({ to, edit }) => {
        const result = applyEdit(to, edit, { origin });
        if (!result.ok || result.inverse === null) return;
        const changes = changesOf(edit, result.inverse, { origin, periods: to.axis.periods });
        const edits = changes.flatMap((change) => revertChange(change) ?? []);
        if (changes.length === 0 || edits.length < changes.length) return;
        const back = applyEdit(result.plan, { kind: 'batch', label: '', edits }, { origin: 1 });
        // A field that others depend on, such as the list of objectives, may have to wait for them.
        if (!back.ok) return;
        taken += 1;
        expect(comparePlans(to, back.plan).changes).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

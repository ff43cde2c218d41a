import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeRowBuilder } from '#renderer/grid/build-rows.ts';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import type { RowView } from '#renderer/grid/row-blocks.ts';
import { toggled } from '#renderer/store/view-store.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { planTotals } from '#shared/plan/totals.ts';
import { arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';

const WORDS = { noProgramme: 'No programme', total: 'Total' };
const NEED: RowView = { measure: 'need', grouping: 'programme', folded: new Set() };
const FUNDING: RowView = { ...NEED, measure: 'funding' };

const plan = buildPlan({
  years: 2,
  lines: [
    { id: 'a', programme: 'Homes', need: ['100', '200.50'], risk: ['10', null] },
    { id: 'b', programme: 'Jobs', need: ['0', null] },
    { id: 'c', programme: 'Homes', need: [null, '-50'] },
  ],
  sources: [
    { id: 's', name: 'Grant' },
    { id: 't', name: 'Reserves' },
  ],
  allocations: [
    { line: 'a', source: 's', amounts: ['60', '200.50'] },
    { line: 'a', source: 't', amounts: ['20', null] },
  ],
});

const outline = (rows: readonly GridRow[]) => rows.map(({ level, title }) => `${level} ${title}`);
const find = (rows: readonly GridRow[], id: string) => rows.find((row) => row.id === id);

function setNeed(before: Plan, line: string, minor: bigint): Plan {
  const blocks = [{ ref: { of: 'line', measure: 'need', line }, from: '2026', minor: [minor] }] as const;
  const result = applyEdit(before, { kind: 'set-amounts', blocks }, { origin: 1 });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.plan;
}

describe('the rows of the grid', () => {
  test('lines stand under their programmes, with exact subtotals and a grand total', () => {
    const { rows, total } = makeRowBuilder()(plan, NEED, WORDS);
    expect(outline(rows)).toEqual(['0 Homes', '1 a', '1 c', '0 Jobs', '1 b']);
    expect(find(rows, 'group Homes')?.figures).toEqual({ minor: [10000n, 15050n], total: 25050n });
    expect(total.figures).toEqual({ minor: [10000n, 15050n], total: 25050n });
  });

  test('blank stays blank and zero stays zero', () => {
    const { rows } = makeRowBuilder()(plan, NEED, WORDS);
    expect(find(rows, 'group Jobs')?.figures).toEqual({ minor: [0n, null], total: 0n });
    expect(find(rows, 'line c')?.figures.minor).toEqual([null, -5000n]);
  });

  test('in Funding the sources of a line take the figures and the line is their total', () => {
    const { rows } = makeRowBuilder()(plan, FUNDING, WORDS);
    expect(outline(rows)).toEqual(['0 Homes', '1 a', '2 Grant', '2 Reserves', '1 c', '0 Jobs', '1 b']);
    expect(find(rows, 'line a')).toMatchObject({
      series: null,
      isOpen: true,
      figures: { minor: [8000n, 20050n], total: 28050n },
    });
    expect(rows[2]?.series).toEqual({ of: 'allocation', line: 'a', source: 's', matchFor: null });
  });

  test('the gap is what is needed with contingency and not funded', () => {
    const { rows, total } = makeRowBuilder()(plan, { ...NEED, measure: 'gap' }, WORDS);
    expect(find(rows, 'line a')).toMatchObject({
      series: null,
      figures: { minor: [3000n, 0n], total: 3000n },
    });
    expect(total.figures.minor).toEqual(planTotals(plan).gap);
  });

  test('what is folded up is left out but counted', () => {
    const folded = new Set(['group Homes']);
    const { rows, total } = makeRowBuilder()(plan, { ...NEED, folded }, WORDS);
    expect(outline(rows)).toEqual(['0 Homes', '0 Jobs', '1 b']);
    expect(total.figures.total).toBe(25050n);
  });

  test('without groups, or without any programme, lines stand alone', () => {
    const flat = makeRowBuilder()(plan, { ...NEED, grouping: 'none' }, WORDS);
    expect(outline(flat.rows)).toEqual(['0 a', '0 b', '0 c']);
    const bare = buildPlan({ years: 1, lines: [{ id: 'x' }] });
    expect(outline(makeRowBuilder()(bare, NEED, WORDS).rows)).toEqual(['0 x']);
  });

  test('an edit makes new rows only for its line, its programme and the total', () => {
    const build = makeRowBuilder();
    const before = build(plan, NEED, WORDS);
    const after = build(setNeed(plan, 'a', 1n), NEED, WORDS);
    const changed = after.rows.filter((row, index) => row !== before.rows[index]);
    expect(changed.map(({ id }) => id)).toEqual(['group Homes', 'line a']);
    expect(after.total.figures.minor[0]).toBe(1n);
  });

  test('sums over many lines are those of the plan, after an edit too', () => {
    const lines = Array.from({ length: 1000 }, (_, index) => ({
      id: `l${index}`,
      need: [`${index}.25`, '1'],
    }));
    const many = buildPlan({ years: 2, lines });
    const build = makeRowBuilder();
    build(many, NEED, WORDS);
    const edited = setNeed(many, 'l777', 5n);
    expect(build(edited, NEED, WORDS).total.figures.minor).toEqual(planTotals(edited).need);
    expect(planTotals(edited).need[0]).toBe(49_897_280n);
  });

  test('rows made step by step through any edits are those made from scratch', () => {
    fc.assert(
      fc.property(
        arbitraryPlan.chain((first) =>
          fc.tuple(fc.constant(first), fc.array(arbitraryEdit(first), { maxLength: 6 })),
        ),
        fc.constantFrom('need', 'funding', 'gap'),
        fc.nat(),
        ([first, edits], measure, pick) => {
          let any: RowView = { ...NEED, measure };
          const build = makeRowBuilder();
          let current = first;
          build(current, any, WORDS);
          for (const edit of edits) {
            const result = applyEdit(current, edit, { origin: 1 });
            if (result.ok) current = result.plan;
            const { rows } = makeRowBuilder()(current, any, WORDS);
            const fold = rows[pick % Math.max(rows.length, 1)]?.id ?? '';
            any = { ...any, folded: toggled(any.folded, fold) };
            expect(build(current, any, WORDS)).toEqual(makeRowBuilder()(current, any, WORDS));
          }
        },
      ),
    );
  });
});

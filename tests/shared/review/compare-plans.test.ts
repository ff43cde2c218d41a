import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MINOR, sumMinor } from '#shared/money/amount.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { LINE_MEASURES, type Line } from '#shared/plan/line.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { SOURCE_MEASURES } from '#shared/plan/source.ts';
import { makeTable } from '#shared/plan/table.ts';
import { comparePlans } from '#shared/review/compare-plans.ts';
import type { ComparedMeasure, PlanChange } from '#shared/review/plan-change.ts';
import { arbitraryEvolution, arbitraryNamesakes } from '#tests/fixtures/arbitrary-evolution.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { buildPlan, type PlanToBuild } from '#tests/fixtures/build-plan.ts';

const approved: PlanToBuild = {
  years: 3,
  lines: [
    { id: 'l1', title: 'Retrofit', need: ['10', '20', null] },
    { id: 'l2', title: 'Library', need: ['5', null, '7'] },
    { id: 'l3', title: 'Tram' },
  ],
  sources: [{ id: 's1', name: 'Growth fund', award: ['8', '8', '0'], certainty: [4, 3, null] }],
  allocations: [{ line: 'l1', source: 's1', amounts: ['7', '8', null] }],
};

/** The ids of the rows that were moved, in the order in which they are told. */
function moved(before: readonly string[], after: readonly string[]): string[] {
  const planOf = (ids: readonly string[]) => buildPlan({ years: 1, lines: ids.map((id) => ({ id })) });
  return comparePlans(planOf(before), planOf(after)).changes.flatMap((change) =>
    change.kind === 'row' && change.change === 'moved' ? [change.id] : [],
  );
}

describe('two states of a plan', () => {
  it('differ cell by cell, with what moved in each year and in all', () => {
    const after = buildPlan({
      ...approved,
      lines: [
        { id: 'l1', title: 'Retrofit', need: ['10', '12.50', '9'] },
        { id: 'l2', title: 'Library', need: ['5', null, '7'], programme: 'Culture' },
        { id: 'l3', title: 'Tram' },
      ],
    });
    const { changes, totals, currency } = comparePlans(buildPlan(approved), after);
    const ref = { of: 'line', measure: 'need', line: 'l1' };
    const origins = { beforeOrigin: 0, afterOrigin: 0 };
    expect(changes).toEqual([
      { kind: 'line-field', line: 'l2', field: 'programme', before: '', after: 'Culture' },
      { kind: 'amount', ref, period: '2027', before: 2000n, after: 1250n, ...origins },
      { kind: 'amount', ref, period: '2028', before: null, after: 900n, ...origins },
    ]);
    expect(currency).toBe('GBP');
    expect(totals.map((total) => total.measure)).toEqual(['need', 'award', 'allocation']);
    expect(totals[0]).toEqual({
      measure: 'need',
      before: 4200n,
      after: 4350n,
      raised: 900n,
      lowered: 750n,
      byPeriod: [
        { period: '2026', before: 1500n, after: 1500n },
        { period: '2027', before: 2000n, after: 1250n },
        { period: '2028', before: 700n, after: 1600n },
      ],
    });
    expect(totals[1]).toMatchObject({ before: 1600n, after: 1600n, raised: 0n, lowered: 0n });
  });

  it('may have other years: the totals are by all of them, in their order', () => {
    const before = buildPlan({
      years: 1,
      firstYear: 2029,
      later: true,
      lines: [{ id: 'l1', need: ['1', '2'] }],
    });
    const after = buildPlan({
      years: 2,
      firstYear: 2026,
      before: true,
      lines: [{ id: 'l1', need: ['3', '4'] }],
    });
    const { changes, totals } = comparePlans(before, after);
    expect(changes[0]).toEqual({
      kind: 'years',
      before: ['2029', 'later'],
      after: ['before', '2026', '2027'],
    });
    expect(totals).toEqual([
      {
        measure: 'need',
        before: 300n,
        after: 700n,
        raised: 700n,
        lowered: 300n,
        byPeriod: [
          { period: 'before', before: 0n, after: 300n },
          { period: '2026', before: 0n, after: 400n },
          { period: '2027', before: 0n, after: 0n },
          { period: '2029', before: 100n, after: 0n },
          { period: 'later', before: 200n, after: 0n },
        ],
      },
    ]);
  });

  it('tell rows and funding that came or went, with their amounts and certainty from and to blank', () => {
    const before = buildPlan({ years: 1, lines: [{ id: 'l1', title: '', code: 'A1', need: ['1'] }] });
    const after = buildPlan({
      years: 1,
      lines: [{ id: 'l2', title: 'Tram' }],
      sources: [{ id: 's1', name: 'Growth fund', certainty: [2] }],
      allocations: [{ line: 'l2', source: 's1', amounts: ['0'] }],
    });
    const funding = { line: 'l2', source: 's1', matchFor: null };
    const { changes, totals } = comparePlans(before, after);
    expect(changes).toMatchObject([
      { kind: 'row', of: 'line', id: 'l2', name: 'Tram', change: 'added' },
      { kind: 'row', of: 'line', id: 'l1', name: 'A1', change: 'removed' },
      { kind: 'row', of: 'source', id: 's1', name: 'Growth fund', change: 'added' },
      { kind: 'allocation', ...funding, change: 'added' },
      { kind: 'certainty', source: 's1', period: '2026', before: null, after: 2 },
      { kind: 'amount', ref: { of: 'line', measure: 'need', line: 'l1' }, before: 100n, after: null },
      { kind: 'amount', ref: { of: 'allocation', ...funding }, before: null, after: 0n },
    ]);
    // Nil is an amount: the measure is there, though nothing moved in it.
    expect(totals[1]).toMatchObject({
      measure: 'allocation',
      before: 0n,
      after: 0n,
      raised: 0n,
      lowered: 0n,
    });
  });

  it('are compared without amounts when their currencies differ', () => {
    const before = buildPlan({ years: 1, lines: [{ id: 'l1', need: ['1'] }] });
    const after = buildPlan({ years: 1, currency: 'JPY', lines: [{ id: 'l1', need: ['2'], code: 'A1' }] });
    const { changes, totals, currency } = comparePlans(before, after);
    expect(changes.filter(({ kind }) => kind !== 'plan-field')).toEqual([
      { kind: 'line-field', line: 'l1', field: 'code', before: '', after: 'A1' },
    ]);
    expect(changes).toContainEqual({ kind: 'plan-field', field: 'currency', before: 'GBP', after: 'JPY' });
    expect([totals, currency]).toEqual([[], null]);
  });

  it('tell the one row that was dragged, however far', () => {
    expect(moved(['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'd', 'e', 'a'])).toEqual(['a']);
    expect(moved(['a', 'b', 'c', 'd', 'e'], ['e', 'a', 'b', 'c', 'd'])).toEqual(['e']);
    expect(moved(['a', 'b', 'c', 'd'], ['a', 'x', 'c', 'b', 'd'])).toHaveLength(1);
    expect(moved(['a', 'b', 'c', 'd'], ['d', 'x'])).toEqual([]);
    expect(moved(['a', 'b', 'c'], ['c', 'b', 'a'])).toHaveLength(2);
  });

  it('count the largest amounts exactly', () => {
    const largest = { minor: [MAX_MINOR, MAX_MINOR], origin: [0, 0] };
    const plan = buildPlan({ years: 2, lines: [{ id: 'l1' }, { id: 'l2' }] });
    const full: Plan = {
      ...plan,
      lines: makeTable(plan.lines.rows.map((line): Line => ({ ...line, need: largest }))),
    };
    expect(comparePlans(plan, full).totals[0]).toMatchObject({
      after: MAX_MINOR * 4n,
      raised: MAX_MINOR * 4n,
    });
  });
});

/** The sum of one measure over a whole plan. */
function sumOf(plan: Plan, measure: ComparedMeasure): bigint {
  const of = <Name extends string>(names: readonly Name[]) => names.find((name) => name === measure);
  const [line, source] = [of(LINE_MEASURES), of(SOURCE_MEASURES)];
  if (line) return sumMinor(plan.lines.rows.flatMap((row) => row[line].minor));
  if (source) return sumMinor(plan.sources.rows.flatMap((row) => row[source].minor));
  return sumMinor(plan.allocations.rows.flatMap((row) => row.amounts.minor));
}

/** A change seen from the other side. */
function turned(change: PlanChange): unknown {
  if (change.kind === 'record') return change;
  if (change.kind === 'row' || change.kind === 'allocation') {
    const opposite = { added: 'removed', removed: 'added', moved: 'moved' } as const;
    return { ...change, change: opposite[change.change] };
  }
  const origins =
    change.kind === 'amount' ? { beforeOrigin: change.afterOrigin, afterOrigin: change.beforeOrigin } : {};
  return { ...change, before: change.after, after: change.before, ...origins };
}

describe('any two plans', () => {
  const pairs = fc.oneof(arbitraryEvolution, arbitraryNamesakes);

  it('have no changes when they are the same, or copies', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(comparePlans(plan, plan).changes).toEqual([]);
        expect(comparePlans(plan, structuredClone(plan))).toEqual(comparePlans(plan, plan));
      }),
      { numRuns: 200 },
    );
  });

  it('have totals that add up: what was, and raised, less lowered, is what is, in all and by year', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const { totals, currency } = comparePlans(before, after);
        if (currency === null) return;
        for (const { measure, raised, lowered, byPeriod, ...total } of totals) {
          expect(total).toEqual({ before: sumOf(before, measure), after: sumOf(after, measure) });
          expect(total.after - total.before).toBe(raised - lowered);
          expect(sumMinor(byPeriod.map((row) => row.before))).toBe(total.before);
          expect(sumMinor(byPeriod.map((row) => row.after))).toBe(total.after);
          expect(raised >= 0n && lowered >= 0n).toBe(true);
        }
        for (const measure of [...LINE_MEASURES, ...SOURCE_MEASURES, 'allocation'] as const) {
          if (totals.some((total) => total.measure === measure)) continue;
          expect([sumOf(before, measure), sumOf(after, measure)]).toEqual([0n, 0n]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('differ the same way from the other side', () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const isMoved = (change: PlanChange) => change.kind === 'row' && change.change === 'moved';
        const forth = comparePlans(before, after).changes;
        const back = comparePlans(after, before).changes;
        const names = (change: unknown) => ({ ...(change as object), name: '' });
        const here = forth.filter((change) => !isMoved(change)).map(turned);
        const there = back.filter((change) => !isMoved(change));
        expect(there).toHaveLength(here.length);
        expect(new Set(there.map((c) => write(names(c))))).toEqual(new Set(here.map((c) => write(names(c)))));
        // Which of two neighbours moved may be told either way, but not how many rows.
        expect(back.filter(isMoved)).toHaveLength(forth.filter(isMoved).length);
      }),
      { numRuns: 300 },
    );
  });
});

function write(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

describe('what two states share', () => {
  it('is summed once and not compared: only the series of the line that changed are looked into', () => {
    const LINES = 10_000;
    const reads = new Map<string, number>();
    const ids = Array.from({ length: LINES }, (_, index) => `l${index}`);
    const built = buildPlan({ years: 3, lines: ids.map((id) => ({ id, need: ['1', '2', '3'] })) });
    const counted = built.lines.rows.map(
      (line) =>
        new Proxy(line, {
          get: (row, key, receiver) => {
            reads.set(row.id, (reads.get(row.id) ?? 0) + 1);
            // Whatever is asked for is answered by the line itself.
            return Reflect.get(row, key, receiver) as unknown;
          },
        }),
    );
    const before: Plan = { ...built, lines: makeTable(counted) };
    const result = applyEdit(
      before,
      {
        kind: 'set-amounts',
        blocks: [{ ref: { of: 'line', measure: 'need', line: 'l7000' }, from: '2027', minor: [201n] }],
      },
      { origin: 1 },
    );
    if (!result.ok) throw new Error('Refused');
    reads.clear();
    expect(comparePlans(before, result.plan).changes).toHaveLength(1);
    const counts = new Set(ids.filter((id) => id !== 'l7000').map((id) => reads.get(id)));
    // One read of each measure, for the totals, and none to compare.
    expect(counts).toEqual(new Set([LINE_MEASURES.length]));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, results, updateEngine, type EngineState } from '#shared/criteria/engine.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { makeTable } from '#shared/plan/table.ts';
import { buildPlan } from '#tests/fixtures/build-plan.ts';
import { editFrom, editSeed } from './random-edit.ts';
import { randomPlan } from './random-plan.ts';

function follow(state: EngineState, edit: Edit): EngineState {
  const result = applyEdit(state.plan, edit, { origin: 0 });
  return result.ok ? updateEngine(state, result.plan, result.touched) : state;
}

describe('results after edits', () => {
  it('equal results from scratch, for random plans and edits', () => {
    let applied = 0;
    fc.assert(
      fc.property(randomPlan, fc.array(editSeed, { minLength: 1, maxLength: 12 }), (plan, seeds) => {
        let state = createEngine(plan);
        for (const seed of seeds) {
          const edit = editFrom(state.plan, seed);
          if (edit === null) continue;
          const before = state;
          state = follow(state, edit);
          if (state !== before) applied += 1;
          expect(results(state)).toEqual(results(createEngine(state.plan)));
        }
      }),
      { numRuns: 300, seed: 20261122 },
    );
    expect(applied).toBeGreaterThan(1000);
  });

  it('leave the results of the version before as they were', () => {
    const before = createEngine(largePlan(20, 4));
    const told = JSON.stringify(results(before), withBigints);
    follow(before, allocationEdit('l3', 's3', '2027', 1n));
    expect(JSON.stringify(results(before), withBigints)).toBe(told);
  });
});

describe('order and size', () => {
  it('the order of lines changes no state and no value', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const turned: Plan = { ...plan, lines: makeTable(plan.lines.rows.toReversed()) };
        expect(verdicts(turned)).toEqual(verdicts(plan));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('ten times every amount changes no ratio and no state', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const ratios = (judged: Plan) =>
          results(createEngine(judged)).map(({ id, state, value, unit }) => ({
            id,
            state,
            value: unit === 'currency' ? null : value,
          }));
        expect(ratios(tenfold(plan))).toEqual(ratios(plan));
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});

describe('work', () => {
  const lines = 1000;
  /** The most joins for one changed node: three inside its bunch of four, then one a level. */
  const joinsOf = (rows: number) => 3 + Math.ceil(Math.log2(rows / 4));

  it('from scratch measures each row once a check and joins one time less', () => {
    const { counters } = createEngine(largePlan(lines, 30));
    // Five checks measure lines (SC-1, SC-2, LG-1, LG-2, LG-4) and six sources (INT-2, SC-2, LG-2, LG-4, RS-5, RS-6).
    expect(counters).toEqual({ measures: 5 * lines + 6 * 30, joins: 5 * (lines - 1) + 6 * 29 });
  });

  it('an amount measures its line and its source once a check, and joins about log n times', () => {
    const state = createEngine(largePlan(lines, 30));
    const spent = workOf(state, allocationEdit('l500', 's20', '2027', 1n));
    expect(spent.measures).toBe(5 + 6);
    expect(spent.joins).toBeLessThanOrEqual(5 * joinsOf(lines) + 6 * joinsOf(30));
    expect(joinsOf(lines)).toBeLessThanOrEqual(Math.log2(lines) + 2);
  });

  it('an award measures its source alone', () => {
    const state = createEngine(largePlan(lines, 30));
    const spent = workOf(state, {
      kind: 'set-amounts',
      blocks: [{ ref: { of: 'source', measure: 'award', source: 's20' }, from: '2027', minor: [1n] }],
    });
    expect(spent.measures).toBe(6);
  });

  it('a certainty measures the lines that the source pays for, in the checks that read it', () => {
    const state = createEngine(largePlan(lines, 100));
    const spent = workOf(state, { kind: 'set-certainty', source: 's20', from: '2027', values: [1] });
    // Ten lines each in SC-2 and LG-2, and the source in six checks.
    expect(spent.measures).toBe(2 * 10 + 6);
  });

  it('a source’s name measures no line', () => {
    const state = createEngine(largePlan(lines, 30));
    const spent = workOf(state, { kind: 'update-source', id: 's20', changes: { name: 'Other' } });
    expect(spent.measures).toBe(6);
  });

  it('a new line keeps what is known of the others', () => {
    const state = createEngine(largePlan(lines, 30));
    const row = { ...(state.plan.lines.rows[0] ?? expect.fail('no line')), id: 'new' };
    expect(workOf(state, { kind: 'add-lines', rows: [{ at: 3, row }] }).measures).toBe(5);
  });

  it('a threshold measures everything again', () => {
    const state = createEngine(largePlan(50, 5));
    const thresholds = [{ check: 'SC-1', name: 'pass', value: '0.5', reason: '', by: '', at: '2026-11-01' }];
    expect(workOf(state, { kind: 'set-plan', changes: { thresholds } }).measures).toBe(5 * 50 + 6 * 5);
  });

  it('a comment costs nothing', () => {
    const state = createEngine(largePlan(50, 5));
    const comment = {
      id: 'c1',
      on: { kind: 'line', line: 'l1' },
      text: 'Check.',
      by: 'A',
      at: '2026-11-01',
    } as const;
    expect(workOf(state, { kind: 'comment', comment })).toEqual({ measures: 0, joins: 0 });
  });
});

function workOf(state: EngineState, edit: Edit): { measures: number; joins: number } {
  const { measures, joins } = state.counters;
  const next = follow(state, edit);
  expect(next).not.toBe(state);
  expect(results(next)).toEqual(results(createEngine(next.plan)));
  return { measures: next.counters.measures - measures, joins: next.counters.joins - joins };
}

function verdicts(plan: Plan): readonly string[] {
  return results(createEngine(plan)).map(({ id, state, value }) => `${id} ${state} ${value}`);
}

function allocationEdit(line: string, source: string, from: string, minor: bigint): Edit {
  return {
    kind: 'set-amounts',
    blocks: [{ ref: { of: 'allocation', line, source, matchFor: null }, from, minor: [minor] }],
  };
}

/** Every line has one source; line 500 is paid by source 500 modulo the number of sources. */
function largePlan(lines: number, sources: number): Plan {
  const numbers = Array.from({ length: lines }, (_, index) => index);
  return buildPlan({
    years: 3,
    lines: numbers.map((index) => ({ id: `l${index}`, need: ['10', '10', '10'] })),
    sources: numbers.slice(0, sources).map((index) => ({
      id: `s${index}`,
      award: ['1000', '1000', '1000'],
      certainty: [4, 3, 2],
      carry: { rule: 'free' },
      ringFence: { kind: 'none' },
    })),
    allocations: numbers.map((index) => ({
      line: `l${index}`,
      source: `s${index % sources}`,
      amounts: ['9', '8', '7'],
    })),
  });
}

function tenfold(plan: Plan): Plan {
  const scaled = (series: Series): Series => ({
    ...series,
    minor: series.minor.map((amount) => (amount === null ? null : amount * 10n)),
  });
  return {
    ...plan,
    lines: makeTable(
      plan.lines.rows.map((line) => ({
        ...line,
        need: scaled(line.need),
        risk: scaled(line.risk),
        bias: scaled(line.bias),
      })),
    ),
    sources: makeTable(
      plan.sources.rows.map((source) => ({
        ...source,
        award: scaled(source.award),
        drawn: scaled(source.drawn),
      })),
    ),
    allocations: {
      ...plan.allocations,
      ...makeTable(plan.allocations.rows.map((row) => ({ ...row, amounts: scaled(row.amounts) }))),
    },
  };
}

function withBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

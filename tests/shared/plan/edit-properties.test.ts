import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import { mapOrigins } from '#shared/plan/edits/map-origins.ts';
import { readPlanJson } from '#shared/plan/json/read-plan-json.ts';
import { writePlanJson } from '#shared/plan/json/write-plan-json.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import { packPlan, unpackPlan } from '#shared/plan/packed-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { arbitraryBatch, arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';

const context = { origin: originOfEdit(7) };
const planAndEdit = arbitraryPlan.chain((plan) =>
  fc.record({ plan: fc.constant(plan), edit: fc.oneof(arbitraryEdit(plan), arbitraryBatch(plan)) }),
);

function withoutOrigins(plan: Plan): Plan {
  const strip = ({ minor }: Series): Series => ({ minor, origin: minor.map(() => 0) });
  const lines = plan.lines.rows.map((row) => ({
    ...row,
    need: strip(row.need),
    actual: strip(row.actual),
    risk: strip(row.risk),
    bias: strip(row.bias),
  }));
  const sources = plan.sources.rows.map((row) => ({
    ...row,
    award: strip(row.award),
    drawn: strip(row.drawn),
  }));
  const allocations = plan.allocations.rows.map((row) => ({ ...row, amounts: strip(row.amounts) }));
  return {
    ...plan,
    lines: { ...plan.lines, rows: lines },
    sources: { ...plan.sources, rows: sources },
    allocations: { ...plan.allocations, rows: allocations },
  };
}

describe('any edit of any plan', () => {
  it('is undone exactly by its inverse, and done again by the inverse of that', () => {
    let taken = 0;
    fc.assert(
      fc.property(planAndEdit, ({ plan, edit }) => {
        const result = applyEdit(plan, edit, context);
        if (!result.ok || result.inverse === null) return;
        taken += 1;
        const back = applyEdit(result.plan, result.inverse, { origin: 1 });
        if (!back.ok || back.inverse === null) throw new Error('The inverse was refused');
        expect(back.plan).toStrictEqual(plan);
        const again = applyEdit(back.plan, back.inverse, { origin: 2 });
        expect(again.ok && again.plan).toStrictEqual(result.plan);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(150);
  });

  it('leaves a plan that can be written and read again, or is refused', () => {
    fc.assert(
      fc.property(planAndEdit, ({ plan, edit }) => {
        const result = applyEdit(plan, edit, context);
        const next = result.ok ? result.plan : plan;
        const read = readPlanJson(writePlanJson(next));
        expect(read.ok ? read.plan : read.errors).toEqual(withoutOrigins(next));
      }),
      { numRuns: 200 },
    );
  });

  it('touches only the rows that it says it touched', () => {
    fc.assert(
      fc.property(planAndEdit, ({ plan, edit }) => {
        const result = applyEdit(plan, edit, context);
        if (!result.ok || result.touched.frame) return;
        const { lines, sources } = result.touched;
        for (const row of result.plan.lines.rows) {
          if (!lines.has(row.id)) expect(row).toBe(plan.lines.rows[plan.lines.at.get(row.id) ?? -1]);
        }
        for (const row of result.plan.sources.rows) {
          if (!sources.has(row.id)) expect(row).toBe(plan.sources.rows[plan.sources.at.get(row.id) ?? -1]);
        }
        for (const row of result.plan.allocations.rows) {
          const was = plan.allocations.rows[plan.allocations.at.get(row.id) ?? -1];
          if (row !== was) expect([lines.has(row.line), sources.has(row.source)]).toEqual([true, true]);
        }
        const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) => a === b;
        if (!result.touched.structure) {
          expect(isSame(result.plan.lines.at, plan.lines.at)).toBe(true);
          expect(isSame(result.plan.allocations.at, plan.allocations.at)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('passes the schema at the border unchanged, its inverse too', () => {
    fc.assert(
      fc.property(planAndEdit, ({ plan, edit }) => {
        const result = applyEdit(plan, edit, context);
        // What the plan refuses the border may refuse as well: removing a source can add amounts up beyond what is held.
        if (!result.ok) return;
        expect(parseEdit(edit)).toEqual({ ok: true, edit });
        if (result.inverse === null) return;
        expect(parseEdit(structuredClone(result.inverse))).toEqual({ ok: true, edit: result.inverse });
      }),
      { numRuns: 200 },
    );
  });

  it('comes out of an import as it would alone, its offsets made origins', () => {
    fc.assert(
      fc.property(planAndEdit, ({ plan, edit }) => {
        const offset = mapOrigins(edit, (origin) => origin % 4);
        const cells = [1, 2, 3].map((row) => ({ sheet: 'A', cell: `B${row}`, raw: '1', rule: 'number' }));
        const imported = applyEdit(
          plan,
          { kind: 'import', file: { name: 'a.xlsx', sha256: '00' }, edits: [offset], cells },
          context,
        );
        const moved = mapOrigins(offset, (origin) => (origin === 0 ? 0 : context.origin + origin));
        const alone = applyEdit(plan, moved, context);
        expect(imported.ok).toBe(alone.ok);
        if (!imported.ok || !alone.ok) return;
        expect(imported.plan).toEqual(alone.plan);
        expect(imported.inverse?.kind).toBe('batch');
        const back = imported.inverse && applyEdit(imported.plan, imported.inverse, { origin: 9 });
        expect(back?.ok && back.plan).toEqual(plan);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a packed plan', () => {
  it('comes out as it went in, through a copy between processes too', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        expect(unpackPlan(structuredClone(packPlan(plan)))).toEqual(plan);
      }),
      { numRuns: 200 },
    );
  });
});

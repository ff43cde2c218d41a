import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocationId } from '#shared/plan/allocation.ts';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import type { PeriodKey } from '#shared/plan/axis.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import { LINE_MEASURES } from '#shared/plan/line.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { SOURCE_MEASURES } from '#shared/plan/source.ts';
import { findRow } from '#shared/plan/table.ts';
import { createSession, type Session } from '#main/planner/session.ts';
import { arbitraryBatch, arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { makePlanFile, NOW } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const RUNS = { numRuns: 25 };
const STEPS = 8;
const MOST_CELLS = 60;

type Cell = { readonly ref: SeriesRef; readonly period: PeriodKey };

/** The amount that a plan holds in a cell, blank where it has no such row or year. */
function amountIn(plan: Plan, { ref, period }: Cell): bigint | null {
  return seriesIn(plan, ref)?.minor[plan.axis.periods.indexOf(period)] ?? null;
}

function seriesIn(plan: Plan, ref: SeriesRef): Series | undefined {
  switch (ref.of) {
    case 'line':
      return findRow(plan.lines, ref.line)?.[ref.measure];
    case 'source':
      return findRow(plan.sources, ref.source)?.[ref.measure];
    case 'allocation':
      return findRow(plan.allocations, allocationId(ref.line, ref.source, ref.matchFor))?.amounts;
  }
}

function seriesOf(plan: Plan): SeriesRef[] {
  return [
    ...plan.lines.rows.flatMap(({ id }) =>
      LINE_MEASURES.map((measure): SeriesRef => ({ of: 'line', measure, line: id })),
    ),
    ...plan.sources.rows.flatMap(({ id }) =>
      SOURCE_MEASURES.map((measure): SeriesRef => ({ of: 'source', measure, source: id })),
    ),
    ...plan.allocations.rows.map(({ line, source, matchFor }): SeriesRef => ({
      of: 'allocation',
      line,
      source,
      matchFor,
    })),
  ];
}

/** Every cell of any of the plans whose amount is not the same in all of them. */
function changedCells(plans: readonly Plan[]): Cell[] {
  const cells = plans.flatMap((plan) =>
    seriesOf(plan).flatMap((ref) => plan.axis.periods.map((period): Cell => ({ ref, period }))),
  );
  const unique = new Map(cells.map((cell) => [JSON.stringify(cell), cell]));
  return [...unique.values()].filter((cell) => new Set(plans.map((plan) => amountIn(plan, cell))).size > 1);
}

/** Takes random steps, now and then back, and answers the plan after each of them. */
function takeSteps(session: Session, gen: fc.GeneratorValue): Plan[] {
  const plans = [session.state().plan];
  for (let count = 0; count < STEPS; count += 1) {
    const { plan, seq } = session.state();
    if (count % 4 === 3 && session.document().openSteps().undo !== null) session.undo();
    else {
      const edit = gen(count % 3 === 2 ? arbitraryBatch : arbitraryEdit, plan);
      const isTaken = applyEdit(plan, edit, { origin: originOfEdit(seq + 1) }).ok;
      if (!isTaken || !parseEdit(edit).ok) continue;
      session.apply(seq, edit);
    }
    plans.push(session.state().plan);
  }
  return plans;
}

it('tells of each cell of random plans what each of random steps and undos made of it', () => {
  const folder = tempFolder();
  let files = 0;
  let cells = 0;
  fc.assert(
    fc.property(arbitraryPlan, fc.gen(), (start, gen) => {
      files += 1;
      const session = createSession({
        handle: 'h',
        document: makePlanFile(join(folder, `${files}.perennial`), start),
        isDraft: () => false,
        tokenFor: () => 'token',
        user: () => 'A. Officer',
        now: () => NOW,
        onStep: () => undefined,
      });
      const plans = takeSteps(session, gen);
      const { history } = session.document();
      for (const cell of changedCells(plans).slice(0, MOST_CELLS)) {
        const amounts = plans.map((plan) => amountIn(plan, cell));
        const expected = amounts
          .map((after, seq) => ({ seq, before: amounts[seq - 1], after }))
          .filter(({ seq, before, after }) => seq > 0 && before !== after);
        const filter = { line: null, source: null, who: null, cell };
        const { steps, next } = history.page({ filter, before: null, limit: 100 });
        const told = steps.flatMap(({ seq, changes }) =>
          changes.map(
            (change) => change.kind === 'amount' && { seq, before: change.before, after: change.after },
          ),
        );
        expect(told).toEqual(expected.toReversed());
        expect(next).toBeNull();
        cells += 1;
      }
      session.document().close();
    }),
    RUNS,
  );
  expect(cells).toBeGreaterThan(100);
});

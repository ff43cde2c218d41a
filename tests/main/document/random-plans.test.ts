import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#shared/plan/apply-edit.ts';
import { parseEdit } from '#shared/plan/edit-schema.ts';
import { originOfEdit } from '#shared/plan/origin.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { createSession } from '#main/planner/session.ts';
import { arbitraryBatch, arbitraryEdit } from '#tests/fixtures/arbitrary-edit.ts';
import { arbitraryPlan } from '#tests/fixtures/arbitrary-plan.ts';
import { makePlanFile, NOW, openPlanFile } from '#tests/fixtures/open-plan-file.ts';
import { tempFolder } from '#tests/fixtures/temp-folder.ts';

const RUNS = { numRuns: 60 };
let files = 0;

function newPath(folder: string): string {
  files += 1;
  return join(folder, `${files}.perennial`);
}

/** The plan as a file gives it back. */
function reopened(path: string): Plan {
  const document = openPlanFile(path);
  document.close();
  return document.opened.plan;
}

describe('random plans', () => {
  it('come back from their file as they went in', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const path = newPath(folder);
        makePlanFile(path, plan).close();
        expect(reopened(path)).toEqual(plan);
      }),
      RUNS,
    );
  });

  it('stand in their file as they stand after random edits, and as they stood after as many undos', () => {
    const folder = tempFolder();
    fc.assert(
      fc.property(arbitraryPlan, fc.gen(), (plan, gen) => {
        const path = newPath(folder);
        const session = createSession({
          handle: 'h',
          document: makePlanFile(path, plan),
          isDraft: () => false,
          tokenFor: () => 'token',
          user: () => 'A. Officer',
          now: () => NOW,
          onStep: () => undefined,
        });
        const plans: Plan[] = [plan];
        for (let count = 0; count < 6; count += 1) {
          const { plan: now, seq } = session.state();
          const edit = gen(count % 3 === 2 ? arbitraryBatch : arbitraryEdit, now);
          const isTaken = applyEdit(now, edit, { origin: originOfEdit(seq + 1) }).ok;
          if (!isTaken || !parseEdit(edit).ok) continue;
          session.apply(seq, edit);
          plans.push(session.state().plan);
        }
        session.document().close();
        expect(reopened(path)).toEqual(plans.at(-1));
        const again = createSession({
          handle: 'h',
          document: openPlanFile(path),
          isDraft: () => false,
          tokenFor: () => 'token',
          user: () => 'B. Officer',
          now: () => NOW,
          onStep: () => undefined,
        });
        for (const before of plans.slice(0, -1).toReversed()) {
          again.undo();
          expect(again.state().plan).toEqual(before);
        }
        again.document().close();
        expect(reopened(path)).toEqual(plan);
      }),
      RUNS,
    );
  });
});

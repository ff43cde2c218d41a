import { createEngine, results } from '#shared/criteria/engine.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import { makeFormats } from '#shared/messages/make-formats.ts';
import { writeMessage } from '#shared/messages/write-message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { buildPlan, type PlanToBuild } from '#tests/fixtures/build-plan.ts';

/** What one check says of a plan. */
export function judge(check: string, plan: Plan | PlanToBuild): CheckResult {
  const built = 'axis' in plan ? plan : buildPlan(plan);
  const found = results(createEngine(built)).find(({ id }) => id === check);
  if (found === undefined) throw new Error(`No check ${check}`);
  return found;
}

/** State and value of one check, for a short assertion. */
export function verdict(check: string, plan: PlanToBuild): string {
  const { state, value } = judge(check, plan);
  return value === null ? state : `${state} ${value}`;
}

/** The sentence of one check as a British reader sees it. */
export function sentence(check: string, plan: PlanToBuild): string {
  const built = buildPlan(plan);
  const { currency, calendar } = built;
  return writeMessage(judge(check, built).message, makeFormats({ locale: 'en-GB', currency, calendar }));
}

/** Evidence in a line each: `line source period minor`, with a dash for what there is none of. */
export function evidence({ evidence: pieces }: CheckResult): readonly string[] {
  return pieces.map(
    ({ line, source, period, minor }) => `${line ?? '-'} ${source ?? '-'} ${period ?? '-'} ${minor}`,
  );
}

/** Missing entries in a line each: `line source period field`. */
export function missing({ missing: entries }: CheckResult): readonly string[] {
  return entries.map(
    ({ line, source, period, field }) => `${line ?? '-'} ${source ?? '-'} ${period ?? '-'} ${field}`,
  );
}

/** A plan with one line and one source that is certain and free, in whole pounds by year. */
export function oneLine(
  need: readonly (string | null)[],
  funding: readonly (string | null)[],
  details: Partial<PlanToBuild> = {},
): PlanToBuild {
  return {
    years: need.length,
    lines: [{ id: 'l1', title: 'Retrofit', need }],
    sources: [
      {
        id: 's1',
        name: 'Growth fund',
        award: funding,
        certainty: need.map(() => 4),
        carry: { rule: 'free' },
        ringFence: { kind: 'none' },
      },
    ],
    allocations: [{ line: 'l1', source: 's1', amounts: funding }],
    ...details,
  };
}

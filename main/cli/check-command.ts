import { createEngine, results } from '#shared/criteria/engine.ts';
import { checkJson } from '#shared/criteria/check-json.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import { planDigest } from '#shared/review/digest.ts';
import type { Plan } from '#shared/plan/plan.ts';
import { checkReport } from './check-report.ts';
import type { CliContext } from './cli-context.ts';
import { loadPlan } from './load-plan.ts';

export type CheckCall = { readonly file: string; readonly json: boolean; readonly locale: string | null };

const DONE = 0;
const SOMETHING_FAILS = 1;

/** `check`: answers the exit code, 1 when at least one check fails. */
export async function runCheck(context: CliContext, { file, json, locale }: CheckCall): Promise<number> {
  const { plan } = await loadPlan(context, file, locale);
  const found = checkPlan(plan);
  context.print(
    json ? JSON.stringify(checkJson(plan, found, planDigest(plan)), null, 2) : checkReport(plan, found),
  );
  return found.some(({ state }) => state === 'fail') ? SOMETHING_FAILS : DONE;
}

/** What every check says of a plan. */
export function checkPlan(plan: Plan): readonly CheckResult[] {
  return results(createEngine(plan));
}

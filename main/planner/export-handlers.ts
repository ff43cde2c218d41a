import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { planDigest } from '#shared/review/digest.ts';
import { packPlan } from '#shared/plan/packed-plan.ts';
import { checkFolder } from '#main/document/check-folder.ts';
import { PLAN_EXTENSION } from '#main/document/schema.ts';
import { chosenPath } from './chosen-path.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { safeFileName } from './safe-file-name.ts';
import { Refusal } from './refusal.ts';
import { runTask } from './run-task.ts';

const WRITE_LIMIT_MS = 300_000;

/** The call that writes the reviewed workbook, in a job: to the file that was chosen, or as bytes for a download. */
export function exportHandlers(context: PlannerContext): Handlers<'export/workbook'> {
  const { ports, plans } = context;
  return {
    'export/workbook': async ({ call, plan, file }) => {
      if (file !== null) {
        const path = chosenPath(ports.tokens, file);
        refusePlanFile(path);
        checkFolder(path);
        await writeWorkbook(context, { call, plan, path });
        return { name: basename(path), bytes: null };
      }
      const name = `${safeFileName(plans.get(plan).state().plan.title)}.xlsx`;
      const path = join(ports.folders.app, `${ports.newId()}.xlsx`);
      await mkdir(ports.folders.app, { recursive: true });
      try {
        await writeWorkbook(context, { call, plan, path });
        return { name, bytes: new Uint8Array(await readFile(path)) };
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

type WorkbookCall = { readonly call: string; readonly plan: string; readonly path: string };

async function writeWorkbook(
  context: PlannerContext,
  { call, plan: handle, path }: WorkbookCall,
): Promise<void> {
  const { ports, plans } = context;
  const { plan, seq } = plans.get(handle).state();
  const input = {
    plan: packPlan(plan),
    results: plans.checksOf(handle).current().results,
    digest: planDigest(plan),
    sequence: seq,
    exportedAt: ports.clock.now().toISOString(),
    appVersion: ports.version,
    path,
  };
  await runTask(context, {
    call,
    stage: { id: 'planner.writing-workbook' },
    request: { task: 'export/workbook', input, timeLimitMs: WRITE_LIMIT_MS },
  });
}

/** A workbook never takes the place of a plan. */
function refusePlanFile(path: string): void {
  if (!path.toLowerCase().endsWith(PLAN_EXTENSION)) return;
  const values = { file: basename(path) };
  throw new Refusal('not-a-workbook-name', { id: 'planner.export-over-plan', values });
}

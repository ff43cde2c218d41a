import type { JobTask } from '#main/jobs/job-protocol.ts';
import { unpackPlan, type PackedPlan } from '#shared/plan/packed-plan.ts';
import type { WorkbookInput } from './workbook-input.ts';
import { writeWorkbookFile } from './write-workbook.ts';

/** What crosses to the job that writes a workbook: the plan packed, and where to write. */
export type ExportTaskInput = Omit<WorkbookInput, 'plan'> & {
  readonly plan: PackedPlan;
  readonly path: string;
};

/** Writes the workbook of a plan in a job process. */
export const exportWorkbookTask: JobTask<ExportTaskInput, null> = async (
  { plan, path, ...rest },
  { onProgress, signal },
) => {
  await writeWorkbookFile({ ...rest, plan: unpackPlan(plan) }, path, { onProgress, signal });
  return null;
};

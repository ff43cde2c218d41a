import { exportWorkbookTask } from '#main/excel/write/export-task.ts';
import type { JobTasks } from './job-protocol.ts';

/** The tasks that worker processes do, by name. */
export const jobTasks = {
  'export/workbook': exportWorkbookTask,
} as const satisfies JobTasks;

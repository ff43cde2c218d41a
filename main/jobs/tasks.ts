import { checkDocumentTask } from '#main/document/check-task.ts';
import { exportWorkbookTask } from '#main/excel/write/export-task.ts';
import { readImportTask } from '#main/import/read-task.ts';
import type { JobTasks } from './job-protocol.ts';

/** The tasks that worker processes do, by name. */
export const jobTasks = {
  'document/check': checkDocumentTask,
  'export/workbook': exportWorkbookTask,
  'import/read': readImportTask,
} as const satisfies JobTasks;

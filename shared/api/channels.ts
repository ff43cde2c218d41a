import type { Channel } from './api.ts';

/** Every channel by name, without the contract's schemas: for what only passes calls on. */
export const CHANNELS = [
  'app/get-info',
  'file/list-plans',
  'file/choose-plan',
  'file/choose-target',
  'plan/create',
  'plan/open',
  'plan/open-sample',
  'plan/get-snapshot',
  'plan/apply-edit',
  'plan/undo',
  'plan/redo',
  'plan/open-upload',
  'plan/save-as',
  'plan/export-copy',
  'plan/duplicate',
  'plan/get-file-info',
  'draft/discard',
  'plan/close',
  'plan/get-provenance',
  'history/list',
  'history/get-changes',
  'versions/list',
  'versions/create',
  'versions/update',
  'versions/get-plan',
  'versions/compare',
  'versions/restore',
  'checks/get-results',
  'import/read-file',
  'import/get-cells',
  'import/preview',
  'import/apply',
  'import/close',
  'export/workbook',
  'job/cancel',
] as const satisfies readonly Channel[];

const known: ReadonlySet<string> = new Set(CHANNELS);

/** Whether the text names a channel. */
export function isChannel(text: string): text is Channel {
  return known.has(text);
}

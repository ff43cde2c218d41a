/** What the planner and the command line call: a workbook in, a report, a preview and plan edits out. */
export { readImport } from './read-import.ts';
export { suggestChoices } from './suggest-choices.ts';
export { previewImport } from './map/preview-import.ts';
export { editFromImport, planFromImport } from './map/plan-from-import.ts';
export { sheetCells } from './sheet-window.ts';
export { unpackImport } from './packed-import.ts';
export type { ImportState } from './import-state.ts';

import type { CatalogueText } from '../catalogue-text.ts';

type InFile = { readonly file: string };

/** Texts about calls to the planner, its jobs, and the steps that can be taken back. */
export const plannerMessages = {
  'planner.unknown-call': ({ channel }: { readonly channel: string }) =>
    `The window asked for something that this version does not know (${channel}). Restart Perennial.`,
  'planner.bad-input': ({ channel, where }: { readonly channel: string; readonly where: string }) =>
    `The window sent something that is not complete (${channel}${where === '' ? '' : `, ${where}`}), so nothing was changed. Try again; restart Perennial if it happens again.`,
  'planner.fault':
    'Something went wrong inside Perennial, so the last action was not done. What was saved before is safe: try again, and restart Perennial if it happens again.',
  'planner.bad-answer':
    'Perennial answered in a way that this window does not understand. Close the window and open it again.',
  'planner.plan-not-open': 'This plan is not open any more. Open it again.',
  'planner.import-not-open': 'The spreadsheet is not open any more. Choose it again.',
  'planner.unknown-file': 'This file was not chosen here. Choose it again.',
  'planner.unknown-sample': ({ sample }: { readonly sample: string }) =>
    `There is no sample plan called “${sample}”. Choose one from the list.`,
  'planner.sample-not-readable': ({ sample }: { readonly sample: string }) =>
    `The sample plan “${sample}” cannot be read. Install Perennial again to bring it back.`,
  'planner.stale-base':
    'The plan changed in between, so this step does not fit any more and was not saved. Look at the plan as it is now and make the change again.',
  'planner.two-imports': 'One step can bring one import only. Import the files one after the other.',
  'planner.nothing-to-undo': 'There is nothing to undo.',
  'planner.nothing-to-redo': 'There is nothing to redo.',
  'planner.nothing-to-restore': ({ name }: { readonly name: string }) =>
    `The plan is as it was in “${name}”: there is nothing to restore.`,
  'planner.export-over-plan': ({ file }: InFile) =>
    `${file} is a plan and cannot be replaced by a workbook. Choose a name that ends in .xlsx.`,
  'planner.copy-over-itself': ({ file }: InFile) =>
    `${file} is the plan that you are copying. Choose another name for the copy.`,
  'planner.open-here': ({ file }: InFile) =>
    `${file} is open in Perennial, so this cannot be done to it now. Close it first.`,
  'planner.not-a-draft': ({ file }: InFile) =>
    `${file} is no draft, so it is not discarded here. Delete it in its folder if you do not need it any more.`,
  'planner.upload-too-large': ({
    file,
    most,
    folder,
  }: InFile & { readonly most: number; readonly folder: string }) =>
    `${file} is larger than ${most} MB, which is more than a browser hands over. Move it into ${folder} and open it from the list there.`,
  'planner.copy-of': ({ title }: { readonly title: string }) => `Copy of ${title}`,
  'planner.reading-file': 'Reading the spreadsheet',
  'planner.writing-workbook': 'Writing the workbook',
  'planner.untitled': 'Untitled plan',

  'planner.step-amounts': 'Change of figures',
  'planner.step-certainty': 'Change of certainty',
  'planner.step-add-lines': 'New lines',
  'planner.step-update-line': 'Change of a line',
  'planner.step-remove-lines': 'Removal of lines',
  'planner.step-add-sources': 'New funding sources',
  'planner.step-update-source': 'Change of a funding source',
  'planner.step-remove-sources': 'Removal of funding sources',
  'planner.step-add-allocations': 'New funding of lines',
  'planner.step-remove-allocations': 'Removal of funding',
  'planner.step-years': 'Change of the plan’s years',
  'planner.step-plan': 'Change of the plan’s details',
  'planner.step-record': 'Review record',
  'planner.step-import': ({ file }: InFile) => `Import of ${file}`,
  'planner.restored-version': ({ name }: { readonly name: string }) => `Back to version “${name}”`,
  'planner.step-batch': ({ label }: { readonly label: string }) => label,
} as const satisfies Record<string, CatalogueText>;

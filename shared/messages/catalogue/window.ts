import type { CatalogueText } from '../catalogue-text.ts';
import { gridMessages } from './window-grid.ts';

type Named = { readonly name: string };
type Steps = { readonly steps: number };
type Unit = { readonly mark: string; readonly locale: string };

/** Short words for thousands and millions of a currency, as its own people head their tables. */
function thousands({ mark, locale }: Unit): string {
  if (locale.startsWith('ja')) return '千円';
  if (locale.startsWith('de')) return `T${mark}`;
  if (locale.startsWith('fr')) return `k${mark}`;
  return `${mark}000`;
}

function millions({ mark, locale }: Unit): string {
  if (locale.startsWith('ja')) return '百万円';
  if (locale.startsWith('de')) return `Mio. ${mark}`;
  if (locale.startsWith('fr')) return `M${mark}`;
  return `${mark}m`;
}

/** Texts of the window: its frame, the start page and its dialogs. */
export const windowMessages = {
  ...gridMessages,
  'window.app': 'Perennial',
  'window.cancel': 'Cancel',
  'window.try-again': 'Try again',
  'window.notices': 'Notices',
  'window.put-away': 'Put this notice away',
  'window.close-dialog': 'Close this dialog',
  'window.progress': 'Progress',
  'window.starting': 'Starting',

  'window.rooms': 'Rooms of the plan',
  'window.room-plan': 'Plan',
  'window.room-sources': 'Sources',
  'window.checks': 'Checks',
  'window.hide-checks': 'Hide the checks',
  'window.undo': 'Undo',
  'window.redo': 'Redo',
  'window.step-of': ({ step, label }: { readonly step: string; readonly label: string }) =>
    `${step}: ${label}`,
  'window.draft': 'Draft',
  'window.scheme': 'Light or dark',
  'window.scheme-auto': 'As the system has it',
  'window.scheme-light': 'Light',
  'window.scheme-dark': 'Dark',

  'window.units': ({
    currency,
    unit,
    prices,
  }: {
    readonly currency: string;
    readonly unit: string;
    readonly prices: string;
  }) => `${currency}, ${unit}, ${prices}`,
  'window.unit-thousands': thousands,
  'window.unit-millions': millions,
  'window.show-figures-in': 'Show figures in',
  'window.units-note':
    'Changes how figures are shown only. Figures are always typed in full, or with a word such as 12k.',
  'window.cash-prices': 'cash prices',
  'window.real-prices': ({ year }: { readonly year: string }, formats) => `${formats.year(year)} prices`,

  'window.saving': 'Saving',
  'window.all-saved': 'All changes saved',
  'window.saved-at': ({ time }: { readonly time: string }) => `Saved ${time}`,
  'window.not-saved': ({ steps }: Steps, { plural }) =>
    steps === 0
      ? 'The planner does not answer'
      : `Not saved: ${plural(steps, 'change', 'changes')} waiting for the planner to answer`,
  'window.leave-title': 'Close without saving?',
  'window.leave-text': ({ steps }: Steps, { plural }) =>
    `${plural(steps, 'change is', 'changes are')} not saved yet. If the plan is closed now, what is not saved is lost.`,
  'window.leave-keep': 'Keep the plan open',
  'window.leave-lose': ({ steps }: Steps) => (steps === 1 ? 'Close and lose it' : 'Close and lose them'),
  'window.restarted-state': ({ steps }: Steps, { plural }) =>
    steps === 0
      ? 'Perennial was started anew: this page has no way to it any more'
      : `Not saved: ${plural(steps, 'change', 'changes')} that the restarted Perennial cannot take from this page`,
  'window.restarted': ({ steps }: Steps, { plural }) => {
    const way =
      'Perennial was started anew and does not know this page any more. Open the address that it printed in its terminal in a new tab: all that was saved is there.';
    if (steps === 0) return way;
    return `${way} ${plural(steps, 'change was', 'changes were')} not saved and must be made there again:`;
  },
  'window.host-silent':
    'Perennial did not answer. Nothing that was saved is lost. Try again, or start Perennial anew.',
  'window.realigned':
    'The plan on screen differed from the saved one and was loaded again. These changes were not kept:',

  'window.new-plan': 'New plan',
  'window.open-plan': 'Open a plan',
  'window.import-spreadsheet': 'Import a spreadsheet',
  'window.new-plan-item': 'New plan…',
  'window.open-plan-item': 'Open a plan…',
  'window.import-item': 'Import a spreadsheet…',
  'window.save-as-item': 'Save as…',
  'window.export-item': 'Export workbook…',
  'window.close-plan': 'Close plan',
  'window.rename-plan': 'Rename plan',
  'window.create-plan': 'Create plan',
  'window.save-as': 'Save plan as',
  'window.file-name': 'Name',
  'window.replace-file': 'Replace a plan that has this name already',

  'window.start-title': 'Plan money over many years',
  'window.start-text':
    'Bring in a spreadsheet you already have, or begin with an empty plan. Everything stays on this computer.',
  'window.drop-hint': 'or drop a spreadsheet or a plan anywhere in this window',
  'window.drop-here': 'Drop a spreadsheet to import it, or a plan to open it',
  'window.recent-plans': 'Recent plans',
  'window.no-recent-plans': 'Plans that you open or save appear here.',
  'window.recent-note': ({ place, date }: { readonly place: string; readonly date: string }) =>
    `${place}, opened ${date}`,
  'window.samples': 'Samples to try',
  'window.busy-opening': 'Opening the plan',
  'window.busy-creating': 'Creating the plan',
  'window.reading-folder': 'Reading the folder',
  'window.folder-empty': ({ folder }: { readonly folder: string }) =>
    `There are no plans in ${folder} yet. Create one, or import a spreadsheet.`,
  'window.plans-in-folder': ({ folder }: { readonly folder: string }) => `Plans in ${folder}`,
  'window.changed-on': ({ date }: { readonly date: string }) => `Changed ${date}`,

  'window.title': 'Title',
  'window.notation': 'Numbers and dates',
  'window.currency': 'Currency',
  'window.year-starts-in': 'Fiscal year starts in',
  'window.first-year': 'First year starts in',
  'window.number-of-years': 'Number of years',
  'window.locale-en-gb': 'British, 1,234.50',
  'window.locale-en-us': 'American, 1,234.50',
  'window.locale-de-de': 'German, 1.234,50',
  'window.locale-fr-fr': 'French, 1 234,50',
  'window.locale-ja-jp': 'Japanese, 1,234',
  'window.title-needed': 'Give the plan a title.',
  'window.currency-unknown': 'This is no currency code. Choose one from the list.',
  'window.first-year-wrong': 'Type the year as four digits, from 1900 to 2200.',
  'window.years-wrong': 'Type a number of years from 1 to 60.',

  'window.shut-out-title': 'This page has no key',
  'window.shut-out-text':
    'Perennial opens only from the address that it prints when it starts. Copy the whole address, with the part after #, into this browser.',
  'window.unreachable-title': 'Perennial does not answer',
  'window.unreachable-text':
    'The program behind this page may have been closed. Nothing that was saved is lost. Start it again, then try again here.',

  'window.export-workbook': 'Export workbook',
  'window.export-text':
    'Writes an Excel workbook with a summary, the plan, its funding and sources, and the checks, with live formulas.',
  'window.exported': ({ name }: Named) => `Exported “${name}”.`,
} as const satisfies Record<string, CatalogueText>;

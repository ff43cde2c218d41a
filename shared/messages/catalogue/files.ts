import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type Named = { readonly name: string };
type Steps = { readonly steps: number };
type Moment = { readonly moment: string };

/** That changes wait, and how many; or that the next ones will, where none does yet. */
function unsaved(steps: number, { plural }: Formats): string {
  return steps === 0 ? 'Changes are no longer saved' : `Not saved, ${plural(steps, 'change', 'changes')}`;
}

const CUT = { kilobyte: 1024, megabyte: 1024 ** 2, gigabyte: 1024 ** 3 } as const;

/** A size as file managers write it: in the largest unit of which it has one, to a tenth. */
function size(bytes: number, locale: string): string {
  const unit = bytes >= CUT.gigabyte ? 'gigabyte' : bytes >= CUT.megabyte ? 'megabyte' : 'kilobyte';
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 });
  return format.format(bytes / CUT[unit]);
}

/** Texts about plan files: opening, drafts, copies, where the work stands, and what befell the file. */
export const filesMessages = {
  'files.opening': ({ name }: Named) => `Opening “${name}”`,
  'files.close': 'Close',

  'files.in-use-title': 'Somebody else has this plan open',
  'files.in-use-by': ({
    user,
    host,
    moment,
    isThisMachine,
  }: {
    readonly user: string;
    readonly host: string;
    readonly isThisMachine: boolean;
  } & Moment) =>
    isThisMachine
      ? `${user} has had this plan open on this computer since ${moment}, in another Perennial.`
      : `${user} has had this plan open on ${host} since ${moment}.`,
  'files.in-use-unknown': 'Another program has this plan open to change it, and does not say whose it is.',
  'files.in-use-read': 'You can open it to read, and save it under another name to change your own copy.',
  'files.in-use-list': 'To read it, open it from the list of plans.',
  'files.take-over-note':
    'Take over only if you know that they no longer work in it: what they type from now on is not saved in this file.',
  'files.open-to-read': 'Open to read',
  'files.take-over': 'Take over',

  'files.damaged-title': 'This plan file is damaged',
  'files.recovery': (
    { edits, salvaged, moment }: { readonly edits: number; readonly salvaged: number } & Moment,
    { plural, count }: Formats,
  ) => {
    const whole = `It holds ${plural(edits, 'edit', 'edits')}`;
    if (salvaged === 0)
      return `The newest good state is the backup of ${moment}. ${whole}; the damaged file itself gave no later ones.`;
    return `The newest good state is the backup of ${moment}, with what the damaged file itself still gave. ${whole}, ${count(salvaged)} of them from the damaged file.`;
  },
  'files.recover-note': 'The damaged file is not thrown away: it is kept beside the recovered plan.',
  'files.open-recovered': 'Open the recovered plan',

  'files.drafts': 'Drafts',
  'files.no-drafts': 'A new plan or an import is kept here until you save it under a name of its own.',
  'files.untitled': 'Untitled',
  'files.draft-note': (
    { date, edits }: { readonly date: string; readonly edits: number },
    { plural }: Formats,
  ) => `Changed ${date}, ${edits === 0 ? 'no edits yet' : plural(edits, 'edit', 'edits')}`,
  'files.discard': 'Discard',
  'files.discard-named': ({ name }: Named) => `Discard “${name}”`,
  'files.discard-title': 'Discard this draft?',
  'files.discard-text': (
    { name, edits, moment }: Named & Moment & { readonly edits: number },
    { plural }: Formats,
  ) =>
    `“${name}” was last changed on ${moment}${edits === 0 ? '' : ` and holds ${plural(edits, 'edit', 'edits')}`}. A draft that is discarded cannot be brought back.`,
  'files.discard-draft': 'Discard the draft',
  'files.keep-draft': 'Keep it',

  'files.duplicate-item': 'Duplicate',
  'files.export-copy-item': 'Export a copy…',
  'files.about-item': 'About this file…',
  'files.duplicating': 'Copying the plan',
  'files.duplicated': ({ name }: Named) =>
    `This is a copy of “${name}”, with its whole history. It is kept as a draft until you save it under a name of its own.`,
  'files.export-copy': 'Export a copy',
  'files.export-copy-text':
    'Writes the plan with its whole history to another file. You go on working in this one.',
  'files.copy-exported': ({ name }: Named) => `The copy is in “${name}”.`,
  'files.copy-name': ({ name }: Named) => `Copy of ${name}`,

  'files.about': 'About this file',
  'files.about-busy': 'Looking at the file',
  'files.about-name': 'Name',
  'files.about-folder': 'Folder',
  'files.about-draft': 'A draft: it has no file of its own choosing yet',
  'files.about-size': 'Size',
  'files.size': ({ bytes }: { readonly bytes: number }, { locale }: Formats) => size(bytes, locale),
  'files.about-made': 'Made',
  'files.made': ({ moment, version }: Moment & { readonly version: string }) =>
    `${moment}, with Perennial ${version}`,
  'files.about-edits': 'Edits',
  'files.edits': ({ edits }: { readonly edits: number }, { count }: Formats) => count(edits),
  'files.about-integrity': 'Integrity',
  'files.integrity': ({
    check,
    isGood,
    moment,
  }: Moment & { readonly check: 'quick' | 'full'; readonly isGood: boolean }) => {
    const how = check === 'full' ? 'read through whole' : 'looked at when it was opened';
    return isGood
      ? `No damage found: the file was ${how}, ${moment}.`
      : `Damage was found when the file was ${check === 'full' ? 'read through' : 'opened'}, ${moment}. Save the plan under another name.`;
  },
  'files.about-backups': 'Backups',
  'files.no-backups': 'None yet. One is written beside the file while you work.',
  'files.backup': (
    { moment, edits, bytes }: Moment & { readonly edits: number; readonly bytes: number },
    { plural, locale }: Formats,
  ) => `${moment}: ${plural(edits, 'edit', 'edits')}, ${size(bytes, locale)}`,
  'files.about-backup-problem': 'Last backup',

  'files.not-saved-disk-full': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: the disk is full. Free some space.`,
  'files.not-saved-busy': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: another program is using the file. Close it there.`,
  'files.not-saved-not-allowed': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: you may not write to the file. Save the plan elsewhere.`,
  'files.not-saved-failed': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: the disk reported a fault. Save the plan elsewhere.`,
  'files.read-only': 'Reading only',
  'files.what-to-do': 'What to do…',

  'files.trouble-changed-state': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: another program changed the file`,
  'files.trouble-gone-state': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: the file is gone`,
  'files.trouble-taken-over-state': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: somebody else took the plan over`,
  'files.trouble-damaged-state': ({ steps }: Steps, formats: Formats) =>
    `${unsaved(steps, formats)}: the file is damaged`,
  'files.trouble-reader-state': 'The file has changed since you opened it to read',
  'files.trouble-changed-title': 'The file was changed by another program',
  'files.trouble-gone-title': 'The file is not there any more',
  'files.trouble-taken-over-title': 'Somebody else took this plan over',
  'files.trouble-damaged-title': 'The file was damaged',
  'files.trouble-changed': ({ name }: Named) =>
    `Something else wrote to “${name}” while it was open here: a program that keeps folders in step, perhaps, or somebody with a copy of it. Perennial writes nothing more to it, so that nothing of theirs is lost.`,
  'files.trouble-gone': ({ name }: Named) =>
    `“${name}” was moved, renamed or deleted while it was open here, or its drive was taken away. Nothing more can be written to it.`,
  'files.trouble-taken-over': ({ name }: Named) =>
    `“${name}” is edited by somebody else now. Perennial writes nothing more to it from here, so that their work and yours do not mix.`,
  'files.trouble-damaged': ({ name }: Named) =>
    `“${name}” cannot be read reliably any more. Perennial writes nothing more to it, so that it can still be mended.`,
  'files.trouble-here':
    'The plan as you see it is still in this window. Save it under another name to keep it.',
  'files.trouble-unsaved': ({ steps }: Steps, { plural }: Formats) =>
    `${plural(steps, 'change is', 'changes are')} not in the file, and would be lost by opening it as it is now:`,
  'files.trouble-unsaved-gone': ({ steps }: Steps, { plural }: Formats) =>
    `${plural(steps, 'change is', 'changes are')} not saved yet:`,
  'files.save-mine': 'Save my plan under another name',
  'files.open-as-is': 'Open the file as it is now',
  'files.held-elsewhere':
    'This plan is open in another tab as well, which holds it as it was before the file changed. Close the plan there, then open the file again.',
  'files.later': 'Not now',

  'files.drop-one': ({ files }: { readonly files: number }, { count }: Formats) =>
    `${count(files)} files were dropped at once, so none was taken. Drop one: a plan to open it, or a spreadsheet to import it.`,
  'files.drop-unknown': ({ name }: Named) =>
    `“${name}” is neither a plan nor a spreadsheet, so it was left alone. Drop a .perennial file to open it, or an .xlsx, .xlsm, .csv or .tsv file to import it.`,
  'files.unreadable': ({ name }: Named) =>
    `“${name}” cannot be read. Check that it is still there and that you may open it.`,
  'files.opened-copy': ({
    dropped,
    name,
    place,
  }: Named & { readonly dropped: string; readonly place: string | null }) =>
    `A browser does not say where “${dropped}” lies, so a copy of it was opened: changes go to “${name}”${place === null ? '' : ` in ${place}`}.`,
} as const satisfies Record<string, CatalogueText>;

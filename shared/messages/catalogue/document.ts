import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type InFile = { readonly file: string };
type Recovered = {
  readonly damaged: string;
  readonly saved: string;
  readonly edits: number;
  readonly salvaged: number;
  readonly lost: number;
};
type Holder = { readonly user: string; readonly host: string; readonly since: string };

const SAVE_A_COPY = 'Save the plan under another name to go on working on a copy.';

/** Why a plan file cannot be opened or written: what happened, to which file, what to do. */
export const documentMessages = {
  'document.not-found': ({ file }: InFile) =>
    `${file} is not there any more. Check that it was not moved, renamed or deleted.`,
  'document.not-a-plan': ({ file }: InFile) =>
    `${file} holds no Perennial plan, or is damaged. Choose another plan, or import the file if it is a spreadsheet.`,
  'document.newer-version': ({ file }: InFile) =>
    `${file} was made by a newer version of Perennial and is left as it is. Install the newer version to open it.`,
  'document.wrong-mode': ({ file }: InFile) =>
    `${file} was switched to a write-ahead log by another program, which is not safe for a plan that is copied or shared. Close it there and set its journal mode to DELETE, then open it again.`,
  'document.changed-structure': ({ file }: InFile) =>
    `${file} holds tables, triggers or views that Perennial did not make, so it is not opened and was not changed. Ask for the original file.`,
  'document.damaged': ({ file }: InFile) =>
    `${file} is damaged and cannot be read reliably. It was not changed. Look for an earlier copy of it: in the backups of your computer or server, among the versions that a sync service keeps, or with somebody to whom you sent it.`,
  'document.damaged-with-backup': ({ file }: InFile) =>
    `${file} is damaged and cannot be read reliably. It was not changed. Perennial keeps backups beside it, from which the newest good state can be taken.`,
  'document.damaged-while-open': ({ file }: InFile) =>
    `${file} was found to be damaged, so the last change was not saved. Save the plan under another name: what you see on screen is written there.`,
  'document.foreign-journal': ({ file, journal }: InFile & { readonly journal: string }) =>
    `Beside ${file} lies ${journal}, which Perennial did not write and which could change other files. The plan was not opened, and nothing was changed. Ask whoever sent it for the plan alone, or move ${journal} away and open the plan again.`,
  'document.not-valid': ({ file, where }: InFile & { readonly where: string }) =>
    `${file} holds something that no plan can hold (${where}), so it is not opened and was not changed. Open a backup or an earlier copy of it.`,
  'document.holds-too-much': ({ file }: InFile) =>
    `${file} holds a single text or block of more than 64 megabytes, as no plan does, and that cannot be read. It was not changed. Open a backup or an earlier copy of it.`,
  'document.too-large': ({ file }: InFile) =>
    `This change holds more than 64 megabytes in one piece, which ${file} cannot take, so it was not saved. Make it in smaller parts.`,
  'document.step-unreadable': ({ file, step }: InFile & { readonly step: number }, { count }: Formats) =>
    `Step ${count(step)} in the history of ${file} is damaged or was changed by another program, and cannot be read. The plan itself is not: you can go on working on it. Look for that step in a backup or an earlier copy of the file.`,
  'document.not-allowed': ({ file }: InFile) =>
    `${file} may not be opened or written there. Check your permissions for the file and its folder, or choose another folder.`,
  'document.folder-not-writable': ({ file, folder }: InFile & { readonly folder: string }) =>
    `${file} cannot be written: the folder ${folder} is not there, or you may not write to it. Choose another folder.`,
  'document.no-room-for-file': ({ file }: InFile) =>
    `The disk has no room for ${file}. Nothing was written. Free some space, or choose another place.`,
  'document.disk-full': ({ file }: InFile) =>
    `The disk is full, so the last change to ${file} was not saved. Free some space, then try again.`,
  'document.busy': ({ file }: InFile) =>
    `${file} is being used by another program, so the last change was not saved. Close it there and try again.`,
  'document.file-exists': ({ file }: InFile) =>
    `There is a file called ${file} already. Choose another name, or remove that file first.`,
  'document.failed': ({ file }: InFile) =>
    `The disk reported a fault with ${file}; the last change was not saved. ${SAVE_A_COPY}`,
  'document.target-in-use': ({ file }: InFile) =>
    `${file} is open, here or elsewhere, so it cannot be replaced. Close it first, or choose another name.`,
  'document.taken-over': ({ file }: InFile) =>
    `Somebody else writes to ${file} now, so the last change was not saved. ${SAVE_A_COPY}`,
  'document.changed-on-disk': ({ file }: InFile) =>
    `Another program, such as a sync service, has written to ${file} or replaced it, so the last change was not saved and nothing more is written there. Save the plan under another name to keep what you see, or close it and open ${file} as it is now.`,
  'document.gone': ({ file }: InFile) =>
    `${file} is no longer where it was opened: it was deleted, moved or renamed. The last change was not saved. Save the plan under another name to keep what you see.`,
  'document.history-stayed-behind': ({ file, from }: InFile & { readonly from: string }) =>
    `${file} holds the plan as you see it. Its history and versions could not be brought along, because ${from} can no longer be read as it was.`,
  'document.in-use': ({ file, user, host, since }: InFile & Holder, { date }: Formats) =>
    `${user} has had ${file} open on ${host} since ${date(since)}. Open it to read, or ask ${user} to close it.`,
  'document.in-use-unknown': ({ file }: InFile) =>
    `A lock beside ${file} says that it is open, and cannot be read. Open the plan to read, or ask who else works on it.`,
  'document.read-only': ({ file }: InFile) =>
    `${file} is open for reading only, so it cannot be changed. ${SAVE_A_COPY}`,
  'document.version-without-name': 'A version needs a name. Give it one and save it again.',
  'document.version-name-taken': ({ name }: { readonly name: string }) =>
    `There is a version called “${name}” already. Choose another name.`,
  'document.no-such-version': ({ file }: InFile) =>
    `${file} does not have this version. Close the list of versions and open it again.`,
  'document.version-damaged': ({ file, name }: InFile & { readonly name: string }) =>
    `The version “${name}” in ${file} is damaged and cannot be read. The plan itself is not: look for the version in a backup or an earlier copy of the file.`,
  'document.reading-because-in-use': ({ user, host, since }: Holder, { date }: Formats) =>
    `${user} has had this plan open on ${host} since ${date(since)}. You can read it; ${user} can change it.`,
  'document.reading-because-asked': 'This plan was opened for reading only.',
  'document.reading-because-locked':
    'Another program has this plan open, and it does not say which. You can read it, and save a copy to change.',
  'document.reading-because-not-writable':
    'You may not write to this file or its folder. You can read the plan, and save a copy elsewhere to change.',
  'document.recovered': (
    { file, damaged, saved, edits, salvaged, lost }: InFile & Recovered,
    { date, count, plural }: Formats,
  ) =>
    `${file} was damaged. It stands again at edit ${count(edits)}: ${
      salvaged === 0
        ? `the backup of ${date(saved)}`
        : `the backup of ${date(saved)}, and ${plural(salvaged, 'edit', 'edits')} made after it`
    }. ${lost === 0 ? '' : `${plural(lost, 'later edit', 'later edits')} could not be read. `}The damaged file is kept beside it as ${damaged}.`,
  'document.not-damaged': ({ file }: InFile) =>
    `${file} can be read, so it was left as it is and no backup was put in its place.`,
  'document.no-recovery': ({ file }: InFile) =>
    `${file} is damaged, and no backup beside it can be read. It was not changed. Look for an earlier copy of it: in the backups of your computer or server, among the versions that a sync service keeps, or with somebody to whom you sent it.`,
  'document.no-backup': ({ file }: InFile) =>
    `No backup of ${file} could be written. The plan itself is saved. Save a copy of it elsewhere, and look whether its disk is well.`,
  'document.no-backup-disk-full': ({ file }: InFile) =>
    `No backup of ${file} could be written: the disk is full. The plan itself is saved. Free some space: backups go on by themselves.`,
  'document.no-backup-not-allowed': ({ file, folder }: InFile & { readonly folder: string }) =>
    `No backup of ${file} could be written: you may not write to the folder ${folder}. The plan itself is saved. Ask for permission to write there, or save the plan in another folder.`,
  'document.check-found-damage': ({ file }: InFile) =>
    `A full check of ${file} found damage in it. Save the plan under another name now and go on working on that copy; the backups beside ${file} were left as they were.`,
  'document.brought-up-to-date': ({ file, kept }: InFile & { readonly kept: string }) =>
    `${file} was made by an earlier version of Perennial and has been brought up to date. The file as it was is kept beside it as ${kept}.`,
  'document.older-shown': ({ file }: InFile) =>
    `${file} was made by an earlier version of Perennial. It is shown as this version reads it, and was not changed.`,
  'document.older-unreadable-steps': ({ steps }: { readonly steps: number }, { plural }: Formats) =>
    `What ${plural(steps, 'step', 'steps')} of its history changed cannot be read, and is not shown. The plan itself is whole.`,
  'document.older-disk-full': ({ file }: InFile) =>
    `${file} was made by an earlier version of Perennial, and the disk has no room to bring it up to date. It was not changed. Free some space and open it again, or open it to read.`,
  'document.older-not-written': ({ file }: InFile) =>
    `${file} was made by an earlier version of Perennial and could not be brought up to date: its folder did not take the new file. It was not changed. Check that nothing else uses it and that you may write to its folder, or open it to read.`,
} as const satisfies Record<string, CatalogueText>;

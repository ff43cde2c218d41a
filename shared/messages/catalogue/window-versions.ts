import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type Named = { readonly name: string };
type Compared = { readonly from: string; readonly to: string };
type Counted = { readonly count: number };

/** Texts of the versions of a plan: their list, saving one, comparing two, going back to one. */
export const versionsWindowMessages = {
  'window.versions': 'Versions',
  'window.versions-empty-title': 'This plan has no versions yet',
  'window.versions-empty-text':
    'A version keeps the whole plan under a name, as it stands now: as first agreed, as approved, or before a large change. Later you can compare any two, and bring the plan back to one.',
  'window.versions-note': 'A version keeps the whole plan as it stood when it was saved.',
  'window.save-version': 'Save a version',
  'window.save-version-item': 'Save a version…',
  'window.save-version-keys': 'Ctrl+Shift+S',
  'window.version-read-only': ({ reason }: { readonly reason: string }) =>
    `No version can be saved here. ${reason}`,
  'window.version-kind': 'Kind',
  'window.version-kind-named': 'Named',
  'window.version-kind-original': 'Original',
  'window.version-kind-approved': 'Approved',
  'window.version-kind-named-note': 'A moment to come back to, such as “before re-profiling”.',
  'window.version-kind-original-note': 'The plan as it was first agreed.',
  'window.version-kind-approved-note': 'The plan as it was approved, for a budget or a board.',
  'window.version-name': 'Name',
  'window.version-name-numbered': ({ name, number }: Named & { readonly number: number }) =>
    `${name} ${number}`,
  'window.version-name-default': 'Version',
  'window.version-name-needed': 'Give the version a name.',
  'window.version-note': 'Note',
  'window.version-note-hint': 'Why it is kept, or what it holds.',
  'window.version-unsaved':
    'The last edits are not saved yet, and a version keeps only what is saved. Wait until the foot of the window says that all is saved, then try again.',
  'window.version-saved': ({ name }: Named) => `Saved the version “${name}”.`,
  'window.version-edit': 'Edit',
  'window.version-edit-of': ({ name }: Named) => `Edit “${name}”`,
  'window.version-edit-title': 'Edit the version',
  'window.version-edit-save': 'Save changes',
  'window.version-saved-by': ({ by, moment }: { readonly by: string; readonly moment: string }) =>
    `Saved by ${by}, ${moment}`,
  'window.version-since': ({ count }: Counted, { plural }: Formats) =>
    count === 0 ? 'No edits since' : `${plural(count, 'edit', 'edits')} since`,

  'window.restore': 'Restore',
  'window.restore-of': ({ name }: Named) => `Restore “${name}”`,
  'window.restore-title': ({ name }: Named) => `Restore “${name}”?`,
  'window.restore-text': ({ name }: Named) =>
    `Brings the plan back to “${name}” as one change that can be undone. Comments, acceptances and sign-offs stay.`,
  'window.restore-count': ({ count }: Counted, { plural }: Formats) =>
    `${plural(count, 'thing', 'things')} will change.`,
  'window.restore-nothing': ({ name }: Named) =>
    `The plan is as it was in “${name}”: there is nothing to restore.`,
  'window.restore-button': 'Restore this version',
  'window.restored': ({ name }: Named) => `The plan is back at “${name}”. Undo takes this back.`,
  'window.close': 'Close',

  'window.compare': 'Compare',
  'window.compare-of': ({ name }: Named) => `Compare “${name}” with the current plan`,
  'window.compare-states': 'What is compared',
  'window.compare-from': 'From',
  'window.compare-to': 'To',
  'window.compare-swap': 'Swap from and to',
  'window.compare-back': 'All versions',
  'window.compare-current': 'Current plan',
  'window.compare-group-now': 'Now',
  'window.compare-group-original': 'Original',
  'window.compare-group-approved': 'Approved',
  'window.compare-group-named': 'Named versions',
  'window.compare-group-files': 'Plan files',
  'window.compare-choose-file': 'A plan file…',
  'window.compare-file-title': 'Compare with a plan file',
  'window.compare-version': ({ name, moment }: Named & { readonly moment: string }) => `${name}, ${moment}`,
  'window.compare-busy': 'Comparing',
  'window.compare-same': ({ from, to }: Compared) =>
    `Nothing differs between “${from}” and “${to}”: every figure, row and detail is the same.`,
  'window.compare-currencies':
    'The two are in different currencies, so their amounts are not compared. Their rows and details are.',
  'window.compare-no-amounts': 'No amounts differ.',
  'window.compare-choose': 'Both sides are the same state. Choose another one to compare it with.',
  'window.compare-failed': 'The two could not be compared',
  'window.versions-wrong': 'The versions could not be read',

  'window.moved': 'What moved in all',
  'window.moved-in': ({ unit }: { readonly unit: string }) => `Amounts in ${unit}`,
  'window.moved-measure': 'Measure',
  'window.moved-before': 'Before',
  'window.moved-after': 'After',
  'window.moved-raised': 'Raised',
  'window.moved-lowered': 'Lowered',
  'window.moved-net': 'Net',
  'window.moved-now': 'Now',
  'window.moved-then': 'Then',
  'window.moved-by-year': 'Need and funding by year',
  'window.compared-need': 'Need',
  'window.compared-actual': 'Actual spend',
  'window.compared-risk': 'Risk allowance',
  'window.compared-bias': 'Optimism-bias allowance',
  'window.compared-award': 'Awards',
  'window.compared-drawn': 'Money drawn',
  'window.compared-allocation': 'Funding',
  'window.moved-row': ({ measure, part }: { readonly measure: string; readonly part: string }) =>
    `${measure}, ${part.toLowerCase()}`,

  'window.changes': 'What differs',
  'window.changes-count': ({ count }: Counted, { plural }: Formats) =>
    plural(count, 'difference', 'differences'),
  'window.changes-found': (
    { found, searched, count }: Counted & { readonly found: number; readonly searched: number },
    { count: write, plural }: Formats,
  ) =>
    searched < count
      ? `${write(found)} found in the first ${write(searched)} of ${plural(count, 'difference', 'differences')}`
      : `${write(found)} of ${plural(count, 'difference', 'differences')}`,
  'window.changes-filter': 'Filter by line or source',
  'window.changes-none': 'No line or source with this text differs.',
  'window.changes-none-yet': 'No line or source with this text is among the differences searched so far.',
  'window.changes-more': ({ next }: { readonly next: number }, { count }: Formats) =>
    `Show ${count(next)} more`,
  'window.changes-search-on': 'Search on',
  'window.change-column-subject': 'Line or source',
  'window.change-column-what': 'What',
  'window.change-column-period': 'Year',
  'window.change-column-before': 'Before',
  'window.change-column-after': 'After',
  'window.change-column-difference': 'Difference',
  'window.change-line': 'Line',
  'window.change-source': 'Source',
  'window.change-years': 'Years',
  'window.change-record': 'Record',
  'window.change-added': 'Added',
  'window.change-removed': 'Removed',
  'window.change-moved': 'Moved to another place',
  'window.change-changed': 'Changed',
  'window.change-funding': ({
    source,
    matchFor,
  }: {
    readonly source: string;
    readonly matchFor: string | null;
  }) => (matchFor === null ? `Funding from ${source}` : `Funding from ${source} as match for ${matchFor}`),
} as const satisfies Record<string, CatalogueText>;

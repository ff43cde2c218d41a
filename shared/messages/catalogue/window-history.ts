import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';
import { fieldMessages } from './window-fields.ts';

type Named = { readonly name: string };
type Moment = { readonly who: string; readonly time: string };
type Happened = { readonly who: string; readonly moment: string };
type Counted = { readonly count: number };
type Subject = Named & { readonly what: string; readonly period: string | null };
type FromTo = { readonly before: string; readonly after: string };

/** A label as it stands in the middle of a sentence; one that begins with an abbreviation keeps its capitals. */
const within = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

/** Texts of the history of a plan, of one cell, and of where a figure came from. */
export const historyWindowMessages = {
  ...fieldMessages,
  'window.room-history': 'History',
  'history.views': 'Parts of the history',
  'history.tab-changes': 'Changes',
  'history.filters': 'Which changes are shown',
  'history.filter-line': 'Line',
  'history.filter-source': 'Source',
  'history.filter-person': 'Person',
  'history.every-line': 'Every line',
  'history.every-source': 'Every source',
  'history.every-person': 'Everybody',
  'history.nothing-found': 'Nothing has this name',
  'history.gone': ({ name }: Named) => `${name} (removed)`,
  'history.clear-filters': 'Clear filters',
  'history.reading': 'Reading the history',
  'history.empty-title': 'Nothing has been changed yet',
  'history.empty-text':
    'Every change of this plan will stand here with its time, its author and what was there before.',
  'history.none-found-title': 'No change fits these filters',
  'history.none-found-text': 'Clear the filters to see every change of the plan.',
  'history.wrong-title': 'The history could not be read',
  'history.wrong-text': ({ reason }: { readonly reason: string }) =>
    `${reason} Nothing in the plan was changed.`,
  'history.earlier': 'Show earlier changes',
  'history.beginning': 'This is where the plan begins.',
  'history.today': ({ day }: { readonly day: string }) => `Today, ${day}`,
  'history.yesterday': ({ day }: { readonly day: string }) => `Yesterday, ${day}`,
  'history.by': ({ who, moment }: Happened) => `${moment}, ${who}`,
  'history.undo': ({ label }: { readonly label: string }) => `Undo: ${label}`,
  'history.redo': ({ label }: { readonly label: string }) => `Redo: ${label}`,
  'history.undone': 'Undone later',
  'history.redone': 'Redone later',
  'history.redone-by': ({ who, time }: Moment) => `Redone by ${who} at ${time}`,
  'history.undone-by': ({ who, time }: Moment) => `Undone by ${who} at ${time}`,
  'history.show-all': ({ count }: Counted, { count: write }: Formats) => `Show all ${write(count)} changes`,
  'history.show-more': (
    { next, shown, count }: Counted & { readonly next: number; readonly shown: number },
    { count: write }: Formats,
  ) => `Show ${write(next)} more (${write(shown)} of ${write(count)} shown)`,
  'history.show-fewer': 'Show fewer',
  'history.nothing-differs': 'No figure or detail of the plan was changed by this step.',

  'history.subject': ({ name, what, period }: Subject, { year }: Formats) =>
    `${name}, ${within(what)}${period === null ? '' : ` ${year(period)}`}`,
  'history.from-to': ({ before, after }: FromTo) => `${before} to ${after}`,
  'history.changed': 'changed',
  'history.the-plan': 'Plan',
  'history.blank': 'blank',
  'history.measure-need': 'need',
  'history.measure-actual': 'actual spend',
  'history.measure-risk': 'risk allowance',
  'history.measure-bias': 'optimism-bias allowance',
  'history.measure-award': 'award',
  'history.measure-drawn': 'money drawn',
  'history.measure-certainty': 'certainty',
  'history.funding-from': ({
    source,
    matchFor,
  }: {
    readonly source: string;
    readonly matchFor: string | null;
  }) => (matchFor === null ? `funding from ${source}` : `funding from ${source} as match for ${matchFor}`),
  'history.line-added': ({ name }: Named) => `Line “${name}” added`,
  'history.line-removed': ({ name }: Named) => `Line “${name}” removed`,
  'history.line-moved': ({ name }: Named) => `Line “${name}” moved to another place`,
  'history.source-added': ({ name }: Named) => `Source “${name}” added`,
  'history.source-removed': ({ name }: Named) => `Source “${name}” removed`,
  'history.source-moved': ({ name }: Named) => `Source “${name}” moved to another place`,
  'history.allocation-added': ({ line, what }: { readonly line: string; readonly what: string }) =>
    `${line}: ${what} added`,
  'history.allocation-removed': ({ line, what }: { readonly line: string; readonly what: string }) =>
    `${line}: ${what} removed`,
  'history.years': 'years',
  'history.years-span': (
    { first, last }: { readonly first: string; readonly last: string },
    { year }: Formats,
  ) => (first === last ? year(first) : `${year(first)}–${year(last)}`),
  'history.record-comment': 'A comment was written',
  'history.record-acceptance': 'A check result was accepted',
  'history.record-sign-off': 'The plan was signed',

  'history.restore': 'Restore',
  'history.restore-value': ({ value }: { readonly value: string }) => `Restore ${value}`,
  'history.restore-of': ({ value, subject }: { readonly value: string; readonly subject: string }) =>
    `Restore ${value} for ${subject}`,
  'history.restore-changed-of': ({ subject }: { readonly subject: string }) =>
    `Restore what was there before for ${subject}`,

  'history.cell': 'Cell history',
  'history.cell-close': 'Close the cell history',
  'history.cell-item': 'Cell history',
  'history.cell-keys': 'Ctrl+Shift+H',
  'history.of-line-item': 'History of this line',
  'history.of-source-item': 'Source history',
  'history.of-source-hint':
    'What was changed in this source; in a year of its awards, the cell (Ctrl+Shift+H)',
  'history.of-line': 'All changes of this line',
  'history.of-source': 'All changes of this source',
  'history.cell-changes': 'Changes, newest first',
  'history.cell-unchanged': 'This figure has not been changed in this plan.',
  'history.cell-gone': 'This cell is not in the plan any more.',
  'history.origin': 'Where it came from',
  'history.origin-reading': 'Looking up where it came from',
  'history.origin-none': 'Nothing is recorded: the figure came with the plan when it was made.',
  'history.origin-blank': 'The cell is blank, and nothing is recorded of it.',
  'history.origin-wrong': 'Where it came from could not be read.',
  'history.origin-file': 'File',
  'history.origin-sheet': 'Sheet',
  'history.origin-cell': 'Cell',
  'history.origin-raw': 'As written',
  'history.origin-rule': 'Read as',
  'history.origin-entered': ({ who, moment }: Happened) => `Entered by ${who}, ${moment}`,
  'history.origin-cleared': ({ who, moment }: Happened) => `Cleared by ${who}, ${moment}`,
  'history.origin-imported': ({ who, moment }: Happened) => `Imported by ${who}, ${moment}`,
  'history.origin-step': ({ label }: { readonly label: string }) => `In the step “${label}”.`,
  'history.rule-number': 'a number',
  'history.rule-nil': 'nothing, which is 0',
  'history.rule-text': ({ decimal }: { readonly decimal: string }) =>
    `text with “${decimal}” before the decimals`,
  'history.rule-other': ({ rule }: { readonly rule: string }) => rule,
  'history.rule-parts': (
    {
      how,
      scale,
      isRounded,
    }: { readonly how: string; readonly scale: string | null; readonly isRounded: boolean },
    { number }: Formats,
  ) =>
    `${how}${scale === null ? '' : `, times ${number(scale)}`}${isRounded ? ', rounded to the currency’s smallest unit' : ''}`,
} as const satisfies Record<string, CatalogueText>;

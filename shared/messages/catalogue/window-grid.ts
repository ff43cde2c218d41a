import type { AmountRefusal } from '../../money/amount-grammar.ts';
import type { CatalogueText } from '../catalogue-text.ts';

type Named = { readonly name: string };

/** Why a typed text is no figure, and what to do. */
const REFUSALS: Readonly<Record<AmountRefusal, string>> = {
  'unbalanced-bracket': 'a bracket seems to be missing. Type both brackets, or a minus sign',
  'two-signs': 'it has more than one sign. Type one minus sign, or brackets',
  percent: 'it is a percentage. Type the amount itself',
  'footnote-mark': 'it carries a mark such as *. Type the amount without it',
  range: 'it is a range of two amounts. Type one of them',
  'not-a-number': 'it is not an amount. Type an amount such as 1200 or 12k',
  'ambiguous-grouping':
    'its separators do not stand where the plan’s notation has them. Type it without separators between thousands',
  'wrong-currency': 'it names another currency than the plan’s. Type the amount in the plan’s currency',
  'out-of-range':
    'it has more than fifteen digits, the most that a spreadsheet keeps exactly. Type a smaller amount',
  'too-many-decimals': 'it is finer than the currency’s smallest unit. Round it',
};

/** Texts of the plan grid. */
export const gridMessages = {
  'window.grid': 'Plan by line and year',
  'window.plan-tools': 'What the plan shows, and its lines',
  'window.measure': 'What the figures are',
  'window.measure-need': 'Need',
  'window.measure-funding': 'Funding',
  'window.measure-gap': 'Gap',
  'window.grouping': 'Group by',
  'window.grouping-programme': 'Group by programme',
  'window.grouping-none': 'No groups',
  'window.column-title': 'Line',
  'window.column-code': 'Code',
  'window.column-kind': 'Kind',
  'window.column-total': 'Total',
  'window.kind-capital': 'Capital',
  'window.kind-revenue': 'Revenue',
  'window.grand-total': 'Total',
  'window.no-programme': 'No programme',
  'window.figures-in': ({ unit }: { readonly unit: string }) => `Figures in ${unit}`,
  'window.figures-typed-in-full': ({ unit }: { readonly unit: string }) =>
    `Figures in ${unit}, typed in full`,
  'window.focus': ({
    row,
    column,
    figure,
  }: {
    readonly row: string;
    readonly column: string;
    readonly figure: string;
  }) => `${row}, ${column}: ${figure}`,
  'window.focus-blank': ({ row, column }: { readonly row: string; readonly column: string }) =>
    `${row}, ${column}: blank`,

  'window.empty-plan-title': 'This plan has no lines yet',
  'window.empty-plan-text':
    'A line is one thing that the plan pays for. Add the first one, or import a spreadsheet.',
  'window.add-line': 'Add line',
  'window.line-details': 'Line details',
  'window.line-menu': 'Line',
  'window.line-details-item': 'Line details…',
  'window.remove-line-item': 'Remove line',
  'window.remove-source-item': 'Remove this source from the line',
  'window.gap-note': 'Need with contingency, less funding',
  'window.line-title': 'Title',
  'window.line-code': 'Code',
  'window.line-programme': 'Programme',
  'window.line-kind': 'Kind',
  'window.line-title-needed': 'Give the line a title.',
  'window.save-line': 'Save line',
  'window.add-source': 'Add source',
  'window.new-source': 'New source',
  'window.new-source-item': 'New source…',
  'window.source-name': 'Name',
  'window.source-funder': 'Funder',
  'window.source-name-needed': 'Give the source a name.',
  'window.every-source-in': 'This line has every source of the plan.',

  'window.edit-figure': ({ name, period }: Named & { readonly period: string }, { year }) =>
    `The figure of “${name}” in ${year(period)}`,
  'window.edit-add-line': ({ name }: Named) => `Add line “${name}”`,
  'window.edit-line': ({ name }: Named) => `Change line “${name}”`,
  'window.edit-programme': ({ from, to }: { readonly from: string; readonly to: string }) =>
    `Rename programme “${from}” to “${to}”`,
  'window.edit-remove-line': ({ name }: Named) => `Remove line “${name}”`,
  'window.edit-add-source': ({ name, source }: Named & { readonly source: string }) =>
    `Give “${name}” the source “${source}”`,
  'window.edit-remove-source': ({ name, source }: Named & { readonly source: string }) =>
    `Take the source “${source}” from “${name}”`,

  'window.typed-refused': ({ text, reason }: { readonly text: string; readonly reason: AmountRefusal }) =>
    `“${text}” cannot be taken: ${REFUSALS[reason]}, or press Esc to keep the old figure.`,
  'window.paste-one-figure':
    'Only one figure at a time can be pasted for now. Copy a single cell and paste again.',
  'window.paste-computed':
    'This figure is computed and takes nothing. Paste into a line’s figures under Need, or a source’s under Funding.',
} as const satisfies Record<string, CatalogueText>;

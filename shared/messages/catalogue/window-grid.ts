import type { CatalogueText } from '../catalogue-text.ts';

type Named = { readonly name: string };

/** Texts of the plan grid. */
export const gridMessages = {
  'window.period-before': 'Before',
  'window.period-later': 'Later',
  'window.grid': 'Plan by line and year',
  'window.measure': 'What the figures are',
  'window.measure-need': 'Need',
  'window.measure-funding': 'Funding',
  'window.measure-gap': 'Gap',
  'window.grouping': 'Group by',
  'window.grouping-programme': 'Programme',
  'window.grouping-none': 'No groups',
  'window.column-title': 'Line',
  'window.column-code': 'Code',
  'window.column-kind': 'Kind',
  'window.column-total': 'Total',
  'window.kind-capital': 'Capital',
  'window.kind-revenue': 'Revenue',
  'window.grand-total': 'Total',
  'window.no-programme': 'No programme',
  'window.add-line': 'Add line',
  'window.remove-line': 'Remove line',
  'window.rename-line': ({ name }: Named) => `Rename “${name}”`,
} as const satisfies Record<string, CatalogueText>;

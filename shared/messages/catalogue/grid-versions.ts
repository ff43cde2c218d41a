import type { CatalogueText } from '../catalogue-text.ts';

type Place = { readonly row: string; readonly column: string; readonly version: string };

/** Texts of the versions whose figures stand beside the plan's own in the grid. */
export const gridVersionsMessages = {
  'window.version-columns': 'Versions',
  'window.version-columns-show': 'Show beside the plan',
  'window.version-columns-none': ({ kind }: { readonly kind: string }) => `${kind}: none saved yet`,
  'window.version-columns-named': ({ kind, name }: { readonly kind: string; readonly name: string }) =>
    kind === name ? kind : `${kind}: “${name}”`,
  'window.version-columns-currency': ({ kind }: { readonly kind: string }) =>
    `${kind}: in another currency, so its figures cannot stand beside the plan’s`,
  'window.version-columns-manage': 'All versions…',
  'window.version-current': 'Current',
  'window.paste-version':
    'The figures of a version stay as they were saved. Paste into a column headed “Current”.',
  'window.version-column-of': ({ name }: { readonly name: string }) => `From the version “${name}”`,
  'window.version-years-outside': ({
    version,
    first,
    count,
  }: {
    readonly version: string;
    readonly first: string;
    readonly count: number;
  }) =>
    count === 1
      ? `${version} also has amounts in ${first}, which the plan no longer has. They are in its total.`
      : `${version} also has amounts in ${count} years that the plan no longer has, ${first} and others. They are in its total.`,
  'window.row-gone': ({ title }: { readonly title: string }) => `${title} (no longer in the plan)`,
  'window.focus-version': ({ row, column, version, figure }: Place & { readonly figure: string }) =>
    `${row}, ${column}, ${version}: ${figure}`,
  'window.focus-version-blank': ({ row, column, version }: Place) => `${row}, ${column}, ${version}: blank`,
} satisfies Record<string, CatalogueText>;

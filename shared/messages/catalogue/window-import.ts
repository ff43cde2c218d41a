import type { CatalogueText } from '../catalogue-text.ts';

type Named = { readonly name: string };

/** Texts of the way of a spreadsheet into a plan. */
export const importWindowMessages = {
  'window.import-file': ({ name }: Named) => `Import “${name}”`,
  'window.import-lead': 'Check what was read. Nothing changes until you import.',
  'window.import-unreadable': ({ name }: Named) =>
    `“${name}” cannot be read: it may have been moved or closed to this program. Choose it again.`,
  'window.import-read-on': ({ done, total }: { readonly done: number; readonly total: number }, { share }) =>
    share(String(done / total)),
  'window.import-other-file': 'Choose another file',

  'window.import-contents': 'File, sheets and tables',
  'window.import-sheet-size': (
    { rows, columns }: { readonly rows: number; readonly columns: number },
    { plural },
  ) => `${plural(rows, 'row', 'rows')}, ${plural(columns, 'column', 'columns')}`,
  'window.import-hidden-sheet': 'hidden',
  'window.import-no-tables': 'No table found on this sheet',
  'window.import-take-table': ({ range }: { readonly range: string }) => `Import the table ${range}`,
  'window.import-table-range': ({ range }: { readonly range: string }) => `Table ${range}`,
  'window.import-table-size': (
    { lines, years }: { readonly lines: number; readonly years: number },
    { plural },
  ) => `${plural(lines, 'line', 'lines')}, ${plural(years, 'year column', 'year columns')}`,
  'window.import-confidence-high': 'Read with high confidence',
  'window.import-confidence-fair': 'Read with fair confidence: look at the findings',
  'window.import-confidence-low': 'Read with low confidence: check every part',
  'window.import-not-taken': 'Not imported',

  'window.import-sheet': ({ name }: Named) => `Sheet “${name}” as it is in the file`,
  'window.import-sheet-empty': 'This sheet is empty.',
  'window.import-sheet-keys':
    'Arrow keys move between rows. Space opens the choice of what a row is; its first letter chooses it.',
  'window.import-row-role': ({ row }: { readonly row: number }, { count }) => `Row ${count(row)} is`,
  'window.import-role-header': 'Header',
  'window.import-role-data': 'Data',
  'window.import-role-heading': 'Heading',
  'window.import-role-subtotal': 'Subtotal',
  'window.import-role-total': 'Total',
  'window.import-role-memo': 'Memo',
  'window.import-role-note': 'Note',
  'window.import-year-column': ({ column, label }: { readonly column: string; readonly label: string }) =>
    `Column ${column}, ${label}`,
  'window.import-year-taken': 'imported',
  'window.import-year-left-out': 'left out',
  'window.import-role-changed': ({ read }: { readonly read: string }) =>
    `Changed by hand. It was read as: ${read.toLowerCase()}.`,

  'window.import-meaning': 'What it means',
  'window.import-into': 'Import into',
  'window.import-into-new': 'A new plan',
  'window.import-into-open': ({ name }: Named) => `The open plan, “${name}”`,
  'window.import-measure': 'The figures are',
  'window.import-measure-need': 'Need: what things cost',
  'window.import-measure-allocation': 'Funding given to lines',
  'window.import-measure-award': 'Awards of funding sources',
  'window.import-measure-actual': 'Actual spending',
  'window.import-scale': 'Each figure stands for',
  'window.import-scale-1': 'Single units',
  'window.import-scale-1000': 'Thousands',
  'window.import-scale-1000000': 'Millions',
  'window.import-scale-other': ({ scale }: { readonly scale: string }, { number }) =>
    `Times ${number(scale)}`,
  'window.import-years': 'Year columns',
  'window.import-years-help': 'Leave a year out by clicking it here or above its column.',
  'window.import-confirm-gaps': 'Take years that stand apart, with blank years between',
  'window.import-table-of': ({ range }: { readonly range: string }) => `Table ${range}`,
  'window.import-table-left-out': 'This table is not imported. Tick it on the left to take it.',

  'window.import-reconcile': 'Stated totals against the lines',
  'window.import-reconciled': ({ count }: { readonly count: number }, { plural }) =>
    count === 1
      ? 'The one stated total agrees with the sum of its lines.'
      : `All ${plural(count, 'stated total', 'stated totals')} agree with the sums of their lines.`,
  'window.import-differing': (
    { differing, count }: { readonly differing: number; readonly count: number },
    formats,
  ) =>
    `${formats.count(differing)} of ${formats.plural(count, 'stated total differs', 'stated totals differ')} from the lines.`,
  'window.import-no-totals': 'The table states no totals to compare with.',
  'window.import-agreeing': ({ count }: { readonly count: number }, { plural }) =>
    plural(count, 'total that agrees', 'totals that agree'),
  'window.import-agrees': 'Agrees',
  'window.import-difference': ({ difference }: { readonly difference: string }, { amount }) =>
    `Differs by ${amount(difference)}`,
  'window.import-statement': (
    { stated, computed }: { readonly stated: string; readonly computed: string },
    { amount },
  ) => `Stated ${amount(stated)}, lines ${amount(computed)}`,
  'window.import-more-totals': ({ count }: { readonly count: number }, formats) =>
    `And ${formats.count(count)} more.`,

  'window.import-findings': 'Findings',
  'window.import-findings-error': 'To settle first',
  'window.import-findings-warning': 'To look at',
  'window.import-findings-info': 'Good to know',
  'window.import-findings-elsewhere': ({ count }: { readonly count: number }, { plural }) =>
    `${plural(count, 'finding', 'findings')} on sheets that nothing is taken from`,
  'window.import-no-findings': 'Nothing unusual was found.',
  'window.import-at': ({ sheet, cell }: { readonly sheet: string; readonly cell: string | null }) =>
    cell === null ? sheet : `${sheet}, ${cell}`,

  'window.import-effect': 'What will change',
  'window.import-effect-new': (
    { title, first, last }: { readonly title: string; readonly first: string; readonly last: string },
    { year },
  ) =>
    first === last
      ? `A new plan, “${title}”, for ${year(first)}.`
      : `A new plan, “${title}”, from ${year(first)} to ${year(last)}.`,
  'window.import-effect-open': ({ title }: { readonly title: string }) =>
    `“${title}” gets these lines in one step, which one undo takes back.`,
  'window.import-needs-help': 'Nothing is imported unless you say what to take',
  'window.import-nothing-found': 'Nothing can be imported from this file',
  'window.import-help-tables':
    'Tick the tables on the left that belong to the plan, then set what their figures are and which years and rows count.',
  'window.import-help-no-tables':
    'In the file, give each column of amounts a header that names its year, such as 2026/27, and one column that names the lines. Then import it again.',
  'window.import-now': (
    { lines, years, total }: { readonly lines: number; readonly years: number; readonly total: string },
    { amount, plural },
  ) => `Import ${plural(lines, 'line', 'lines')}, ${plural(years, 'year', 'years')}, ${amount(total)}`,
  'window.import-nothing-yet': 'Nothing chosen to import',
  'window.import-working': 'Working out what will be imported',
  'window.imported': ({ name, lines }: Named & { readonly lines: number }, { plural }) =>
    `${plural(lines, 'line', 'lines')} imported from “${name}”.`,

  'window.import-leave-title': 'Leave this import?',
  'window.import-leave-text':
    'What you changed by hand here is not kept. The file and your plans stay as they are.',
  'window.import-leave': 'Leave import',
  'window.import-stay': 'Stay',
} as const satisfies Record<string, CatalogueText>;

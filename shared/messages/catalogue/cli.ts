import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

type InFile = { readonly file: string };
type Counts = { readonly lines: number; readonly sources: number; readonly years: number };

type Heading = Counts & {
  readonly title: string;
  readonly currency: string;
  readonly asOf: string;
  readonly first: string;
  readonly last: string;
};

const SEE_HELP = 'See perennial --help.';

const contents = ({ lines, sources, years }: Counts, { plural }: Formats): string =>
  [
    plural(lines, 'line', 'lines'),
    plural(sources, 'funding source', 'funding sources'),
    plural(years, 'year', 'years'),
  ].join(', ');

/** Texts of the command line: what it prints, and what is wrong with a call. */
export const cliMessages = {
  'cli.help': `Perennial: multi-year funding plans, offline.

Usage
  perennial check FILE [--json]                    Check a plan against the criteria
  perennial import FILE [--out PLAN] [--json]      Read a spreadsheet and say what was found
  perennial export FILE --out BOOK.xlsx            Write the reviewed workbook
  perennial convert FILE --out PLAN                Write the plan as .perennial or .json
  perennial demo [--out DIR]                       Do the whole job once with a sample spreadsheet

FILE is a plan (.perennial or .json) or a spreadsheet (.xlsx, .xlsm, .csv, .tsv). It is never written to.

Options
  --out PATH      Where to write; for demo the folder, perennial-demo when nothing is said
  --locale TAG    How a spreadsheet writes its numbers and years, such as de-DE; the file's own words
                  decide when nothing is said
  --json          Print one JSON object and nothing else
  --help          Print this text
  --version       Print the version

Exit codes
  0  done, and no check fails
  1  done, and at least one check fails (check)
  2  the file or the call is wrong; one line on standard error says what to do`,
  'cli.no-command': `Say what to do: check, import, export, convert or demo. ${SEE_HELP}`,
  'cli.unknown-command': ({ command }: { readonly command: string }) =>
    `“${command}” is not a command. Use check, import, export, convert or demo. ${SEE_HELP}`,
  'cli.bad-options': ({ command, problem }: { readonly command: string; readonly problem: string }) =>
    `The call of ${command} is not understood: ${problem} ${SEE_HELP}`,
  'cli.one-file': ({ command, given }: { readonly command: string; readonly given: number }) =>
    `${command} takes one FILE, not ${given}. Put a name with spaces in quotation marks. ${SEE_HELP}`,
  'cli.no-files': ({ command }: { readonly command: string }) => `${command} takes no FILE. ${SEE_HELP}`,
  'cli.out-needed': ({ command, extension }: { readonly command: string; readonly extension: string }) =>
    `${command} needs to know where to write: add --out NAME${extension}.`,
  'cli.out-extension': ({ file, extensions }: InFile & { readonly extensions: string }) =>
    `${file} is not a name that can be written here. End it in ${extensions}.`,
  'cli.out-is-input': ({ file }: InFile) =>
    `${file} is the file that is read, and a file that is read is never written to. Choose another name for --out.`,
  'cli.no-recipes':
    'Recipes are not supported yet. Leave out --recipe: what the columns are is worked out from the file.',
  'cli.unknown-locale': ({ locale }: { readonly locale: string }) =>
    `“${locale}” is not a language and region. Write --locale as in en-GB, de-DE or ja-JP.`,
  'cli.not-found': ({ file }: InFile) => `${file} is not there. Check its name and folder.`,
  'cli.not-readable': ({ file }: InFile) =>
    `${file} cannot be read. Check that it is a file, that you may read it, and that no other program keeps it locked.`,
  'cli.not-writable': ({ file }: InFile) =>
    `${file} cannot be written. Check that its folder is there, that you may write to it, and that the disk has room.`,
  'cli.bad-plan-json': (
    {
      file,
      path,
      problem,
      more,
    }: InFile & {
      readonly path: string;
      readonly problem: string;
      readonly more: number;
    },
    { plural }: Formats,
  ) =>
    `${file}${path === '' ? '' : ` at ${path}`}: ${problem}${more === 0 ? '' : ` (and ${plural(more, 'more fault', 'more faults')})`}`,
  'cli.nothing-to-import': ({ file }: InFile) =>
    `No table of amounts by year was recognised in ${file}, so no plan can be made of it. Give each year a column under one row of years, or open the file in the app and choose the table by hand.`,
  'cli.fault':
    'Something went wrong inside Perennial; nothing was written. Try again, and report it if it happens again.',

  'cli.plan-heading': ({ title, currency, asOf, first, last, ...counts }: Heading, formats: Formats) =>
    `${title === '' ? 'Untitled plan' : title}\n${currency}, ${formats.year(first)} to ${formats.year(last)}, ${contents(counts, formats)}, judged as of ${formats.date(asOf)}`,
  'cli.column-check': 'Check',
  'cli.column-name': 'Name',
  'cli.column-figure': 'Figure',
  'cli.column-before': 'Before',
  'cli.column-after': 'After',
  'cli.no-figure': '–',
  'cli.figure-years': ({ years }: { readonly years: string }, { number }: Formats) =>
    `${number(years)} ${years === '1' ? 'year' : 'years'}`,
  'cli.figure-months': ({ months }: { readonly months: string }, { number }: Formats) =>
    `${number(months)} ${months === '1' ? 'month' : 'months'}`,
  'cli.states': ({
    counts,
  }: {
    readonly counts: readonly { readonly state: string; readonly count: number }[];
  }) => counts.map(({ state, count }) => `${count} ${state.toLowerCase()}`).join(', '),

  'cli.sheet': (
    { name, rows, columns }: { readonly name: string; readonly rows: number; readonly columns: number },
    { count }: Formats,
  ) => `Sheet ${name}: ${count(rows)} rows, ${count(columns)} columns`,
  'cli.table': (
    {
      sheet,
      range,
      measure,
      currency,
      scale,
      rows,
    }: {
      readonly sheet: string;
      readonly range: string;
      readonly measure: string;
      readonly currency: string | null;
      readonly scale: string;
      readonly rows: number;
    },
    { plural }: Formats,
  ) =>
    `Table ${sheet}!${range}: ${measure}, ${currency ?? 'no currency stated'}${scale === '1' ? '' : `, times ${scale}`}, ${plural(rows, 'data row', 'data rows')}`,
  'cli.column-year': 'Year',
  'cli.column-header': 'Header',
  'cli.column-total': 'Total',
  'cli.finding': ({ where, message }: { readonly where: string; readonly message: string }) =>
    `${where === '' ? '' : `${where}: `}${message}`,
  'cli.findings': ({ count }: { readonly count: number }, { plural }: Formats) =>
    plural(count, 'finding', 'findings'),
  'cli.imported': (counts: Counts, formats: Formats) => `Taken as a plan: ${contents(counts, formats)}.`,
  'cli.not-imported':
    'No plan can be made of this without help: open it in the app and choose the table by hand.',
  'cli.wrote': ({ file }: InFile) => `Wrote ${file}`,
  'cli.json-leaves-history': ({ file }: InFile) =>
    `${file} holds the plan itself; its history and the origin of its figures stay in the .perennial file.`,

  'cli.demo-title': 'Demo: a spreadsheet becomes a funded plan and a workbook',
  'cli.demo-read': ({ file }: InFile) => `1. Read ${file}`,
  'cli.demo-source': (
    { source, lines }: { readonly source: string; readonly lines: number },
    { plural }: Formats,
  ) => `2. Gave ${plural(lines, 'line', 'lines')} a source, ${source}, and funded them`,
  'cli.demo-workbook': ({ file }: InFile) => `3. Wrote the workbook ${file}`,
  'cli.demo-plan': ({ file }: InFile) => `4. Kept the plan with its history in ${file}`,
  'cli.demo-source-name': 'Illustrative growth fund',
  'cli.demo-funder': 'Illustrative ministry',
  'cli.demo-step': 'Funding of all lines',
} as const satisfies Record<string, CatalogueText>;

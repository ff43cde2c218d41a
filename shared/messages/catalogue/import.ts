import type { CatalogueText } from '../catalogue-text.ts';
import type { Formats } from '../formats.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const monthName = (month: number): string => MONTHS[month - 1] ?? String(month);

/** Why a cell among amounts was left blank, in words that follow "it is". */
const REFUSALS = {
  'unbalanced-bracket': 'a number with only one bracket',
  'two-signs': 'a number with two signs',
  percent: 'a percentage',
  percentage: 'a percentage',
  'footnote-mark': 'a number with a footnote mark',
  range: 'a range of numbers',
  'not-a-number': 'not a number',
  'ambiguous-grouping': 'written in another number notation than its column',
  'wrong-currency': 'in another currency',
  'out-of-range': 'larger than a spreadsheet holds exactly',
  'too-many-decimals': 'finer than the currency',
  'error-value': 'an error value',
  'not-computed': 'a formula without a stored result (open the file in a spreadsheet program and save it)',
  date: 'a date',
  'true-or-false': 'true or false',
} as const;
type Refusal = keyof typeof REFUSALS;

const ASIDES = {
  total: 'totals over years',
  variance: 'changes, averages or differences',
  share: 'shares',
  'sub-period': 'parts of years whose totals are taken',
  other: 'figures without a year in their header',
} as const;

/** What the customs that a file is taken to follow rest on, as a sentence begins. */
const REASONS = {
  chosen: () => 'As you chose,',
  settings: () => 'Nothing in it tells its country either, so',
  german: (words: string) => `Its words are German (${words}), so`,
  french: (words: string) => `Its words are French (${words}), so`,
  japanese: (words: string) => `Its words are Japanese (${words}), so`,
  USD: () => 'Its amounts are in US dollars, so',
  GBP: () => 'Its amounts are in pounds sterling, so',
} as const;
type Assumed = {
  readonly locale: string;
  readonly reason: keyof typeof REASONS;
  readonly words: readonly string[];
};

const because = ({ reason, words }: Assumed): string =>
  REASONS[reason](words.map((word) => `"${word}"`).join(', '));

const PLACES: Readonly<Record<string, string>> = {
  'en-GB': 'in the United Kingdom',
  'en-US': 'in the United States',
  'de-DE': 'in Germany',
  'fr-FR': 'in France',
  'ja-JP': 'in Japan',
};
/** Where a custom is usual; a locale without a name of its own is named by its tag. */
const inPlace = (locale: string): string => PLACES[locale] ?? `for ${locale}`;

/** Long gaps are counted, not listed. */
const YEARS_LISTED = 6;
const listYears = (years: readonly string[]): string =>
  years.length <= YEARS_LISTED
    ? years.join(', ')
    : `${years.length} years from ${years[0] ?? ''} to ${years.at(-1) ?? ''}`;

type OnSheet = { readonly sheet: string };
type Labelled = { readonly label: string };
type Many = { readonly count: number };

/** Texts about import: findings on files, and why a choice cannot be carried out. */
export const importMessages = {
  'import.no-table':
    'No table with years over columns of amounts was found. Give each column of amounts a header that names its year, such as 2026/27, and import the file again.',
  'import.sheet-without-table': ({ sheet }: OnSheet) =>
    `Sheet ${sheet} holds numbers but no columns headed by years, so nothing is taken from it.`,
  'import.asks': ({ sheet, confidence }: OnSheet & { readonly confidence: string }, { share }: Formats) =>
    `The table on sheet ${sheet} could not be read with certainty (${share(confidence)}), so it is not taken unless you choose it. The findings about it say why.`,
  'import.start-month-assumed': (values: { readonly month: number } & Assumed) =>
    `The file does not say when its fiscal year starts. ${because(values)} it is taken to start in ${monthName(values.month)}, as is usual ${inPlace(values.locale)}. Change it if that is wrong.`,
  'import.start-month-by-years': ({ month, label }: { readonly month: number } & Labelled) =>
    `The file does not say when its fiscal year starts. A year such as "${label}" runs over two calendar years, so it is taken to start in ${monthName(month)}. Change it if that is wrong.`,
  'import.start-month-contradicted': ({ phrase, label }: { readonly phrase: string } & Labelled) =>
    `The file says "${phrase}", so its fiscal year starts in January; but "${label}" names two calendar years. Each such column is taken for the first of its two years. Choose another first month if that is wrong.`,
  'import.january-chosen': ({ label }: Labelled) =>
    `The fiscal year is set to start in January, but "${label}" names two calendar years. Each such column is taken for the first of its two years. Choose another first month if that is wrong.`,
  'import.language-assumed': (values: Assumed) =>
    `${because(values)} its figures are read, and those of the plan are shown, as is usual ${inPlace(values.locale)}. Change the notation if that is wrong.`,
  'import.start-month-stated': ({ month, phrase }: { readonly month: number; readonly phrase: string }) =>
    `The fiscal year starts in ${monthName(month)}: the file says "${phrase}".`,
  'import.currency-assumed': ({ currency, locale }: { readonly currency: string; readonly locale: string }) =>
    `The table does not name its currency. ${currency} is taken, as is usual ${inPlace(locale)}. Change it if that is wrong.`,
  'import.currency-unknown':
    'The table does not name its currency, and the language settings suggest none. Choose the currency.',
  'import.currencies-mixed': ({ currencies }: { readonly currencies: readonly string[] }) =>
    `The amounts of the table are in several currencies: ${currencies.join(', ')}. They cannot be added up. Leave out the lines or years in other currencies.`,
  'import.scale-stated': (
    { phrase, scale }: { readonly phrase: string; readonly scale: string },
    { number }: Formats,
  ) => `Each figure is multiplied by ${number(scale)}: the file says "${phrase}".`,
  'import.scale-assumed':
    'The table does not say whether its figures are in thousands or millions. They are taken as whole currency units. Change the scale if that is wrong.',
  'import.scale-conflict': ({ phrase }: { readonly phrase: string }) =>
    `The columns of the table do not all state the same scale. "${phrase}" is used for all of them. Check the totals.`,
  'import.cell-refused': ({ raw, reason }: { readonly raw: string; readonly reason: Refusal }) =>
    `"${raw}" was left blank: it is ${REFUSALS[reason]}.`,
  'import.more-cells-refused': ({ count }: Many, formats: Formats) =>
    `${formats.plural(count, 'more cell was', 'more cells were')} left blank because they hold no amount.`,
  'import.many-cells-refused': ({ count, filled }: Many & { readonly filled: number }, formats: Formats) =>
    `${formats.count(count)} of the ${formats.plural(filled, 'cell', 'cells')} under the years hold no amount, so this may not be a table of money. Check that it is.`,
  'import.total-differs': (
    {
      label,
      stated,
      computed,
      difference,
    }: Labelled & { readonly stated: string; readonly computed: string; readonly difference: string },
    { number }: Formats,
  ) =>
    `"${label}" states ${number(stated)}, but its lines add up to ${number(computed)}: a difference of ${number(difference)}.`,
  'import.totals-rounded': (
    { count, difference }: Many & { readonly difference: string },
    formats: Formats,
  ) =>
    `${formats.plural(count, 'stated total differs', 'stated totals differ')} from the sum of the lines by no more than rounding explains; the first by ${formats.number(difference)}.`,
  'import.more-totals-differ': ({ count }: Many, formats: Formats) =>
    `${formats.plural(count, 'more stated total differs', 'more stated totals differ')} from the sum of the lines.`,
  'import.sum-unexplained': ({ label }: Labelled) =>
    `"${label}" reads like a total, but no lines next to it add up to it. It is left out; mark it as data if it is a line of its own.`,
  'import.sum-suspected': ({ label }: Labelled) =>
    `"${label}" equals the sum of lines next to it. It is taken as a line; mark it as a subtotal if it is one.`,
  'import.sum-restated': ({ label }: Labelled) =>
    `"${label}" states the same figures as another total of this table, as where spending and its funding stand in one table. Both sets of lines are counted: leave one out.`,
  'import.balance-rows': ({ count }: Many, formats: Formats) =>
    `${formats.plural(count, 'row states', 'rows state')} a balance or a difference, so the table seems to hold income and spending together. Leave out the lines that do not belong to the plan.`,
  'import.nameless-line': ({ row }: { readonly row: number }) =>
    `Row ${row} holds amounts and no name, and is no sum of the lines before it. Mark it as a total if it is one, or name it in the file.`,
  'import.memo-by-figures': ({ label }: Labelled) =>
    `"${label}" is left out: the stated total adds up without it. Mark it as data if it is a line of its own.`,
  'import.mixed-units': ({ label }: Labelled) =>
    `"${label}" holds rates or shares among amounts. Leave out the rows that are not money.`,
  'import.units-column': ({ header }: { readonly header: string }) =>
    `The column "${header}" tells in what each row is measured. Rows in different units cannot be added up. Take only the rows in money.`,
  'import.relative-years': ({ headers }: { readonly headers: readonly string[] }) =>
    `Some columns name a year only by its place: ${headers.join(', ')}. They are left out. Write the years into the headers to take them.`,
  'import.rows-after-total': ({ label }: Labelled) =>
    `"${label}" stands below the total and is not part of it. Leave out the lines that do not belong to the table.`,
  'import.several-measures': ({ taken, others }: { readonly taken: string; readonly others: string }) =>
    `Some years have several columns, which are never added up. "${taken}" is taken; not taken: ${others}.`,
  'import.parts-without-total':
    'Years are split into halves, quarters or months without a total for the year. Choose which columns to take.',
  'import.columns-left-out': (
    {
      columns,
      more,
      header,
      kind,
    }: {
      readonly columns: readonly string[];
      readonly more: number;
      readonly header: string;
      readonly kind: keyof typeof ASIDES;
    },
    formats: Formats,
  ) => {
    const isOne = columns.length + more === 1;
    const names = `${columns.join(', ')}${more === 0 ? '' : ` and ${formats.plural(more, 'other', 'others')}`}`;
    const headed = header === '' ? '' : ` (${isOne ? 'headed' : 'the first headed'} "${header}")`;
    return `${isOne ? `Column ${names}${headed} is left out: it holds` : `Columns ${names}${headed} are left out: they hold`} ${ASIDES[kind]}.`;
  },
  'import.transition': ({ label, total }: Labelled & { readonly total: string }, { number }: Formats) =>
    `"${label}" is a period between two fiscal years and is not imported. Its lines add up to ${number(total)}.`,
  'import.years-absent': ({ years }: { readonly years: readonly string[] }) =>
    `The file has no column for ${listYears(years)}. Absent years are left out of the plan; their amounts are not taken as nil.`,
  'import.years-not-taken': ({ label, total }: Labelled & { readonly total: string }, { number }: Formats) =>
    `${label} (${number(total)}) stands apart from the other years and is not taken, because a plan's years follow each other. Confirm the gap to take it with blank years between.`,
  'import.one-year': 'The table has a single year. Check that it is the one you mean to plan.',
  'import.notation-assumed': ({ sample, locale }: { readonly sample: string; readonly locale: string }) =>
    `Numbers such as "${sample}" can be read in two ways, and the column does not tell which. They are read as is usual ${inPlace(locale)}. Check the totals.`,
  'import.hidden-rows': ({ count }: Many, formats: Formats) =>
    `${formats.plural(count, 'hidden row is', 'hidden rows are')} taken like the others.`,
  'import.hidden-columns': ({ columns }: { readonly columns: string }) =>
    `Hidden columns are taken like the others: ${columns}.`,
  'import.hidden-sheet': ({ sheet }: OnSheet) =>
    `Sheet ${sheet} is hidden in the workbook. Take its table only if its figures are still meant.`,
  'import.no-labels':
    'The table has no column that names its lines. Name them in the file to tell them apart.',
  'import.few-rows': 'The table has fewer than two lines with amounts. Check that nothing of it is missing.',
  'import.scenarios': ({ label }: Labelled) =>
    `"${label}" reads like a scenario. Scenarios are alternatives, and adding them up says nothing. Leave out all but one.`,
  'import.foreign-script':
    'The table is written in a language whose country is not known here, so its currency and the start of its year are uncertain. Check both.',
  'import.same-totals': ({ sheet, range }: OnSheet & { readonly range: string }) =>
    `The table states the same year totals as the one at ${sheet}!${range} and is not taken a second time.`,
  'import.other-tables': ({ count }: Many, formats: Formats) =>
    `${formats.plural(count, 'more table was', 'more tables were')} found and not taken, because tables of one file often hold parts of each other. Choose the tables that belong to the plan.`,
  'import.exported-plan': ({ file }: { readonly file: string }) =>
    `${file} is a workbook that Perennial exported. Its sheets show one plan several times over, so none of them is taken as a table. Open the plan file it was exported from, or import the team’s own spreadsheet.`,
  'import.rounded': ({ count, moved }: Many & { readonly moved: string }, formats: Formats) =>
    `${formats.plural(count, 'amount was', 'amounts were')} finer than the currency and ${count === 1 ? 'was' : 'were'} rounded. Rounding moved the total by ${moved}.`,
  'import.kind-assumed': ({ capital }: { readonly capital: number }, formats: Formats) =>
    capital === 0
      ? 'The table does not say which lines are capital and which revenue. All are taken as revenue; change the lines for which that is wrong.'
      : `${formats.plural(capital, 'line stands', 'lines stand')} under a heading that says capital and ${capital === 1 ? 'is' : 'are'} taken as capital; of the others nothing is said, and they are taken as revenue. Change the lines for which that is wrong.`,
  'import.untitled-line': ({ row }: { readonly row: number }) => `Line of row ${row}`,
  'import.untitled-source': 'Imported funding',
  'import.nothing-chosen':
    'No table with a year is chosen. Choose at least one table and one of its year columns.',
  'import.unknown-currency': ({ currency }: { readonly currency: string }) =>
    `${currency} is not a currency code. Choose one such as GBP, EUR or USD.`,
  'import.unknown-table': 'The file has no such table or column. Read it again and choose once more.',
  'import.bad-scale': ({ scale }: { readonly scale: string }) =>
    `The scale ${scale} is not a whole number above 0, such as 1, 1000 or 1000000.`,
  'import.year-twice': ({ label }: Labelled) =>
    `${label} is chosen twice in one table. Choose one column for each year.`,
  'import.years-with-gap': ({ years }: { readonly years: readonly string[] }) =>
    `The chosen years leave out ${listYears(years)}. Confirm the gap, or choose years that follow each other.`,
  'import.too-many-years': ({ count }: Many) =>
    `The chosen columns span ${count} years; a plan has at most 60. Choose fewer year columns.`,
  'import.amount-too-large': ({ sheet, cell }: OnSheet & { readonly cell: string }) =>
    `The amount at ${sheet}!${cell} is larger than a plan can hold. Check the scale, or leave the row out.`,
  'import.currency-differs': ({ currency, plan }: { readonly currency: string; readonly plan: string }) =>
    `The figures are in ${currency} and the plan is in ${plan}. Import them into a plan of their own.`,
  'import.calendar-differs': ({ month, plan }: { readonly month: number; readonly plan: number }) =>
    `The file's fiscal year starts in ${monthName(month)} and the plan's in ${monthName(plan)}. Import it into a plan of its own.`,
} as const satisfies Record<string, CatalogueText>;

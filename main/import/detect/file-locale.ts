import type { Sheet } from '#main/excel/read/sheet.ts';
import { parseScaleWords } from '#shared/money/scale-words.ts';
import { currencyOfCell, currencyOfMark } from './cell-currency.ts';
import { plain } from './column-words.ts';
import { findLanguageWords } from './language-words.ts';
import type { FileLanguage, LanguageWords } from './language-words.ts';

/** Whose customs hold for what a file leaves open: number notation, start of the year, usual currency. */
export type FileLocale = { readonly locale: string } & LocaleBasis;
type LocaleBasis =
  /** A person said so. */
  | { readonly basis: 'chosen' }
  /** The file is written in a language; `words` are some of it. */
  | { readonly basis: 'language'; readonly language: FileLanguage; readonly words: readonly string[] }
  /** The file's amounts are in a currency of one country. */
  | { readonly basis: 'currency'; readonly currency: 'USD' | 'GBP' }
  /** The file says nothing: the settings of the computer or of the program. */
  | { readonly basis: 'settings' };

/** The locale of a caller, and whether a person chose it. */
export type GivenLocale = { readonly locale: string; readonly isChosen: boolean };

const LOCALES = { german: 'de-DE', french: 'fr-FR', japanese: 'ja-JP' } as const;
const CURRENCIES = { german: 'EUR', french: 'EUR', japanese: 'JPY' } as const;
const US_DOLLARS = /(?<!\p{L})U\.?S\.? dollars?(?!\p{L})/iu;
const WORDS_SHOWN = 2;
/** Titles and headers stand at the top of a sheet, totals at its end. */
const FIRST_ROWS = 120;
const LAST_ROWS = 20;
const MOST_COLUMNS = 400;
/** Longer texts are guidance. */
const LONGEST_TEXT = 160;

/**
 * Decides a file's locale by its own words and marks, unless a person chose one. Words of a language count only where the
 * currency fits them; a currency counts only where no other language speaks against it.
 */
export function decideFileLocale(sheets: readonly Sheet[], given: GivenLocale): FileLocale {
  if (given.isChosen) return { locale: given.locale, basis: 'chosen' };
  const { texts, currencies } = gather(sheets, given.locale);
  const [found, second] = findLanguageWords([...texts]);
  const [currency] = currencies;
  if (found !== undefined && found.words.length > (second?.words.length ?? 0)) {
    const { language, words } = found;
    if (currencies.size === 0 || (currencies.size === 1 && currency === CURRENCIES[language]))
      return { locale: LOCALES[language], basis: 'language', language, words: words.slice(0, WORDS_SHOWN) };
  }
  if (speaksAgainst(found) || currencies.size !== 1) return { locale: given.locale, basis: 'settings' };
  if (currency === 'USD') return { locale: 'en-US', basis: 'currency', currency };
  if (currency === 'GBP') return { locale: 'en-GB', basis: 'currency', currency };
  return { locale: given.locale, basis: 'settings' };
}

/** One word of a language may be a name; two are a language, and its country need not be that of the currency. */
function speaksAgainst(found: LanguageWords | undefined): boolean {
  return found !== undefined && found.words.length > 1;
}

function gather(
  sheets: readonly Sheet[],
  locale: string,
): { texts: ReadonlySet<string>; currencies: ReadonlySet<string> } {
  const texts = new Set<string>();
  const currencies = new Set<string>();
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    texts.add(plain(sheet.name));
    for (const row of rowsToRead(sheet)) {
      for (const column of sheet.rowCells(row).slice(0, MOST_COLUMNS)) {
        const cell = sheet.cell(row, column);
        const currency = currencyOfCell(cell, locale);
        if (currency !== null) currencies.add(currency);
        if (cell.kind === 'text' && cell.text.length <= LONGEST_TEXT) texts.add(plain(cell.text));
      }
    }
  }
  for (const text of texts) {
    const currency = statedCurrency(text, locale);
    if (currency !== null) currencies.add(currency);
  }
  return { texts, currencies };
}

function statedCurrency(text: string, locale: string): string | null {
  if (US_DOLLARS.test(text)) return 'USD';
  const words = parseScaleWords(text);
  if (words?.currency === undefined) return null;
  // A mark such as `$` stands for the currency of the caller's own country where it has one of that name.
  const mark = /\p{L}{0,2}\p{Sc}/u.exec(words.phrase)?.[0];
  return (mark === undefined ? null : currencyOfMark(mark, locale)) ?? words.currency;
}

function rowsToRead({ rows }: Sheet): number[] {
  const count = Math.min(rows, FIRST_ROWS);
  const last = Math.max(count, rows - LAST_ROWS);
  return [
    ...Array.from({ length: count }, (_, row) => row),
    ...Array.from({ length: rows - last }, (_, index) => last + index),
  ];
}

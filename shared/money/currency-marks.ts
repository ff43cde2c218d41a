import { isCurrencyCode } from './currency.ts';
import type { CurrencyCode } from './currency.ts';

const DOLLARS =
  'USD CAD AUD NZD HKD SGD TWD MXN ARS CLP COP BBD BMD BSD BZD BND DOP FJD GYD JMD KYD LRD NAD SBD SRD TTD UYU XCD';

/** Each mark with the currencies it may stand for, the usual one first. */
const CODES_BY_MARK: readonly (readonly [mark: string, codes: string])[] = [
  ['£', 'GBP FKP GIP SHP EGP LBP SDG SSP SYP'],
  ['£GB', 'GBP'],
  ['€', 'EUR'],
  ['$', DOLLARS],
  ['US$', 'USD'],
  ['$US', 'USD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['$CA', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['$AU', 'AUD'],
  ['NZ$', 'NZD'],
  ['$NZ', 'NZD'],
  ['HK$', 'HKD'],
  ['S$', 'SGD'],
  ['R$', 'BRL'],
  ['¥', 'JPY CNY'],
  ['JP¥', 'JPY'],
  ['CN¥', 'CNY'],
  ['円', 'JPY'],
  ['元', 'CNY'],
  ['₩', 'KRW'],
  ['₹', 'INR'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
  ['kr', 'SEK NOK DKK ISK'],
  ['Fr.', 'CHF'],
];

/** Names in small letters; they stand alone, never joined to a scale. */
const CODES_BY_NAME: ReadonlyMap<string, readonly CurrencyCode[]> = new Map([
  ['euro', ['EUR']],
  ['euros', ['EUR']],
  ['pounds', ['GBP']],
  ['sterling', ['GBP']],
  ['dollars', DOLLARS.split(' ')],
  ['yen', ['JPY']],
]);

const MARKS: ReadonlyMap<string, readonly CurrencyCode[]> = new Map(
  CODES_BY_MARK.map(([mark, codes]) => [mark, codes.split(' ')]),
);

/** Longest first, so that `US$` is never read as a word that ends in `$`. */
const MARKS_BY_LENGTH: readonly string[] = [...MARKS.keys()].toSorted((a, b) => b.length - a.length);

/** Codes that are no part of other words: a `PEN` may stand alone, but `PENT` is not a thousand of them. */
export const COMMON_CODES: ReadonlySet<CurrencyCode> = new Set(
  'EUR GBP USD JPY CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF INR CNY KRW SGD HKD ZAR BRL MXN'.split(' '),
);

/** A currency mark found at one end of a word, and what is left of the word. */
type MarkInWord = { readonly codes: readonly CurrencyCode[]; readonly rest: string };

/**
 * The currency marks that a word may start or end with, longest first: `£m` is `£` and `m`, `TEUR` is `EUR`
 * and `T`. A mark such as `$` stands for several currencies.
 */
export function findMarksInWord(word: string): MarkInWord[] {
  const named = CODES_BY_NAME.get(word.toLowerCase());
  if (named !== undefined) return [{ codes: named, rest: '' }];
  const found: MarkInWord[] = [];
  for (const mark of MARKS_BY_LENGTH) {
    const codes = MARKS.get(mark) ?? [];
    if (word.startsWith(mark)) found.push({ codes, rest: word.slice(mark.length) });
    if (word.endsWith(mark)) found.push({ codes, rest: word.slice(0, -mark.length) });
  }
  if (isCurrencyCode(word)) found.push({ codes: [word], rest: '' });
  const [head, tail] = [word.slice(0, 3), word.slice(-3)];
  if (COMMON_CODES.has(head)) found.push({ codes: [head], rest: word.slice(3) });
  if (COMMON_CODES.has(tail)) found.push({ codes: [tail], rest: word.slice(0, -3) });
  return found;
}

import type { Sheet } from '#main/excel/read/sheet.ts';
import { findMarksInWord } from '#shared/money/currency-marks.ts';
import { parseScaleWords } from '#shared/money/scale-words.ts';
import { currencyOfCell } from './cell-currency.ts';
import { plain } from './column-words.ts';
import { currencyForLocale } from './locale-currency.ts';
import type { TableFrame } from './table-frame.ts';
import type { YearColumn } from './year-columns.ts';

/** In which money and scale a table is kept, and what that rests on. */
export type TableMoney = {
  /** What one unit of a figure is worth in whole currency units. */
  readonly scale: bigint;
  readonly scaleBasis: 'words' | 'format' | 'assumed';
  /** The words of the file that state the scale; empty when it is assumed. */
  readonly phrase: string;
  readonly currency: string | null;
  readonly currencyBasis: 'words' | 'format' | 'locale' | 'unknown';
  /** Columns or titles state different scales. */
  readonly hasConflict: boolean;
  /** Currencies that the amounts show, where they are several. */
  readonly mixed: readonly string[];
};

/** Texts about a table from the nearest to the farthest: its year headers, its other headers, its titles. */
export type TableTexts = {
  readonly yearHeaders: readonly string[];
  readonly otherHeaders: readonly string[];
  /** From the row above the header upwards, and the sheet's name last. */
  readonly titles: readonly string[];
};

const MOST_TITLE_ROWS = 14;
/** Longer texts are guidance that may speak of other figures. */
const LONGEST_TITLE = 160;
const ROWS_SAMPLED = 60;

/** Gathers the texts that may state scale, currency or the start of the year. */
export function readTableTexts(
  sheet: Sheet,
  frame: TableFrame,
  years: readonly YearColumn[],
  lastRowBefore: number,
): TableTexts {
  const yearColumns = new Set(years.map(({ column }) => column));
  const otherHeaders = frame.headerRows.flatMap((row) =>
    sheet
      .rowCells(row)
      .filter((column) => !yearColumns.has(column) && column > frame.leftBound && column < frame.rightBound)
      .map((column) => plain(sheet.cell(row, column).text)),
  );
  const top = Math.min(...frame.headerRows);
  const titles: string[] = [];
  for (let row = top - 1; row > Math.max(lastRowBefore, top - 1 - MOST_TITLE_ROWS); row -= 1) {
    for (const column of sheet.rowCells(row)) {
      if (sheet.kind(row, column) !== 'text' || column >= frame.rightBound) continue;
      const text = plain(sheet.cell(row, column).text);
      if (text !== '' && text.length <= LONGEST_TITLE) titles.push(text);
    }
  }
  const yearHeaders = years.map(({ column }) =>
    frame.headerRows.map((row) => plain(sheet.cell(row, column).text)).join(' '),
  );
  return {
    yearHeaders,
    otherHeaders: otherHeaders.filter((text) => text !== ''),
    titles: [...titles, plain(sheet.name)],
  };
}

/** Decides scale and currency by the words nearest to the figures, then by number formats, then by the locale. */
export function readTableMoney(
  sheet: Sheet,
  {
    texts,
    years,
    rows,
    locale,
  }: { texts: TableTexts; years: readonly YearColumn[]; rows: readonly number[]; locale: string },
): TableMoney {
  const perYear = texts.yearHeaders.map(parseScaleWords);
  const found = [
    ...perYear,
    ...texts.otherHeaders.map(parseScaleWords),
    ...texts.titles.map(parseScaleWords),
  ].filter((words) => words !== null);
  const scaled = found.find(({ scale }) => scale !== 1n);
  const stated = scaled ?? found[0];
  const inHeaders = new Set(perYear.flatMap((words) => (words === null ? [] : [words.scale])));
  const byWords = found.find(({ currency }) => currency !== undefined)?.currency;
  const shown = readShownCurrencies(sheet, years, rows, locale);
  const byFormat = byWords === undefined ? (shown[0] ?? null) : null;
  const byLocale = currencyForLocale(locale);
  return {
    scale: stated?.scale ?? 1n,
    scaleBasis: stated === undefined ? (byFormat === null ? 'assumed' : 'format') : 'words',
    phrase: stated?.phrase ?? '',
    currency: resolveMark(byWords, found, locale) ?? byFormat ?? byLocale,
    currencyBasis:
      byWords !== undefined
        ? 'words'
        : byFormat !== null
          ? 'format'
          : byLocale === null
            ? 'unknown'
            : 'locale',
    hasConflict:
      inHeaders.size > 1 ||
      (perYear.some((words) => words === null) && inHeaders.size > 0 && !inHeaders.has(1n)),
    mixed: shown.length > 1 ? shown : [],
  };
}

/** A mark such as `$` stands for several currencies: the locale's own, where it is one of them. */
function resolveMark(
  currency: string | undefined,
  found: readonly { readonly phrase: string }[],
  locale: string,
): string | undefined {
  const own = currencyForLocale(locale);
  if (currency === undefined || own === null) return currency;
  const mark = found.flatMap(({ phrase }) => /\p{Sc}/u.exec(phrase)?.[0] ?? [])[0];
  const codes = mark === undefined ? [] : (findMarksInWord(mark)[0]?.codes ?? []);
  return codes.includes(own) && codes.includes(currency) ? own : currency;
}

/** The currencies that the amounts show, in their number formats or their own texts, the most frequent first. */
function readShownCurrencies(
  sheet: Sheet,
  years: readonly YearColumn[],
  rows: readonly number[],
  locale: string,
): string[] {
  const votes = new Map<string, number>();
  for (const row of rows.slice(0, ROWS_SAMPLED)) {
    for (const { column } of years) {
      const currency = currencyOfCell(sheet.cell(row, column), locale);
      if (currency !== null) votes.set(currency, (votes.get(currency) ?? 0) + 1);
    }
  }
  return [...votes].toSorted((a, b) => b[1] - a[1]).map(([currency]) => currency);
}

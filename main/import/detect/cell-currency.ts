import type { RawCell } from '#main/excel/read/sheet.ts';
import { COMMON_CODES, findMarksInWord } from '#shared/money/currency-marks.ts';
import { isCurrencyCode } from '#shared/money/currency.ts';
import { isAmountText } from './header-rows.ts';
import { currencyForLocale } from './locale-currency.ts';

/** The currency that an amount shows, by its number format or in its own text; null when it shows none. */
export function currencyOfCell(cell: RawCell, locale: string): string | null {
  if (cell.kind === 'number') return currencyOfFormat(cell.format, locale);
  return cell.kind === 'text' && isAmountText(cell.text) ? currencyOfText(cell.text, locale) : null;
}

/** `[$€-407]`, `[$GBP]`, `"$"#,##0`, `#,##0 £`: the mark in a number format; null when it shows none. */
export function currencyOfFormat(format: string, locale: string): string | null {
  const bracketed = /\[\$([^\]-]+)(?:-[0-9A-F]+)?\]/i.exec(format)?.[1];
  const mark = (bracketed ?? /\p{L}{0,2}\p{Sc}/u.exec(format.replace(/\[\$-[^\]]*\]/g, ''))?.[0])?.trim();
  if (mark === undefined || mark === '') return null;
  return isCurrencyCode(mark) ? mark : currencyOfMark(mark, locale);
}

/** `$1,200`, `1.200 EUR`, `US$ 5`: the mark beside the digits. */
function currencyOfText(text: string, locale: string): string | null {
  const code = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(text)?.[0];
  if (code !== undefined && COMMON_CODES.has(code)) return code;
  const mark = /\p{L}{0,2}\p{Sc}/u.exec(text)?.[0] ?? (text.includes('円') ? '円' : undefined);
  return mark === undefined ? null : currencyOfMark(mark, locale);
}

/** A mark such as `$` stands for several currencies: the locale's own, where it is one of them. */
export function currencyOfMark(mark: string, locale: string): string | null {
  const readings = [mark, ...(/\p{Sc}/u.exec(mark) ?? [])].flatMap((text) => findMarksInWord(text));
  const codes = readings.find(({ rest }) => rest === '')?.codes ?? [];
  const own = currencyForLocale(locale);
  return own !== null && codes.includes(own) ? own : (codes[0] ?? null);
}

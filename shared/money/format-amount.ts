import type { Minor } from './amount.ts';
import { currencyDecimals, unitsPerMajor } from './currency.ts';
import type { CurrencyCode } from './currency.ts';
import { minorToDecimalText } from './decimal-text.ts';
import { readPlainDecimal } from './plain-decimal.ts';
import { divideHalfAway } from './rounding.ts';

export type FormatAmountOptions = {
  readonly currency: CurrencyCode;
  readonly locale: string;
  /** Show in units of so many whole currency units: 1000n shows thousands. Default 1n. */
  readonly scale?: bigint;
  /** Decimals shown. Default: the currency's own, or none when a scale is given. */
  readonly decimals?: number;
  /** The locale's own minus sign as its number formats give it, or brackets round the figure. */
  readonly negative: 'minus' | 'brackets';
  /** An amount of exactly 0 as a dash or as a zero; one that only rounds to 0 is always shown as a zero. */
  readonly zero: 'dash' | 'zero';
  /** Whether the currency's mark is shown where the locale puts it. */
  readonly currencyMark?: boolean;
};

type FormatRatioOptions = {
  readonly locale: string;
  readonly style: 'percent' | 'number';
  readonly decimals: number;
};

/**
 * Writes an amount for people, rounded half away from zero to the decimals shown, as Excel rounds. The
 * exact amount stays with the caller.
 * @example formatAmount(-123450n, { currency: 'GBP', locale: 'en-GB', negative: 'brackets', zero: 'dash' }) // '(1,234.50)'
 */
export function formatAmount(minor: Minor, options: FormatAmountOptions): string {
  if (minor === 0n && options.zero === 'dash') return '-';
  const scale = options.scale ?? 1n;
  const decimals = options.decimals ?? (scale === 1n ? currencyDecimals(options.currency) : 0);
  const units = unitsPerMajor(options.currency) * scale;
  const shown = minorToDecimalText(divideHalfAway(minor * 10n ** BigInt(decimals), units), decimals);
  const formatter = numberFormat(options.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    ...(options.currencyMark === true ? { style: 'currency', currency: options.currency } : {}),
  });
  if (options.negative === 'minus' || !shown.startsWith('-')) return writeDecimal(formatter, shown);
  return `(${writeDecimal(formatter, shown.slice(1))})`;
}

/**
 * Writes a share or rate for people, rounded half away from zero to the decimals shown: `0.975` as a
 * percentage with one decimal is `97.5%` in English.
 * @throws RangeError when the text is no plain decimal.
 */
export function formatRatio(decimalText: string, options: FormatRatioOptions): string {
  if (readPlainDecimal(decimalText) === null) throw new RangeError(`Not a plain decimal: ${decimalText}`);
  const formatter = numberFormat(options.locale, {
    style: options.style === 'percent' ? 'percent' : 'decimal',
    minimumFractionDigits: options.decimals,
    maximumFractionDigits: options.decimals,
    signDisplay: 'negative',
  });
  return writeDecimal(formatter, decimalText);
}

function writeDecimal(formatter: Intl.NumberFormat, decimalText: string): string {
  // Intl reads a decimal text digit by digit; its type only knows texts that the compiler can see.
  return formatter.format(decimalText as Intl.StringNumericLiteral);
}

/** Making a formatter costs a thousand times more than using it, and a grid uses few kinds. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, { useGrouping: 'always', ...options });
  FORMATS.set(key, made);
  return made;
}

import { yearLabel, type FiscalCalendar } from '../calendar/fiscal-year.ts';
import { currencyDecimals, isCurrencyCode } from '../money/currency.ts';
import { calendarMessages } from './catalogue/calendar.ts';
import type { Formats } from './formats.ts';

export type FormatsFor = {
  readonly locale: string;
  readonly currency: string;
  readonly calendar: FiscalCalendar;
};

/**
 * The formats of a reader: the locale's own signs, the currency's mark, the plan's naming of years. Whole amounts are
 * written without decimals; any other with the currency's decimals and all that it has, so that no amount is ever rounded in a sentence.
 */
export function makeFormats({ locale, currency, calendar }: FormatsFor): Formats {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules('en-GB');
  return {
    locale,
    amount: (text) => writeExact(text, { locale, currency }),
    share: (text) => writeShare(text, locale),
    number: (text) => number.format(asDecimal(text)),
    count: (value) => count.format(value),
    year: (period) => writePeriod(period, calendar, locale),
    date: (iso) => date.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    plural: (value, one, other) => `${count.format(value)} ${plurals.select(value) === 'one' ? one : other}`,
  };
}

function writeExact(text: string, { locale, currency }: Pick<FormatsFor, 'locale' | 'currency'>): string {
  const fraction = /\.(\d+)$/.exec(text)?.[1] ?? '';
  // A file's currency may not be known yet: then the amount's own decimals have to do.
  const least = isCurrencyCode(currency) ? currencyDecimals(currency) : 0;
  const decimals = /[1-9]/.test(fraction) ? Math.max(least, fraction.length) : 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(asDecimal(text));
}

const SHARE_DECIMALS = [1, 2, 3, 4] as const;

/**
 * A share as a percentage with at most one decimal; more where one would make it whole: 0.9996 of the need is 99.96%,
 * not 100%, for that is what the reader would take for all of it.
 */
function writeShare(text: string, locale: string): string {
  const written = SHARE_DECIMALS.map((decimals) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(
      asDecimal(text),
    ),
  );
  const isWhole = /^-?[01](\.0*)?$/.test(text);
  const whole = new Intl.NumberFormat(locale, { style: 'percent' });
  const edges = new Set([whole.format(0), whole.format(1), whole.format(-1), whole.format(-0)]);
  const fitting = isWhole ? undefined : written.find((candidate) => !edges.has(candidate));
  return fitting ?? written[0] ?? text;
}

function writePeriod(period: string, calendar: FiscalCalendar, locale: string): string {
  if (period === 'before') return calendarMessages['calendar.before'];
  if (period === 'later') return calendarMessages['calendar.later'];
  return yearLabel(period, calendar, locale);
}

/** Intl reads a decimal text digit by digit; its type only knows texts that the compiler can see. */
function asDecimal(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}

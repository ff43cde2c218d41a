import { yearLabel, type FiscalCalendar } from '../calendar/fiscal-year.ts';
import { gridMessages } from './catalogue/window-grid.ts';
import type { Formats } from './formats.ts';

export type FormatsFor = {
  readonly locale: string;
  readonly currency: string;
  readonly calendar: FiscalCalendar;
};

/**
 * The formats of a reader: the locale's own signs, the currency's mark, the plan's naming of years. Whole amounts are
 * written without decimals; any other with all the decimals it has, so that no amount is ever rounded in a sentence.
 */
export function makeFormats({ locale, currency, calendar }: FormatsFor): Formats {
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const plurals = new Intl.PluralRules('en-GB');
  return {
    locale,
    amount: (text) => writeExact(text, { locale, currency }),
    share: (text) => share.format(asDecimal(text)),
    number: (text) => number.format(asDecimal(text)),
    count: (value) => count.format(value),
    year: (period) => writePeriod(period, calendar, locale),
    date: (iso) => date.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    plural: (value, one, other) => `${count.format(value)} ${plurals.select(value) === 'one' ? one : other}`,
  };
}

function writeExact(text: string, { locale, currency }: Pick<FormatsFor, 'locale' | 'currency'>): string {
  const fraction = /\.(\d+)$/.exec(text)?.[1] ?? '';
  const decimals = /[1-9]/.test(fraction) ? fraction.length : 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(asDecimal(text));
}

function writePeriod(period: string, calendar: FiscalCalendar, locale: string): string {
  if (period === 'before') return gridMessages['window.period-before'];
  if (period === 'later') return gridMessages['window.period-later'];
  return yearLabel(period, calendar, locale);
}

/** Intl reads a decimal text digit by digit; its type only knows texts that the compiler can see. */
function asDecimal(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral;
}

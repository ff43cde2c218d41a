import { isIsoDate } from '#shared/calendar/dates.ts';
import { monthOfName } from '#shared/calendar/months.ts';

/**
 * The date that a typed text names: `2026-04-01`, `1 April 2026`, or digits in the order of the locale, as the browser's
 * own formats have it: `1/4/2026` in Britain is `4/1/2026` in America. Null for a text that names no date, or only two
 * digits of its year.
 */
export function readTypedDate(text: string, locale: string): string | null {
  const typed = text.trim().replace(/^(\d{4})[年/.](\d{1,2})[月/.](\d{1,2})日?$/, '$1-$2-$3');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso !== null) return toIso(iso[1], iso[2], iso[3]);
  const named = /^(\d{1,2})\.?\s+(\p{L}+)\.?,?\s+(\d{4})$/u.exec(typed);
  if (named !== null) return toIso(named[3], monthText(named[2]), named[1]);
  const american = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u.exec(typed);
  if (american !== null) return toIso(american[3], monthText(american[1]), american[2]);
  const digits = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed);
  if (digits === null) return null;
  const [first, second] = [digits[1], digits[2]];
  return isMonthFirst(locale) ? toIso(digits[3], first, second) : toIso(digits[3], second, first);
}

function toIso(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : null;
}

function monthText(name = ''): string {
  return String(monthOfName(name) ?? '');
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(0);
  const order = parts.map(({ type }) => type);
  return order.indexOf('month') < order.indexOf('day');
}

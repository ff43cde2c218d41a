import type { IsoDate } from '#shared/calendar/dates.ts';

/** The date on the calendar of the person at this machine. */
export function localDate(now: Date): IsoDate {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

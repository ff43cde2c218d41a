import type { IsoDate } from '#shared/calendar/dates.ts';

/** The date on the calendar of the person at this machine, `2026-11-22`. */
export function localDate(at: Date): IsoDate {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The date and the minute on that clock in a form that every file system takes, `2026-11-22 14.02`. */
export function localMinute(at: Date): string {
  return `${localDate(at)} ${two(at.getHours())}.${two(at.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

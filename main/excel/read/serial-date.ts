import type { DateParts } from './number-format.ts';

const DAY_MS = 86_400_000;
const SECONDS_PER_DAY = 86_400;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Days from Excel's 1900 system to its 1904 system. */
const DAYS_TO_1904 = 1462;
/** Excel counts a 29 February 1900 that never was, as Lotus did; serials before it are one day off. */
const FALSE_LEAP_DAY = 60;
const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const ISO_TIME = /^T?(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?$/;

/**
 * The ISO text of a serial number: a date, a time of day or length of time, or both. Null when Excel itself shows no
 * date for it (before its first day or after its last), so that an amount under a date format stays an amount.
 */
export function serialToIso(raw: string, parts: DateParts, date1904: boolean): string | null {
  // A date is no money, and a double holds serials to a fraction of a millisecond.
  const serial = Number(raw);
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  if (!(seconds >= 0)) return null;
  if (parts === 'elapsed') return clock(seconds);
  const days = Math.floor(seconds / SECONDS_PER_DAY) + (date1904 ? DAYS_TO_1904 : 0);
  if (days > LAST_SERIAL) return null;
  const time = seconds % SECONDS_PER_DAY;
  // A time of day without a day: of a date-time format only when there is a time, for 0 under it is an amount.
  const isTimeAlone = parts === 'time' && serial < 1;
  if (isTimeAlone || (days < 1 && parts === 'date-time' && time > 0)) return clock(time);
  if (days < 1) return null;
  return time > 0 ? `${dayText(days)}T${clock(time)}` : dayText(days);
}

/** The text for people of a date that the file writes as ISO text; null when it is none. */
export function isoToIso(raw: string): string | null {
  const match = ISO_DATE.exec(raw);
  if (match === null) return ISO_TIME.exec(raw)?.[1] ?? null;
  const [, day = '', time = ''] = match;
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) return null;
  const isMidnight = /^[0:]*$/.test(time);
  return isMidnight ? day : `${day}T${time.length === 5 ? `${time}:00` : time}`;
}

function dayText(days: number): string {
  if (days === FALSE_LEAP_DAY) return '1900-02-29';
  const sinceEpoch = days < FALSE_LEAP_DAY ? days : days - 1;
  return new Date(Date.UTC(1899, 11, 31) + sinceEpoch * DAY_MS).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

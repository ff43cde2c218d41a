/** A calendar date written `YYYY-MM-DD`. Dates of a plan have no time and no time zone. */
export type IsoDate = string;

type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date that exists, such as `2028-02-29`. */
export function isIsoDate(text: string): boolean {
  return readDate(text) !== null;
}

/** Orders two dates: below 0 when the first is earlier, 0 when they are the same day. */
export function compareDates(a: IsoDate, b: IsoDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The date so many days later, or earlier when the number is negative.
 * @throws RangeError when the text is no date.
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(parts(date)) + days);
}

/**
 * Whole calendar months from a date to the day after an end date that is itself included, rounded down:
 * 1 April to 31 March is 12. Negative when the end is past.
 * @throws RangeError when a text is no date.
 */
export function monthsBetween(from: IsoDate, endInclusive: IsoDate): number {
  const start = parts(from);
  const end = parts(addDays(endInclusive, 1));
  const months = (end.year - start.year) * 12 + (end.month - start.month);
  return end.day < start.day ? months - 1 : months;
}

/** Whether a window and a year, both with their last days included, share at least a day. */
export function overlapsYear(
  window: { readonly from: IsoDate; readonly to: IsoDate },
  yearStart: IsoDate,
  yearEnd: IsoDate,
): boolean {
  return window.from <= yearEnd && window.to >= yearStart;
}

function parts(date: IsoDate): DateParts {
  const read = readDate(date);
  if (read === null) throw new RangeError(`Not a date: ${date}`);
  return read;
}

function readDate(text: string): DateParts | null {
  const match = ISO_DATE.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of year 0: counting years from March puts the leap day last, so months need no table. */
function toDayNumber({ year, month, day }: DateParts): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1;
}

function fromDayNumber(dayNumber: number): IsoDate {
  let marchYear = Math.floor((dayNumber * 10_000 + 14_780) / 3_652_425);
  if (dayNumber < toDayNumber({ year: marchYear, month: 3, day: 1 })) marchYear -= 1;
  const dayOfYear = dayNumber - toDayNumber({ year: marchYear, month: 3, day: 1 });
  const marchMonth = Math.floor((dayOfYear * 5 + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  const year = month <= 2 ? marchYear + 1 : marchYear;
  const day = dayOfYear - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

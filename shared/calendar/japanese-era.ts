/** The calendar year before the first year of each era: 令和1年 is 2019. */
const YEAR_BEFORE_ERA: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['R', 2018],
  ['H', 1988],
  ['S', 1925],
]);

/**
 * The calendar year of an era year: 令和7 and R7 are 2025, 令和元 is 2019. Null when the era is not known.
 * @param year - the number of the year, or 元 for the first.
 */
export function calendarYearOfEra(era: string, year: string): number | null {
  const before = YEAR_BEFORE_ERA.get(era);
  if (before === undefined) return null;
  return before + (year === '元' ? 1 : Number(year));
}

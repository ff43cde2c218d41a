import type { Series } from '#shared/plan/series.ts';

const kept = new WeakMap<Series, boolean>();

/** Whether every amount of a series is a whole number of currency units; kept, so that an edit costs only the series it changed. */
export function isWholeSeries(series: Series, unitsPerMajor: bigint): boolean {
  const known = kept.get(series);
  if (known !== undefined) return known;
  const isWhole = series.minor.every((value) => value === null || value % unitsPerMajor === 0n);
  kept.set(series, isWhole);
  return isWhole;
}

import type { Series } from '#shared/plan/series.ts';

/** By the minor units of a currency: the same figures may be whole in one currency and not in another. */
const kept = new Map<bigint, WeakMap<Series, boolean>>();

/** Whether every amount of a series is a whole number of currency units; kept, so that an edit costs only the series it changed. */
export function isWholeSeries(series: Series, unitsPerMajor: bigint): boolean {
  const found = kept.get(unitsPerMajor) ?? new WeakMap<Series, boolean>();
  kept.set(unitsPerMajor, found);
  const isWhole =
    found.get(series) ?? series.minor.every((value) => value === null || value % unitsPerMajor === 0n);
  found.set(series, isWhole);
  return isWhole;
}

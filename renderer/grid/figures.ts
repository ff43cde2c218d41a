import type { Minor } from '#shared/money/amount.ts';
import type { Series } from '#shared/plan/series.ts';
import type { RowFigures } from './grid-row.ts';

const ofSeries = new WeakMap<Series, RowFigures>();

/** The figures of one series; the same object for the same series. */
export function seriesFigures(series: Series): RowFigures {
  const known = ofSeries.get(series);
  if (known !== undefined) return known;
  const made = { minor: series.minor, total: sumOrBlank(series.minor) };
  ofSeries.set(series, made);
  return made;
}

/** Adds figures period by period, exactly. A period that is blank in all of them stays blank. */
export function addFigures(parts: readonly RowFigures[], periods: number): RowFigures {
  const minor = Array<Minor | null>(periods).fill(null);
  for (const part of parts) {
    for (let period = 0; period < periods; period += 1) {
      const value = part.minor[period] ?? null;
      if (value !== null) minor[period] = (minor[period] ?? 0n) + value;
    }
  }
  return { minor, total: sumOrBlank(minor) };
}

/** Need less funding, period by period; a period in which both are blank stays blank. */
export function gapFigures(need: RowFigures, funding: RowFigures): RowFigures {
  const minor = need.minor.map((needed, period) => {
    const funded = funding.minor[period] ?? null;
    return needed === null && funded === null ? null : (needed ?? 0n) - (funded ?? 0n);
  });
  return { minor, total: sumOrBlank(minor) };
}

/** Whether every figure of a plan is a whole number of currency units, kept by series so that an edit costs one of them. */
export function isWholeSeries(series: Series, unitsPerMajor: bigint): boolean {
  const known = wholeSeries.get(series);
  if (known !== undefined) return known;
  const isWhole = series.minor.every((value) => value === null || value % unitsPerMajor === 0n);
  wholeSeries.set(series, isWhole);
  return isWhole;
}

const wholeSeries = new WeakMap<Series, boolean>();

function sumOrBlank(values: readonly (Minor | null)[]): Minor | null {
  let total: Minor | null = null;
  for (const value of values) if (value !== null) total = (total ?? 0n) + value;
  return total;
}

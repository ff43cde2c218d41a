import type { Message } from '../../messages/message.ts';
import { isWithinRange, type Minor } from '../../money/amount.ts';
import type { YearAxis } from '../axis.ts';
import type { CellMeasure } from '../records.ts';
import { blankSeries, type Series } from '../series.ts';

/** Why a series that a new row brings cannot stand in the plan, or null. */
export function refuseSeries(
  axis: YearAxis,
  series: Series,
  where: { readonly name: string; readonly measure: CellMeasure },
): Message | null {
  const length = axis.periods.length;
  if (series.minor.length !== length || series.origin.length !== length) {
    return { id: 'plan.wrong-number-of-values', values: where };
  }
  const at = series.minor.findIndex((minor) => minor !== null && !isWithinRange(minor));
  const period = axis.periods[at];
  return period === undefined ? null : { id: 'plan.amount-too-large', values: { ...where, period } };
}

/**
 * Makes a series of values and origins as a plan keeps it: a blank has no origin, and a series of
 * blanks is the shared one.
 */
export function makeSeries(minor: readonly (Minor | null)[], origin: readonly number[]): Series {
  if (minor.every((value) => value === null)) return blankSeries(minor.length);
  return { minor, origin: minor.map((value, index) => (value === null ? 0 : (origin[index] ?? 0))) };
}

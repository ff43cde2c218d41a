import { type PeriodAmounts, sumAmounts, sumPeriods } from '#shared/plan/totals.ts';
import type { RowFigures } from './grid-row.ts';

const kept = new WeakMap<PeriodAmounts, RowFigures>();

/** The figures of a row with their total; the same object for the same amounts. */
export function figuresOf(minor: PeriodAmounts): RowFigures {
  const known = kept.get(minor);
  if (known !== undefined) return known;
  const made = { minor, total: sumPeriods(minor) };
  kept.set(minor, made);
  return made;
}

/** Adds figures period by period, exactly. A period that is blank in all of them stays blank. */
export function addFigures(parts: readonly RowFigures[], periods: number): RowFigures {
  return figuresOf(
    sumAmounts(
      parts.map(({ minor }) => minor),
      periods,
    ),
  );
}

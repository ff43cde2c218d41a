import type { CarryRule, Source } from '../../../plan/source.ts';
import type { Frame } from '../../frame.ts';

/**
 * The plan year that holds the last day of a window, counted from 0: -1 when the window ends before the plan's first
 * year, Infinity when it ends after the last or never.
 */
export function windowEnd(window: Source['window'], { years }: Frame): number {
  if (window === null || window === 'unknown') return Infinity;
  const index = years.findIndex(({ end }) => window.to <= end);
  if (index === -1) return Infinity;
  const year = years[index];
  return year !== undefined && window.to < year.start ? -1 : index;
}

/**
 * At the end of which plan year the money of a year lapses: with its own year, at the earlier of its expiry and the
 * window's end, or at the window's end alone. Money of years after the window's end lapses with its own year, and what
 * is carried into the plan not before its first.
 */
export function lapseYearOf(carry: CarryRule, end: number): (year: number) => number {
  switch (carry.rule) {
    case 'none':
      return (year) => year;
    case 'years':
      return (year) => {
        const expiry = year + carry.years;
        return expiry < 0 ? expiry : Math.max(0, year, Math.min(expiry, end));
      };
    case 'free':
    case 'approval':
      return (year) => Math.max(0, year, end);
  }
}

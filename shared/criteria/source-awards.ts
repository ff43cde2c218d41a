import { overlapsYear } from '../calendar/dates.ts';
import type { Minor } from '../money/amount.ts';
import type { Source } from '../plan/source.ts';
import type { Frame, FrameYear } from './frame.ts';
import type { SourceTerm } from './line-node.ts';
import type { Missing } from './result.ts';
import { periodsUsed, usedBy, type SourceNode } from './source-node.ts';
import { holdsPeriod } from './sums.ts';

/** A source's award of one plan year; `isMissing` where it is blank and cannot be taken for 0. */
export type YearAward = {
  readonly year: FrameYear;
  readonly award: Minor;
  readonly isMissing: boolean;
  /** Whether the source has a positive allocation in the year. */
  readonly isUsed: boolean;
};

/**
 * The awards of a source by plan year. A blank is 0 outside the source's window and missing inside it. Without a window
 * the inside reaches from the first to the last year with an award; with none at all, every year that is used is
 * missing. Where the window is not known, a blank in a year that is used could be either and is missing too.
 */
export function yearAwards(node: SourceNode, { years }: Frame): readonly YearAward[] {
  const { source } = node;
  const used = periodsUsed(node);
  const given = years.filter(({ at }) => isGiven(source, at));
  const isInside = insideOf(source, given);
  return years.map((year) => {
    const isUsed = holdsPeriod(used, year.at);
    const isOpen = isUsed && (given.length === 0 || source.window === 'unknown');
    return {
      year,
      award: source.award.minor[year.at] ?? 0n,
      isMissing: !isGiven(source, year.at) && (isOpen || isInside(year)),
      isUsed,
    };
  });
}

function isGiven(source: Source, at: number): boolean {
  return (source.award.minor[at] ?? null) !== null;
}

function insideOf({ window }: Source, given: readonly FrameYear[]): (year: FrameYear) => boolean {
  if (window !== null && window !== 'unknown') return (year) => overlapsYear(window, year.start, year.end);
  const [first, last] = [given[0], given.at(-1)];
  return ({ at }) => first !== undefined && last !== undefined && at > first.at && at < last.at;
}

/** What is left of the award of the time before the plan, if anything is. */
export function openingPot(node: SourceNode, { axis }: Frame): Minor {
  if (!axis.before) return 0n;
  const left = (node.source.award.minor[0] ?? 0n) - (usedBy(node)[0] ?? 0n);
  return left > 0n ? left : 0n;
}

/** The award cells that are missing, among those of a source that are looked at. */
export function missingAwards(source: Source, awards: readonly YearAward[]): Missing[] {
  return awards.flatMap(({ year, isMissing }) =>
    isMissing ? [{ line: null, source: source.id, period: year.id, field: 'award' }] : [],
  );
}

/** A term of a source that is not known. */
export function missingTerm(source: Source, field: SourceTerm): Missing {
  return { line: null, source: source.id, period: null, field };
}

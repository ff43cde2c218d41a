import { makeAxis, type YearAxis } from '#shared/plan/axis.ts';
import { newAllocation, newLine, newPlan, newSource } from '#shared/plan/new-plan.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { Series } from '#shared/plan/series.ts';
import { yearsBetween } from '#shared/calendar/fiscal-year.ts';

export const FIRST_YEAR = '2026';
const LINES_A_SOURCE = 50;

/**
 * A plan over 30 years with two sources for each line, each source for some fifty lines, and a figure in every cell.
 * The same for the same number of lines; most checks have something to find in it.
 */
export function largePlan(lines: number): Plan {
  const axis = makeAxis(yearsBetween(FIRST_YEAR, '2055'));
  const numbers = Array.from({ length: lines }, (_, index) => index);
  const sources = Math.max(2, Math.ceil((2 * lines) / LINES_A_SOURCE));
  return newPlan({
    id: 'large',
    title: 'Large',
    currency: 'GBP',
    asOf: '2026-11-22',
    calendar: { startMonth: 4, naming: 'both' },
    years: axis.years,
    lines: numbers.map((index) =>
      newLine(axis, {
        id: `l${index}`,
        title: `Line ${index}`,
        kind: 'capital',
        need: series(axis, index, 900_000),
      }),
    ),
    sources: numbers.slice(0, sources).map((index) =>
      newSource(axis, {
        id: `s${index}`,
        name: `Source ${index}`,
        funder: `Funder ${index % 7}`,
        window: { from: '2026-04-01', to: `${2030 + (index % 20)}-03-31` },
        carry: index % 3 === 0 ? { rule: 'free' } : { rule: 'years', years: 2 },
        ringFence: index % 2 === 0 ? { kind: 'none' } : { kind: 'theme', themes: ['spatial'] },
        award: series(axis, index, 25_000_000),
        certainty: axis.years.map((_, year) => (year < 5 ? 4 : year < 12 ? 3 : 2)),
      }),
    ),
    allocations: numbers.flatMap((index) =>
      [index % sources, (index * 7 + 1) % sources].flatMap((source, place, both) =>
        place === 1 && source === both[0]
          ? []
          : [
              newAllocation(axis, {
                line: `l${index}`,
                source: `s${source}`,
                amounts: series(axis, index + source, 450_000),
              }),
            ],
      ),
    ),
  });
}

/** Pence that differ from cell to cell and are the same in each run. */
function series(axis: YearAxis, seed: number, about: number): Series {
  const minor = axis.periods.map((_, at) => BigInt(about + ((seed * 7919 + at * 104_729) % about)));
  return { minor, origin: minor.map(() => 0) };
}

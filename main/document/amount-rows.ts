import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { PeriodKey, YearAxis } from '#shared/plan/axis.ts';
import type { Minor } from '#shared/money/amount.ts';
import type { Series } from '#shared/plan/series.ts';
import type { Certainty } from '#shared/plan/source.ts';

/** Writes the amounts of single cells: a blank is no row. */
export type AmountWriter = {
  readonly writeSeries: (
    owner: bigint,
    measure: string,
    before: SeriesAt | null,
    after: SeriesAt | null,
  ) => void;
  readonly writeCertainty: (source: bigint, before: LevelsAt | null, after: LevelsAt | null) => void;
};
type SeriesAt = { readonly axis: YearAxis; readonly series: Series };
type LevelsAt = { readonly axis: YearAxis; readonly levels: readonly (Certainty | null)[] };

/** Prepares the statements that put, change and take out amounts and levels of certainty. */
export function createAmountWriter(db: DatabaseSync): AmountWriter {
  const put = db.prepare(
    'INSERT INTO amounts (owner, measure, year, minor, origin) VALUES (?, ?, ?, ?, ?) ' +
      'ON CONFLICT (owner, measure, year) DO UPDATE SET minor = excluded.minor, origin = excluded.origin',
  );
  const take = db.prepare('DELETE FROM amounts WHERE owner = ? AND measure = ? AND year = ?');
  const putLevel = db.prepare(
    'INSERT INTO certainty (source, year, level) VALUES (?, ?, ?) ' +
      'ON CONFLICT (source, year) DO UPDATE SET level = excluded.level',
  );
  const takeLevel = db.prepare('DELETE FROM certainty WHERE source = ? AND year = ?');
  return {
    writeSeries: (owner, measure, before, after) => {
      if (before?.series === after?.series && before?.axis === after?.axis) return;
      for (const year of unionOfPeriods(before, after)) {
        const [old, now] = [amountAt(before, year), amountAt(after, year)];
        if (old.minor === now.minor && old.origin === now.origin) continue;
        if (now.minor === null) take.run(owner, measure, year);
        else put.run(owner, measure, year, now.minor, now.origin);
      }
    },
    writeCertainty: (source, before, after) => writeLevels({ putLevel, takeLevel }, source, before, after),
  };
}

function writeLevels(
  statements: { readonly putLevel: StatementSync; readonly takeLevel: StatementSync },
  source: bigint,
  before: LevelsAt | null,
  after: LevelsAt | null,
): void {
  if (before?.levels === after?.levels && before?.axis === after?.axis) return;
  for (const year of unionOfPeriods(before, after)) {
    const [old, now] = [levelAt(before, year), levelAt(after, year)];
    if (old === now) continue;
    if (now === null) statements.takeLevel.run(source, year);
    else statements.putLevel.run(source, year, now);
  }
}

type OnAxis = { readonly axis: YearAxis } | null;

function unionOfPeriods(before: OnAxis, after: OnAxis): Iterable<PeriodKey> {
  if (before?.axis === after?.axis) return before?.axis.periods ?? [];
  return new Set([...(before?.axis.periods ?? []), ...(after?.axis.periods ?? [])]);
}

/** A blank has no origin. */
function amountAt(at: SeriesAt | null, year: PeriodKey): { minor: Minor | null; origin: number } {
  const index = at?.axis.periods.indexOf(year) ?? -1;
  const minor = at?.series.minor[index] ?? null;
  return { minor, origin: minor === null ? 0 : (at?.series.origin[index] ?? 0) };
}

function levelAt(at: LevelsAt | null, year: PeriodKey): Certainty | null {
  return at?.levels[at.axis.periods.indexOf(year)] ?? null;
}

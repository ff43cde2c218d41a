import type { DatabaseSync } from 'node:sqlite';
import type { Minor } from '#shared/money/amount.ts';
import type { YearAxis } from '#shared/plan/axis.ts';
import type { Series } from '#shared/plan/series.ts';
import { CERTAINTIES, type Certainty } from '#shared/plan/source.ts';

/** Under which the series of a measure of one row is found: rows of different tables may have the same key. */
export function seriesKey(owner: unknown, measure: string): string {
  return `${String(owner)} ${measure}`;
}

/**
 * Reads every series of the file, a series at a time: ten times faster than a row at a time. Amounts come as text,
 * since a double could not hold them all. Cells of a year that the plan does not have make the answer null.
 */
export function readAmounts(db: DatabaseSync, axis: YearAxis): Map<string, Series> | null {
  const positions = positionsOf(axis);
  const found = new Map<string, Series>();
  const series = db.prepare(
    "SELECT owner, measure, group_concat(year || ' ' || minor || ' ' || origin, ';') AS cells " +
      'FROM amounts GROUP BY owner, measure',
  );
  for (const row of series.iterate()) {
    const [owner, measure, cells] = [row['owner'], row['measure'], row['cells']];
    if (typeof owner !== 'bigint' || typeof measure !== 'string' || typeof cells !== 'string') return null;
    const read = readSeries(cells, positions);
    if (read === null) return null;
    found.set(seriesKey(owner, measure), read);
  }
  return found;
}

/** Reads how certain each source's award is in each period; null as in `readAmounts`. */
export function readCertainty(
  db: DatabaseSync,
  axis: YearAxis,
): Map<unknown, readonly (Certainty | null)[]> | null {
  const positions = positionsOf(axis);
  const sources = new Map<unknown, (Certainty | null)[]>();
  for (const row of db.prepare('SELECT source, year, level FROM certainty').iterate()) {
    const [source, year, level] = [row['source'], row['year'], row['level']];
    const index = positions.get(String(year));
    const certainty = CERTAINTIES.find((known) => BigInt(known) === level);
    if (typeof source !== 'bigint' || index === undefined || certainty === undefined) return null;
    const levels = sources.get(source) ?? Array<Certainty | null>(axis.periods.length).fill(null);
    levels[index] = certainty;
    sources.set(source, levels);
  }
  return sources;
}

function positionsOf(axis: YearAxis): ReadonlyMap<string, number> {
  return new Map(axis.periods.map((period, index) => [period, index]));
}

function readSeries(cells: string, positions: ReadonlyMap<string, number>): Series | null {
  const minor = Array<Minor | null>(positions.size).fill(null);
  const origin = Array<number>(positions.size).fill(0);
  for (const cell of cells.split(';')) {
    const [year, amount, from] = cell.split(' ');
    const index = positions.get(year ?? '');
    if (index === undefined || amount === undefined || from === undefined) return null;
    minor[index] = BigInt(amount);
    origin[index] = Number(from);
    if (!Number.isSafeInteger(origin[index])) return null;
  }
  return { minor, origin };
}

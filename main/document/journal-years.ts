import type { DatabaseSync } from 'node:sqlite';
import type { PeriodKey } from '#shared/plan/axis.ts';
import { period } from '#shared/plan/schema/atoms.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

/** The periods before a step that changed them, for the journal; null for a step that did not. */
export function encodeYears(changes: readonly PlanChange[]): string | null {
  const change = changes.find(({ kind }) => kind === 'years');
  return change?.kind === 'years' ? change.before.join(' ') : null;
}

/** The periods that the plan had before a step: rows that an edit brings name none. */
export function periodsBefore(db: DatabaseSync, seq: number): readonly PeriodKey[] {
  const next =
    'SELECT years_before FROM journal WHERE seq >= ? AND years_before IS NOT NULL ORDER BY seq LIMIT 1';
  const row = db.prepare(next).get(seq);
  if (row !== undefined) return readPeriods(String(row['years_before']).split(' '));
  return currentPeriods(db);
}

/** The periods of the plan as it stands. */
export function currentPeriods(db: DatabaseSync): readonly PeriodKey[] {
  const now = db.prepare('SELECT year FROM years ORDER BY rank').all();
  return readPeriods(now.map(({ year }) => year));
}

/** What is no period is left out: the file comes from outside. */
function readPeriods(found: readonly unknown[]): PeriodKey[] {
  return found.flatMap((text) => {
    const read = period.safeParse(text);
    return read.success ? [read.data] : [];
  });
}

import type { DatabaseSync } from 'node:sqlite';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { packRowChanges, type SummarisedStep } from './journal-summary.ts';

/** The line and the source that a change belongs to; money of a source for a line belongs to both. */
export type ChangedRows = { readonly line: string | null; readonly source: string | null };

const NEITHER: ChangedRows = { line: null, source: null };

/** Whose a change is. */
export function rowsOf(change: PlanChange): ChangedRows {
  switch (change.kind) {
    case 'amount':
      return rowsOfSeries(change.ref);
    case 'row':
      return { ...NEITHER, [change.of]: change.id };
    case 'allocation':
      return { line: change.line, source: change.source };
    case 'line-field':
      return { line: change.line, source: null };
    case 'certainty':
    case 'source-field':
      return { line: null, source: change.source };
    case 'plan-field':
    case 'years':
    case 'record':
      return NEITHER;
  }
}

/** Whose amounts a series holds. */
export function rowsOfSeries(ref: SeriesRef): ChangedRows {
  switch (ref.of) {
    case 'line':
      return { line: ref.line, source: null };
    case 'source':
      return { line: null, source: ref.source };
    case 'allocation':
      return { line: ref.line, source: ref.source };
  }
}

/**
 * Records which lines and sources a step changed, in the transaction of the caller, so that their steps are found. Where
 * the step's summary is cut, what became of each row is kept with the row: the history of a cell never unpacks an import.
 */
export function addChangedRows(db: DatabaseSync, seq: number, { changes, isCut }: SummarisedStep): void {
  const lines = new Map<string, PlanChange[]>();
  const sources = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const { line, source } = rowsOf(change);
    if (line !== null) addTo(lines, line, change);
    if (source !== null) addTo(sources, source, change);
  }
  const put = db.prepare('INSERT OR IGNORE INTO journal_rows (kind, id, seq, changes) VALUES (?, ?, ?, ?)');
  for (const [id, own] of lines) put.run('line', id, seq, isCut ? packRowChanges(own) : null);
  for (const [id, own] of sources) put.run('source', id, seq, isCut ? packRowChanges(own) : null);
}

function addTo(rows: Map<string, PlanChange[]>, id: string, change: PlanChange): void {
  const known = rows.get(id);
  if (known) known.push(change);
  else rows.set(id, [change]);
}

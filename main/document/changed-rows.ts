import type { DatabaseSync } from 'node:sqlite';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';

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

/** Records which lines and sources a step changed, in the transaction of the caller, so that their steps are found. */
export function addChangedRows(db: DatabaseSync, seq: number | bigint, changes: readonly PlanChange[]): void {
  const lines = new Set<string>();
  const sources = new Set<string>();
  for (const change of changes) {
    const { line, source } = rowsOf(change);
    if (line !== null) lines.add(line);
    if (source !== null) sources.add(source);
  }
  const put = db.prepare('INSERT OR IGNORE INTO journal_rows (kind, id, seq) VALUES (?, ?, ?)');
  for (const id of lines) put.run('line', id, seq);
  for (const id of sources) put.run('source', id, seq);
}

import type { GridRow } from './grid-row.ts';

/** What stands nearest to a row that is about to go, to take the focus from it. */
type Neighbour = { readonly line: string; readonly source: string | null };

/**
 * The row that takes the focus when the one of a line, with its sources, or of a line's source goes: the line or source
 * behind it, else the one before it. Programmes are passed over; null when there is nothing else.
 */
export function neighbourRow(rows: readonly GridRow[], going: GridRow): Neighbour | null {
  const index = rows.findIndex(({ id }) => id === going.id);
  if (index < 0) return null;
  const isStaying = (row: GridRow) =>
    going.kind !== 'line' || row.kind !== 'allocation' || row.line !== going.line;
  const behind = rows.slice(index + 1).filter(isStaying);
  const next = aboutOf(behind[0]);
  if (next !== null) return next;
  return firstAbout(rows.slice(0, index).toReversed()) ?? firstAbout(behind);
}

function firstAbout(rows: readonly GridRow[]): Neighbour | null {
  return aboutOf(rows.find(({ kind }) => kind === 'line' || kind === 'allocation'));
}

function aboutOf(row: GridRow | undefined): Neighbour | null {
  if (row?.kind === 'line') return { line: row.line, source: null };
  return row?.kind === 'allocation' ? { line: row.line, source: row.source } : null;
}

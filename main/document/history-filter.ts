import type { HistoryFilter } from '#shared/api/history-api.ts';
import type { SeriesRef } from '#shared/plan/edit.ts';
import type { PlanChange } from '#shared/review/plan-change.ts';
import { rowsOf, rowsOfSeries, type ChangedRows } from './changed-rows.ts';

export type NamedRow = { readonly kind: 'line' | 'source'; readonly id: string };

/** The rows that a step must have changed to pass the filter; none where it asks for no row. */
export function rowsAskedFor({ line, source, cell }: HistoryFilter): readonly NamedRow[] {
  const own = rowsIn({ line, source });
  const ofCell = cell === null ? [] : rowsIn(rowsOfSeries(cell.ref));
  return [...own, ...ofCell.filter((row) => !own.some((other) => isSameRow(row, other)))];
}

/** Whether a change is one of those that a filter by line, source or cell lets through; a person's name is not looked at. */
export function passesFilter({ line, source, cell }: HistoryFilter, change: PlanChange): boolean {
  const rows = rowsOf(change);
  if (line !== null && rows.line !== line) return false;
  if (source !== null && rows.source !== source) return false;
  if (cell === null) return true;
  return change.kind === 'amount' && change.period === cell.period && isSameSeries(change.ref, cell.ref);
}

function isSameSeries(one: SeriesRef, other: SeriesRef): boolean {
  switch (one.of) {
    case 'line':
      return other.of === 'line' && one.line === other.line && one.measure === other.measure;
    case 'source':
      return other.of === 'source' && one.source === other.source && one.measure === other.measure;
    case 'allocation': {
      const isBoth = other.of === 'allocation' && one.line === other.line && one.source === other.source;
      return isBoth && one.matchFor === other.matchFor;
    }
  }
}

function rowsIn({ line, source }: ChangedRows): NamedRow[] {
  return [
    ...(line === null ? [] : [{ kind: 'line', id: line } as const]),
    ...(source === null ? [] : [{ kind: 'source', id: source } as const]),
  ];
}

function isSameRow(one: NamedRow, other: NamedRow): boolean {
  return one.kind === other.kind && one.id === other.id;
}

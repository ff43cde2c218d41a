import { periodOfColumn } from '#renderer/grid/column-names.ts';
import type { GridRow } from '#renderer/grid/grid-row.ts';
import type { SourceRow } from '#renderer/sources/source-rows.ts';
import {
  type CellInHistory,
  EVERY_CHANGE,
  type ShownChanges,
  type SourcesMeasure,
  type ViewStore,
} from '#renderer/store/view-store.ts';

/** What a history is asked for: that of one amount, else that of the rows that are named. */
export type HistoryTarget =
  | { readonly kind: 'cell'; readonly cell: Pick<CellInHistory, 'ref' | 'period'> }
  | { readonly kind: 'rows'; readonly shown: ShownChanges };

/** The history that belongs to a cell of the plan: the amount's own where it is typed, else that of its line, else the plan's. */
export function targetOfGridCell(row: GridRow, column: string): HistoryTarget {
  const period = periodOfColumn(column);
  if (row.series !== null && period !== null) return { kind: 'cell', cell: { ref: row.series, period } };
  const line = row.kind === 'line' || row.kind === 'allocation' ? row.line : null;
  return { kind: 'rows', shown: { ...EVERY_CHANGE, line } };
}

/** The history that belongs to a cell of the sources: the award's own, else that of the source, else the plan's. */
export function targetOfSourceCell(
  { source }: Pick<SourceRow, 'source'>,
  column: string,
  measure: SourcesMeasure,
): HistoryTarget {
  const period = periodOfColumn(column);
  if (source === null) return { kind: 'rows', shown: EVERY_CHANGE };
  if (period === null || measure !== 'award')
    return { kind: 'rows', shown: { ...EVERY_CHANGE, source: source.id } };
  return { kind: 'cell', cell: { ref: { of: 'source', measure: 'award', source: source.id }, period } };
}

/** Shows a history that was asked for: a cell's beside the grid, any other in its own room. */
export function showHistory(view: ViewStore, target: HistoryTarget): void {
  if (target.kind === 'cell') view.setState({ cellInHistory: { ...target.cell, takesFocus: true } });
  else view.setState({ room: 'history', historyTab: 'changes', shownChanges: target.shown });
}

/** While a cell's history is on screen it follows the focus to the next cell that has one; the focus stays in the grid. */
export function followCell(view: ViewStore, target: HistoryTarget): void {
  const { cellInHistory: shown } = view.getState();
  if (shown === null || target.kind !== 'cell') return;
  const isSame =
    shown.period === target.cell.period && JSON.stringify(shown.ref) === JSON.stringify(target.cell.ref);
  if (!isSame) view.setState({ cellInHistory: { ...target.cell, takesFocus: false } });
}

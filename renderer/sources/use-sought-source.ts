import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useOpenPlan, useViewState } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { columnOfPeriod } from '#renderer/grid/column-names.ts';
import type { ViewStore } from '#renderer/store/view-store.ts';
import { NAME_COLUMN } from './source-columns.ts';
import type { SourceRow } from './source-rows.ts';

type OpenTerms = (source: string) => void;

/** Brings the source that someone asked to see into view and puts the focus on it; a term without a year opens the terms. */
export function useSoughtSource(grid: RefObject<GridApi<SourceRow> | null>, onTerms: OpenTerms): () => void {
  const { view } = useOpenPlan();
  const sought = useViewState((state) => state.sought);
  const openTerms = useLatest(onTerms);
  useEffect(() => {
    if (sought !== null) showSought(view, grid.current, openTerms.current);
  }, [sought, view, grid, openTerms]);
  return () => showSought(view, grid.current, openTerms.current);
}

function showSought(view: ViewStore, api: GridApi<SourceRow> | null, openTerms: OpenTerms): void {
  const { sought } = view.getState();
  const source = sought?.line === null ? sought.source : null;
  if (api === null || sought === null || source === null) return;
  const index = api.getRowNode(source)?.rowIndex ?? null;
  // A source that was added just now comes to the grid a moment later.
  if (index === null) return;
  view.setState({ sought: null });
  const column = sought.period === null ? NAME_COLUMN : columnOfPeriod(sought.period);
  api.ensureIndexVisible(index);
  api.ensureColumnVisible(column);
  api.setFocusedCell(index, column);
  if (sought.period === null) openTerms(source);
}

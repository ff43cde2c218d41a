import type { GridApi } from 'ag-grid-community';
import { type RefObject, useEffect } from 'react';
import { useViewState } from '#renderer/app/app-context.ts';
import type { GridMeasure } from '#renderer/store/view-store.ts';

/**
 * Closes an editor that was held open by a refused text once another measure is shown: the cell now holds another figure,
 * which may be a computed one. A text that can be taken was taken when the focus left it. Answers the measure.
 */
export function useMeasureChange<Row>(grid: RefObject<GridApi<Row> | null>): GridMeasure {
  const measure = useViewState((view) => view.measure);
  useEffect(() => {
    const api = grid.current;
    if (api !== null && api.getEditingCells().length > 0) api.stopEditing(true);
  }, [grid, measure]);
  return measure;
}

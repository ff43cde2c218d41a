import type { GridApi } from 'ag-grid-community';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useSay } from '#renderer/app/texts.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { labelGrid, relabelTree } from './aria-tree.ts';
import type { GridRows } from './build-rows.ts';
import type { GridRow } from './grid-row.ts';
import { showRows } from './sync-rows.ts';

type ShownRows = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly grid: RefObject<GridApi<GridRow> | null>;
  readonly rows: GridRows;
};

const NOTHING: readonly GridRow[] = [];

/** Keeps the grid at the wanted rows by telling it only what changed. Answers what to do once the grid is there. */
export function useShownRows({ frame, grid, rows }: ShownRows): (api: GridApi<GridRow>) => void {
  const say = useSay();
  const shown = useRef<GridRows | null>(null);
  const latest = useLatest(rows);
  const show = useCallback(
    (api: GridApi<GridRow>, wanted: GridRows) => {
      showRows(api, shown.current?.rows ?? NOTHING, wanted.rows);
      if (shown.current?.total !== wanted.total) api.setGridOption('pinnedBottomRowData', [wanted.total]);
      shown.current = wanted;
      if (frame.current !== null) relabelTree(frame.current, api);
    },
    [frame],
  );
  useEffect(() => {
    if (grid.current !== null) show(grid.current, rows);
  }, [grid, rows, show]);
  return useCallback(
    (api) => {
      shown.current = null;
      show(api, latest.current);
      const name = () => {
        if (frame.current !== null) labelGrid(frame.current, say('window.grid'));
      };
      name();
      // With other columns the grid takes itself for a flat one again.
      api.addEventListener('gridColumnsChanged', name);
    },
    [frame, latest, say, show],
  );
}

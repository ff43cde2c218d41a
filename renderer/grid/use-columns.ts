import type { ColDef, ColGroupDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { cellFormat } from './amount-texts.ts';
import { gridWidths } from './amount-width.ts';
import type { GridRows } from './build-rows.ts';
import { buildColumns } from './columns.ts';
import type { GridRow } from './grid-row.ts';
import type { ShownVersion } from './shown-version.ts';

/** The grid's columns; the same ones as long as the plan's years and formats are, and its sums no longer than before. */
export function useColumns(
  rows: GridRows,
  versions: readonly ShownVersion[],
): (ColDef<GridRow> | ColGroupDef<GridRow>)[] {
  const say = useSay();
  const formats = useFormats();
  const frame = usePlanState(
    useShallow(({ replica }) => {
      const { axis, asOf, calendar } = visiblePlan(replica);
      return { axis, asOf, calendar };
    }),
  );
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const scale = useViewState((view) => view.scale);
  const { period, total } = gridWidths(rows, versions, cellFormat(plan, scale));
  const kinds = useStableList(versions.map(({ kind }) => kind));
  return useMemo(
    () => buildColumns(frame, { say, formats, widths: { period, total }, versions: kinds }),
    [frame, say, formats, period, total, kinds],
  );
}

/** The list of the last time when it holds the same. */
function useStableList<Item>(list: readonly Item[]): readonly Item[] {
  return useShallow((next: readonly Item[]) => next)(list);
}

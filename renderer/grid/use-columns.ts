import type { ColDef } from 'ag-grid-community';
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePlanState } from '#renderer/app/app-context.ts';
import { useFormats, useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { buildColumns } from './columns.ts';
import type { GridRow } from './grid-row.ts';

/** The grid's columns; the same ones as long as the plan's years and formats are. */
export function useColumns(): ColDef<GridRow>[] {
  const say = useSay();
  const formats = useFormats();
  const frame = usePlanState(
    useShallow(({ replica }) => {
      const { axis, asOf, calendar } = visiblePlan(replica);
      return { axis, asOf, calendar };
    }),
  );
  return useMemo(() => buildColumns(frame, say, formats), [frame, say, formats]);
}

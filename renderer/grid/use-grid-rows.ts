import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { usePlanState, useViewState } from '#renderer/app/app-context.ts';
import { useSay } from '#renderer/app/texts.ts';
import { visiblePlan } from '#renderer/store/replica.ts';
import { type GridRows, makeRowBuilder } from './build-rows.ts';
import { goneRows, withGoneRows } from './gone-rows.ts';
import type { ShownVersion } from './shown-version.ts';

/** The rows that the grid shows now; those that did not change since the last time are the same objects. */
export function useGridRows(versions: readonly ShownVersion[]): GridRows {
  const say = useSay();
  const plan = usePlanState(({ replica }) => visiblePlan(replica));
  const view = useViewState(useShallow(({ measure, grouping, folded }) => ({ measure, grouping, folded })));
  const [build] = useState(makeRowBuilder);
  const words = useMemo(
    () => ({ noProgramme: say('window.no-programme'), total: say('window.grand-total') }),
    [say],
  );
  const rows = useMemo(() => build(plan, view, words), [build, plan, view, words]);
  const { at } = plan.lines;
  const { axis } = plan;
  const gone = useMemo(() => goneRows({ at, axis }, versions, say), [at, axis, versions, say]);
  return useMemo(() => withGoneRows(rows, gone), [rows, gone]);
}

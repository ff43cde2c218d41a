import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { useOpenPlan } from '#renderer/app/app-context.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import type { Compared, ViewState } from '#renderer/store/view-store.ts';

/** Goes to where a change stands in the plan. */
export type ShowChange = (there: Partial<ViewState>) => void;

/** Leads from a comparison to a cell in another room, and has it stand as it was left, filter and scrolling, on the way back. */
export function useShowChange(
  box: RefObject<HTMLElement | null>,
  compared: Compared,
  filter: string,
): ShowChange {
  const { view } = useOpenPlan();
  const start = useRef(compared.spot?.top ?? 0);
  const newest = useLatest({ compared, filter });
  useLayoutEffect(() => {
    // Newer browsers answer a promise, which an effect must not return.
    box.current?.scrollTo({ top: start.current, behavior: 'instant' });
  }, [box]);
  return useCallback(
    (there) => {
      const { from, to } = newest.current.compared;
      const spot = { filter: newest.current.filter, top: box.current?.scrollTop ?? 0 };
      view.setState({ ...there, compared: { from, to, spot } });
    },
    [box, newest, view],
  );
}

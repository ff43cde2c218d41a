import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import type { VersionsState } from '#renderer/store/version-list.ts';

/** The versions of the plan on screen, read when they are first shown and again with each step of the plan. */
export function useVersions(): VersionsState {
  const { versions } = useOpenPlan();
  const seq = usePlanState(({ replica }) => replica.acked.seq);
  useEffect(() => void versions.refresh(), [versions, seq]);
  return useStore(versions.store);
}

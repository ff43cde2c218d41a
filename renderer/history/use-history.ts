import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import type { HistoryFilter } from '#shared/api/history-api.ts';
import { type HistoryReader, makeHistoryReader, type ReadHistory } from './history-reader.ts';

/** What is read of a history, and the ways to read on and once more. */
export type History = ReadHistory & { readonly showEarlier: () => void; readonly retry: () => void };

/** The history that a filter lets through, kept up to date with the steps that the plan takes. The filter must be a stable object. */
export function useHistory(filter: HistoryFilter): History {
  const reader = useReader();
  const seq = usePlanState(({ replica }) => replica.acked.seq);
  const history = useStore(reader.store);
  useEffect(() => {
    reader.show(filter);
    // A step that the plan took is a reason to ask again.
  }, [reader, filter, seq]);
  return { ...history, showEarlier: reader.showEarlier, retry: () => reader.show(filter) };
}

function useReader(): HistoryReader {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const [reader] = useState(() =>
    makeHistoryReader({ transport, plan: () => session.store.getState().opened.handle }),
  );
  return reader;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { useApp, useOpenPlan, usePlanState } from '#renderer/app/app-context.ts';
import type { Compared } from '#renderer/store/view-store.ts';
import type { ComparisonPage } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { joinPages } from './join-pages.ts';
import { stateKey, toStateRef } from './compared-state.ts';

/** How many changes come with the first answer and with each "Show more". */
export const PAGE = 500;

export type Comparison = {
  /** What is known of the two states; null before the first answer, and kept while the plan takes a step. */
  readonly result: ComparisonPage | null;
  readonly problem: Message | null;
  /** Another answer is on its way. */
  readonly isBusy: boolean;
  /** Asks for so many changes more. */
  readonly more: (limit: number) => void;
};

type Loaded = {
  readonly pair: string;
  readonly at: string;
  readonly result: ComparisonPage | null;
  readonly problem: Message | null;
};

/** Compares two states of the plan, again whenever a step moves the current one. */
export function useComparison({ from, to }: Compared): Comparison {
  const { transport } = useApp();
  const { session } = useOpenPlan();
  const seq = usePlanState(({ replica }) => replica.acked.seq);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [isReadingOn, setIsReadingOn] = useState(false);
  const pair = `${stateKey(from)} ${stateKey(to)}`;
  const at = [from, to].some(({ kind }) => kind === 'current') ? `${pair} ${seq}` : pair;
  const newest = useRef(at);
  const read = useCallback(
    (offset: number, limit: number) => {
      const plan = session.store.getState().opened.handle;
      const input = { plan, from: toStateRef(from), to: toStateRef(to), offset, limit };
      return transport.call('versions/compare', input);
    },
    // The states are made anew by each render that chooses them; their keys say whether they are others.
    // oxlint-disable-next-line react/exhaustive-deps
    [transport, session, pair],
  );
  useEffect(() => {
    newest.current = at;
    void read(0, PAGE).then((answer) => {
      if (newest.current !== at) return;
      if (answer.ok) setLoaded({ pair, at, result: answer.value, problem: null });
      else setLoaded({ pair, at, result: null, problem: answer.error.message });
    });
  }, [read, pair, at]);
  const shown = loaded?.pair === pair ? loaded : null;
  const more = (limit: number) => {
    if (isReadingOn || shown?.result == null) return;
    setIsReadingOn(true);
    void read(shown.result.changes.length, limit).then((answer) => {
      setIsReadingOn(false);
      if (newest.current !== at) return;
      setLoaded((before) => (before?.at === at ? withMore(before, answer) : before));
    });
  };
  return {
    result: shown?.result ?? null,
    problem: shown?.problem ?? null,
    isBusy: loaded?.at !== at || isReadingOn,
    more,
  };
}

type PageAnswer =
  | { readonly ok: true; readonly value: ComparisonPage }
  | { readonly ok: false; readonly error: { readonly message: Message } };

function withMore(before: Loaded, answer: PageAnswer): Loaded {
  if (!answer.ok) return { ...before, problem: answer.error.message };
  if (before.result === null) return before;
  return { ...before, result: joinPages(before.result, answer.value), problem: null };
}

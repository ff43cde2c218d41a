import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Transport } from '#shared/api/api.ts';
import type { GoneNames, HistoryFilter, HistoryPage } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import { NOTHING_GONE } from './change-reader.ts';

/** How many steps are read at first, and more each time earlier ones are asked for. */
export const STEPS_AT_A_TIME = 50;
/** The most steps that one call answers. */
const MOST_STEPS = 200;

/** The newest steps of a history as they are known; `page` is null until the first ones are read. */
export type ReadHistory = {
  readonly page: HistoryPage | null;
  readonly isReading: boolean;
  readonly problem: Message | null;
};

/** Reads the history of an open plan, newest first, a page at a time. */
export type HistoryReader = {
  readonly store: StoreApi<ReadHistory>;
  /** Shows what the filter lets through, as it is now: asked for anew when the filter is another, or the plan took a step. */
  readonly show: (filter: HistoryFilter) => void;
  /** Adds the page before the last one. */
  readonly showEarlier: () => void;
  /** Resolves when nothing is being read any more. */
  readonly settle: () => Promise<void>;
};

type Ports = { readonly transport: Transport; readonly plan: () => string };
type Job = 'newest' | 'earlier';

export function makeHistoryReader(ports: Ports): HistoryReader {
  const store = createStore<ReadHistory>(() => ({ page: null, isReading: false, problem: null }));
  let shown: HistoryFilter | null = null;
  let next: Job | null = null;
  let running: Promise<void> | null = null;
  const work = async () => {
    while (next !== null && shown !== null) {
      const [filter, job] = [shown, next];
      next = null;
      const answer = await readPages(ports, filter, { known: store.getState().page, job });
      // What was asked for in between has another filter: this answer is not for it.
      if (!isSameFilter(filter, shown)) continue;
      if (answer.ok) store.setState({ page: answer.value, problem: null });
      else store.setState({ problem: answer.error.message });
    }
    store.setState({ isReading: false });
  };
  const ask = (job: Job) => {
    // The newest steps first: with them the older ones may read differently.
    next = next === 'newest' ? next : job;
    store.setState({ isReading: true });
    running ??= work().finally(() => {
      running = null;
    });
  };
  return {
    store,
    show: (filter) => {
      if (shown === null || !isSameFilter(filter, shown)) store.setState({ page: null, problem: null });
      shown = filter;
      ask('newest');
    },
    showEarlier: () => ask('earlier'),
    settle: async () => {
      while (running !== null) await running;
    },
  };
}

type Reading = { readonly known: HistoryPage | null; readonly job: Job };

/**
 * Reads the next page behind those that are known, or as many of the newest steps as are known already. A page may hold
 * fewer steps than asked for, or none, where the planner had long to look: then it is asked again.
 */
async function readPages(
  { transport, plan }: Ports,
  filter: HistoryFilter,
  { known, job }: Reading,
): Promise<Answer<'history/list'>> {
  const isEarlier = job === 'earlier' && known !== null;
  const wanted = isEarlier ? known.entries.length + 1 : Math.max(known?.entries.length ?? 0, 1);
  let page = isEarlier ? known : EMPTY_PAGE;
  let before = isEarlier ? known.next : null;
  if (isEarlier && before === null) return { ok: true, value: known };
  do {
    const left = Math.max(wanted - page.entries.length, 1);
    const limit = Math.min(Math.ceil(left / STEPS_AT_A_TIME) * STEPS_AT_A_TIME, MOST_STEPS);
    const answer = await transport.call('history/list', { plan: plan(), filter, before, limit });
    if (!answer.ok) return answer;
    page = joinPages(page, answer.value);
    before = page.next;
  } while (before !== null && page.entries.length < wanted);
  return { ok: true, value: page };
}

const EMPTY_PAGE: HistoryPage = { entries: [], gone: NOTHING_GONE, next: null, people: [] };

function joinPages(first: HistoryPage, second: HistoryPage): HistoryPage {
  return {
    entries: [...first.entries, ...second.entries],
    gone: joinNames(first.gone, second.gone),
    next: second.next,
    people: second.people,
  };
}

/** Names of gone rows from two answers. */
export function joinNames(first: GoneNames, second: GoneNames): GoneNames {
  return {
    lines: { ...first.lines, ...second.lines },
    sources: { ...first.sources, ...second.sources },
  };
}

/** A filter is plain data whose members are made in one order. */
function isSameFilter(a: HistoryFilter, b: HistoryFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Transport } from '#shared/api/api.ts';
import type { GoneNames, HistoryFilter, HistoryPage } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';

/** How many steps are read at first, and more each time earlier ones are asked for. */
const STEPS_AT_A_TIME = 50;
/** The most steps that one call answers. */
const MOST_STEPS = 200;

/** The newest steps of a history as they are known; `page` is null until the first ones are read. */
export type ReadHistory = {
  readonly page: HistoryPage | null;
  /** When the page was read: what was today then is headed so. */
  readonly readAt: Date;
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

/** What is asked for: the newest steps once more, and steps before those that are known. */
type Asked = { readonly isAnew: boolean; readonly isMore: boolean };
const NOTHING: Asked = { isAnew: false, isMore: false };

/** A reader that has read nothing yet; `plan` answers the handle at the time of each call. */
export function makeHistoryReader(ports: Ports): HistoryReader {
  const store = createStore<ReadHistory>(() => ({
    page: null,
    readAt: new Date(),
    isReading: false,
    problem: null,
  }));
  let shown: HistoryFilter | null = null;
  let asked = NOTHING;
  let running: Promise<void> | null = null;
  const work = async () => {
    while (asked !== NOTHING && shown !== null) {
      const [filter, now] = [shown, asked];
      asked = NOTHING;
      const answer = await readPages(ports, filter, { known: store.getState().page, asked: now });
      // What was asked for in between has another filter: this answer is not for it.
      if (!isSameFilter(filter, shown)) continue;
      if (answer.ok) store.setState({ page: answer.value, readAt: new Date(), problem: null });
      else store.setState({ problem: answer.error.message });
    }
    store.setState({ isReading: false });
  };
  const ask = (part: Partial<Asked>) => {
    asked = { ...asked, ...part };
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
      ask({ isAnew: true });
    },
    showEarlier: () => ask({ isMore: true }),
    settle: async () => {
      while (running !== null) await running;
    },
  };
}

type Reading = { readonly known: HistoryPage | null; readonly asked: Asked };

/**
 * Reads on behind the steps that are known, or these anew from the newest one. A page may hold fewer steps than asked
 * for, or none, where the planner had long to look: then it is asked again.
 */
async function readPages(
  { transport, plan }: Ports,
  filter: HistoryFilter,
  { known, asked }: Reading,
): Promise<Answer<'history/list'>> {
  const count = known?.entries.length ?? 0;
  const wanted = asked.isMore ? count + 1 : Math.max(count, 1);
  let page = asked.isAnew || known === null ? null : known;
  while (page === null || (page.next !== null && page.entries.length < wanted)) {
    const left = wanted - (page?.entries.length ?? 0);
    const limit = Math.min(Math.ceil(left / STEPS_AT_A_TIME) * STEPS_AT_A_TIME, MOST_STEPS);
    const input = { plan: plan(), filter, before: page?.next ?? null, limit };
    const answer = await transport.call('history/list', input);
    if (!answer.ok) return answer;
    page = page === null ? answer.value : joinPages(page, answer.value);
  }
  return { ok: true, value: page };
}

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

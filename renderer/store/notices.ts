import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Message } from '#shared/messages/message.ts';

/** Something the person is told beside the work: `error` stays until it is put away, `info` goes by itself. */
export type Notice = {
  readonly id: number;
  readonly tone: 'info' | 'error';
  readonly message: Message;
  /** What it is about, one line each. */
  readonly details: readonly Message[];
};

export type Notices = {
  readonly store: StoreApi<readonly Notice[]>;
  readonly tell: (tone: Notice['tone'], message: Message, details?: readonly Message[]) => void;
  readonly putAway: (id: number) => void;
  /** Puts away what goes by itself anyway: what it was about is no longer on screen. */
  readonly putInfoAway: () => void;
};

/** More than these would cover the work; the oldest goes. */
const MOST_NOTICES = 3;

export function makeNotices(): Notices {
  const store = createStore<readonly Notice[]>(() => []);
  let last = 0;
  const keep = (isKept: (notice: Notice) => boolean) => store.setState(store.getState().filter(isKept), true);
  return {
    store,
    tell: (tone, message, details = []) => {
      const notice = { id: ++last, tone, message, details };
      store.setState([...store.getState(), notice].slice(-MOST_NOTICES), true);
    },
    putAway: (id) => keep((notice) => notice.id !== id),
    putInfoAway: () => keep(({ tone }) => tone === 'error'),
  };
}

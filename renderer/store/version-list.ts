import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Api, Transport } from '#shared/api/api.ts';
import type { VersionInfo } from '#shared/api/history-api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Plan } from '#shared/plan/plan.ts';
import type { PlanSession } from './plan-session.ts';

/** The versions of a plan, newest first; null until they have been read. */
export type VersionsState = {
  readonly versions: readonly VersionInfo[] | null;
  /** Why they could not be read the last time. */
  readonly problem: Message | null;
  /** The plans that versions keep, by number, as far as they were asked for. */
  readonly plans: ReadonlyMap<number, Plan>;
};

/** What a person says of a version. */
export type VersionText = Omit<Api['versions/create']['input'], 'plan'>;

/** The versions of the plan on screen. A call that is refused answers why. */
export type VersionList = {
  readonly store: StoreApi<VersionsState>;
  readonly refresh: () => Promise<void>;
  /** Reads the plan that a version keeps, once. */
  readonly load: (number: number) => Promise<void>;
  readonly create: (text: VersionText) => Promise<Message | null>;
  readonly update: (number: number, text: VersionText) => Promise<Message | null>;
};

/** The versions of a session’s plan; nothing is read before it is asked for. */
export function makeVersionList(transport: Transport, session: PlanSession): VersionList {
  const store = createStore<VersionsState>(() => ({ versions: null, problem: null, plans: new Map() }));
  const asked = new Set<number>();
  // Save as goes on under another handle.
  const plan = () => session.store.getState().opened.handle;
  const refresh = async () => {
    const answer = await transport.call('versions/list', { plan: plan() });
    if (!answer.ok) return store.setState({ problem: answer.error.message });
    const versions = answer.value.toSorted((a, b) => b.number - a.number);
    store.setState({ versions, problem: null });
  };
  const after = async (call: Promise<{ readonly ok: true } | { readonly ok: false; error: Refused }>) => {
    const answer = await call;
    if (!answer.ok) return answer.error.message;
    await refresh();
    return null;
  };
  return {
    store,
    refresh,
    load: async (number) => {
      if (asked.has(number)) return;
      asked.add(number);
      const answer = await transport.call('versions/get-plan', { plan: plan(), number });
      if (answer.ok)
        return store.setState(({ plans }) => ({ plans: new Map(plans).set(number, answer.value.plan) }));
      asked.delete(number);
      store.setState({ problem: answer.error.message });
    },
    create: async (text) => {
      // A version keeps what is saved: what is on screen must be that.
      await session.settle();
      if (session.store.getState().replica.pending.length > 0) return { id: 'window.version-unsaved' };
      return after(transport.call('versions/create', { plan: plan(), ...text }));
    },
    update: (number, text) => after(transport.call('versions/update', { plan: plan(), number, ...text })),
  };
}

type Refused = { readonly message: Message };

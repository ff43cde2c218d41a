import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, Api, AppInfo, OpenedPlan, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import { type Leaving, mayLeave } from './may-leave.ts';
import type { Notices } from './notices.ts';
import { type PlanSession, startPlanSession } from './plan-session.ts';
import { labelsOf, type Step } from './replica.ts';
import { makeVersionList, type VersionList } from './version-list.ts';
import { makeViewStore, type ViewStore } from './view-store.ts';

/** A plan on screen: what it is and how it is looked at. */
export type OpenPlan = {
  readonly session: PlanSession;
  readonly view: ViewStore;
  readonly versions: VersionList;
};

/** Where the window stands. `shut-out`: this page was not opened from the address that the host gave out. */
type AppPhase = 'starting' | 'shut-out' | 'unreachable' | 'ready';

export type AppState = {
  readonly phase: AppPhase;
  readonly info: AppInfo | null;
  readonly plan: OpenPlan | null;
  /** What is being done before a plan can be shown. */
  readonly busy: Message | null;
  /** The file whose import is on screen. */
  readonly importing: File | null;
  /** What is asked before a plan with unsaved changes goes. */
  readonly leaving: Leaving | null;
};

export type NewPlan = Api['plan/create']['input'];

export type AppPorts = {
  readonly transport: Transport;
  readonly notices: Notices;
  readonly now: () => number;
  readonly isNarrow: () => boolean;
};

export type App = {
  readonly store: StoreApi<AppState>;
  readonly transport: Transport;
  readonly notices: Notices;
  readonly start: () => Promise<void>;
  readonly createPlan: (input: NewPlan) => Promise<void>;
  readonly openSample: (sample: string) => Promise<void>;
  readonly openFile: (file: string) => Promise<void>;
  /** Shows a plan that a call has just opened. */
  readonly showPlan: (opened: OpenedPlan) => Promise<void>;
  readonly closePlan: () => Promise<void>;
  readonly startImport: (file: File) => void;
  readonly leaveImport: () => void;
};

export function makeApp(ports: AppPorts): App {
  const { transport, notices } = ports;
  const store = createStore<AppState>(() => ({
    phase: 'starting',
    info: null,
    plan: null,
    busy: null,
    importing: null,
    leaving: null,
  }));
  const show = (opened: OpenedPlan) => showOpened(ports, store, opened);
  const open = async (busy: Message, call: () => Promise<Answer<'plan/open'>>) => {
    if (!(await mayLeave(store))) return;
    store.setState({ busy });
    const answer = await call();
    if (answer.ok) await show(answer.value);
    else notices.tell('error', answer.error.message);
    store.setState({ busy: null });
  };
  return {
    store,
    transport,
    notices,
    start: () => startApp(ports, store),
    createPlan: (input) => open({ id: 'window.busy-creating' }, () => transport.call('plan/create', input)),
    openSample: (sample) =>
      open({ id: 'window.busy-opening' }, () => transport.call('plan/open-sample', { sample })),
    openFile: (file) => open({ id: 'window.busy-opening' }, () => transport.call('plan/open', { file })),
    showPlan: show,
    closePlan: async () => {
      if (!(await mayLeave(store))) return;
      dropPlan(store);
      await startApp(ports, store);
    },
    startImport: (importing) => store.setState({ importing }),
    leaveImport: () => store.setState({ importing: null }),
  };
}

async function startApp(ports: AppPorts, store: StoreApi<AppState>): Promise<void> {
  const info = await ports.transport.call('app/get-info', {});
  if (info.ok) store.setState({ phase: 'ready', info: info.value });
  else store.setState({ phase: info.error.code === 'shut-out' ? 'shut-out' : 'unreachable' });
}

async function showOpened(ports: AppPorts, store: StoreApi<AppState>, opened: OpenedPlan): Promise<void> {
  const { transport, notices, now } = ports;
  const onRefused = (why: Message, dropped: readonly Step[]) => notices.tell('error', why, labelsOf(dropped));
  const onShutOut = (unsaved: readonly Step[]) =>
    notices.tell('error', { id: 'window.restarted', values: { steps: unsaved.length } }, labelsOf(unsaved));
  const onRealigned = (dropped: readonly Step[]) =>
    notices.tell('error', { id: 'window.realigned' }, labelsOf(dropped));
  const started = await startPlanSession({ transport, now, onRefused, onShutOut, onRealigned }, opened);
  if (!started.ok) return notices.tell('error', started.error.message);
  // Asked here too: an import ends in a plan of its own, and something may have been typed while this one was read.
  if (!(await mayLeave(store))) {
    started.session.close();
    return store.setState({ importing: null });
  }
  dropPlan(store);
  const view = makeViewStore(ports.isNarrow());
  const { session } = started;
  const versions = makeVersionList(transport, session);
  store.setState({ plan: { session, view, versions }, importing: null });
}

function dropPlan(store: StoreApi<AppState>): void {
  store.getState().plan?.session.close();
  store.setState({ plan: null });
}

import { createStore } from 'zustand/vanilla';
import type { Answer, Api, OpenedPlan, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { AppPorts, AppState, AppStore } from './app-state.ts';
import { type FileCommands, makeFileCommands } from './file-commands.ts';
import { mayLeave } from './may-leave.ts';
import type { Notices } from './notices.ts';
import { dropPlan, showPlan } from './show-plan.ts';

export type NewPlan = Api['plan/create']['input'];

export type App = FileCommands & {
  readonly store: AppStore;
  readonly transport: Transport;
  readonly notices: Notices;
  /** Asks the planner what there is, and the first time opens the plan with which the program was started. */
  readonly start: () => Promise<void>;
  readonly createPlan: (input: NewPlan) => Promise<void>;
  readonly openSample: (sample: string) => Promise<void>;
  /** Shows a plan that a call has just opened. */
  readonly showPlan: (opened: OpenedPlan) => Promise<void>;
  readonly closePlan: () => Promise<void>;
  readonly startImport: (file: File) => void;
  readonly leaveImport: () => void;
};

const AT_FIRST: AppState = {
  phase: 'starting',
  info: null,
  plan: null,
  busy: null,
  importing: null,
  leaving: null,
  question: null,
};

export function makeApp(ports: AppPorts): App {
  const { transport, notices } = ports;
  const store: AppStore = createStore<AppState>(() => AT_FIRST);
  const refresh = () => readInfo(ports, store);
  const make = makePlanMaker(ports, store);
  const commands = makeFileCommands({ ports, store, refresh, make });
  return {
    ...commands,
    store,
    transport,
    notices,
    start: async () => {
      const isFirst = store.getState().info === null;
      await refresh();
      const file = store.getState().info?.startFile ?? null;
      if (isFirst && file !== null) await commands.openFile(file, null);
    },
    createPlan: async (input) => {
      await make({ id: 'window.busy-creating' }, () => transport.call('plan/create', input));
    },
    openSample: async (sample) => {
      await make({ id: 'window.busy-opening' }, () => transport.call('plan/open-sample', { sample }));
    },
    showPlan: (opened) => showPlan(ports, store, opened),
    closePlan: async () => {
      if (!(await mayLeave(store))) return;
      dropPlan(ports, store);
      await refresh();
    },
    startImport: (importing) => store.setState({ importing }),
    leaveImport: () => store.setState({ importing: null }),
  };
}

async function readInfo({ transport }: AppPorts, store: AppStore): Promise<void> {
  const info = await transport.call('app/get-info', {});
  if (info.ok) store.setState({ phase: 'ready', info: info.value });
  else store.setState({ phase: info.error.code === 'shut-out' ? 'shut-out' : 'unreachable' });
}

/** Makes a plan by a call, asks before the one on screen goes, and shows the new one. */
function makePlanMaker(ports: AppPorts, store: AppStore) {
  return async (busy: Message, call: () => Promise<Answer<'plan/create'>>): Promise<OpenedPlan | null> => {
    if (!(await mayLeave(store))) return null;
    store.setState({ busy });
    const answer = await call();
    if (answer.ok) await showPlan(ports, store, answer.value);
    else ports.notices.tell('error', answer.error.message);
    store.setState({ busy: null });
    return answer.ok ? answer.value : null;
  };
}

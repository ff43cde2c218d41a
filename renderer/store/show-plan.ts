import type { OpenedPlan } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { AppPorts, AppStore } from './app-state.ts';
import { mayLeave } from './may-leave.ts';
import type { Notices } from './notices.ts';
import { startPlanSession } from './plan-session.ts';
import type { SessionPorts } from './plan-state.ts';
import { labelsOf, type Step } from './replica.ts';
import { makeVersionList } from './version-list.ts';
import { makeViewStore } from './view-store.ts';

/** Puts a plan that a call has just opened on screen in the place of the one that is there, with what opening did to it. */
export async function showPlan(ports: AppPorts, store: AppStore, opened: OpenedPlan): Promise<void> {
  const { transport, notices, now, isNarrow } = ports;
  const started = await startPlanSession({ transport, now, ...tellIn(notices) }, opened);
  if (!started.ok) return notices.tell('error', started.error.message);
  const { session } = started;
  // Asked here too: an import ends in a plan of its own, and something may have been typed while this one was read.
  if (!(await mayLeave(store))) {
    void session.close();
    return store.setState({ importing: null });
  }
  dropPlan(ports, store);
  const versions = makeVersionList(transport, session);
  store.setState({ plan: { session, view: makeViewStore(isNarrow()), versions }, importing: null });
  for (const note of opened.notes) notices.tell('info', note);
}

/** Takes the plan on screen away, and what was told of it in passing. */
export function dropPlan({ notices }: AppPorts, store: AppStore): void {
  notices.putInfoAway();
  void store.getState().plan?.session.close();
  store.setState({ plan: null });
}

/** How a plan tells the person what became of their steps. */
function tellIn({ tell }: Notices): Omit<SessionPorts, 'transport' | 'now'> {
  return {
    onRefused: (why: Message, dropped: readonly Step[]) => tell('error', why, labelsOf(dropped)),
    onShutOut: (unsaved) =>
      tell('error', { id: 'window.restarted', values: { steps: unsaved.length } }, labelsOf(unsaved)),
    onRealigned: (dropped) => tell('error', { id: 'window.realigned' }, labelsOf(dropped)),
    onNotice: (tone, message) => tell(tone, message),
  };
}

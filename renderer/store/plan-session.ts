import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApiError, OpenedPlan } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Edit } from '#shared/plan/edit.ts';
import type { CheckResults, PlanState, SessionPorts } from './plan-state.ts';
import { addStep, makeReplica, type Step } from './replica.ts';
import { makeStepQueue, type StepQueue } from './step-queue.ts';

/** An edit as it is asked for: `label` names it in a notice when it is refused. */
export type AskedEdit = { readonly edit: Edit; readonly label: Message };

/** One open plan: its state, and the only ways to change it. */
export type PlanSession = {
  readonly store: StoreApi<PlanState>;
  readonly edit: (asked: AskedEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Brings the plan back to a version, as one step. */
  readonly restore: (version: number) => void;
  /** The plan goes on in another file: what could not be written to the old one is sent again. */
  readonly replaceOpened: (opened: OpenedPlan) => void;
  readonly retry: () => void;
  /** Reads the plan again when it is behind this sequence number: a step was taken that this session did not ask for. */
  readonly catchUp: (seq: number) => Promise<void>;
  /** Resolves when nothing is on its way any more, or the host is lost. */
  readonly settle: () => Promise<void>;
  /** Resolves when the planner has let go of the plan. */
  readonly close: () => Promise<void>;
};

/** Asks for the plan that was opened and keeps a replica of it in step with the planner. */
export async function startPlanSession(
  ports: SessionPorts,
  opened: OpenedPlan,
): Promise<
  { readonly ok: true; readonly session: PlanSession } | { readonly ok: false; readonly error: ApiError }
> {
  const snapshot = await ports.transport.call('plan/get-snapshot', { plan: opened.handle });
  if (!snapshot.ok) return snapshot;
  const replica = makeReplica(snapshot.value);
  const store = createStore<PlanState>(() => ({
    opened,
    replica,
    checks: null,
    savedAt: null,
    host: 'there',
    storage: null,
  }));
  return { ok: true, session: makeSession(ports, store) };
}

function makeSession(ports: SessionPorts, store: StoreApi<PlanState>): PlanSession {
  const queue = makeStepQueue(ports, store);
  const ask = (step: Step) => {
    const added = addStep(store.getState().replica, step);
    if (!added.ok) return ports.onRefused(added.refusal, [step]);
    store.setState({ replica: added.replica });
    queue.run();
  };
  const unlisten = followEvents(ports, store, queue);
  return {
    store,
    edit: ({ edit, label }) => ask({ kind: 'edit', edit, label }),
    undo: () => ask({ kind: 'undo' }),
    redo: () => ask({ kind: 'redo' }),
    restore: (version) => ask({ kind: 'restore', version }),
    replaceOpened: (opened) => {
      store.setState({ opened, storage: null });
      queue.run();
    },
    retry: () => queue.run(),
    catchUp: queue.catchUp,
    settle: () => queue.settled(),
    close: async () => {
      unlisten();
      queue.stop();
      await ports.transport.call('plan/close', { plan: store.getState().opened.handle });
    },
  };
}

/** The planner tells of steps, this window's own too, of the checks, and of the file. The checks' results come by event after each change; the first ones are asked for. Older results never replace newer ones. */
function followEvents(ports: SessionPorts, store: StoreApi<PlanState>, queue: StepQueue): () => void {
  const { transport, onNotice } = ports;
  const take = (checks: CheckResults) => {
    const known = store.getState().checks;
    if (known === null || checks.seq >= known.seq) store.setState({ checks });
  };
  const stop = transport.listen((event) => {
    if (event.kind === 'progress' || event.plan !== store.getState().opened.handle) return;
    switch (event.kind) {
      case 'checks':
        return take({ seq: event.seq, results: event.results });
      case 'changed':
        return void queue.catchUp(event.seq);
      case 'file-changed':
        return store.setState({ storage: { kind: 'file', trouble: event.state } });
      case 'notice':
        return onNotice(event.tone, event.message);
    }
  });
  void transport.call('checks/get-results', { plan: store.getState().opened.handle }).then((answer) => {
    if (answer.ok) take(answer.value);
  });
  return stop;
}

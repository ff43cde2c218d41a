import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, ApiError, OpenedPlan, PlanSnapshot, StepAnswer, Transport } from '#shared/api/api.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Edit } from '#shared/plan/edit.ts';
import { addStep, confirmEdit, confirmStep, makeReplica, refuse, skipFirst } from './replica.ts';
import type { AnswerOutcome, Replica, Step } from './replica.ts';

/** How long to wait before steps are sent again to a host that did not answer. */
const RETRY_MS = 3000;

/** The results of the checks with the sequence number of the plan that they judge. */
export type CheckResults = { readonly seq: number; readonly results: readonly CheckResult[] };

/** An open plan as the window knows it. */
export type PlanState = {
  readonly opened: OpenedPlan;
  readonly replica: Replica;
  readonly checks: CheckResults | null;
  /** When the planner last confirmed a step in this window, in milliseconds of the clock. */
  readonly savedAt: number | null;
  /** The host did not answer the last call: the steps on their way are kept and sent again. */
  readonly isLost: boolean;
};

/** An edit as it is asked for: `label` names it in a notice when it is refused. */
export type AskedEdit = { readonly edit: Edit; readonly label: Message };

/** One open plan: its state, and the only ways to change it. */
export type PlanSession = {
  readonly store: StoreApi<PlanState>;
  readonly edit: (asked: AskedEdit) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly replaceOpened: (opened: OpenedPlan) => void;
  readonly retry: () => void;
  /** Reads the plan again, after a step that the planner took on its own. */
  readonly reload: () => Promise<void>;
  /** Resolves when nothing is on its way any more, or the host is lost. */
  readonly settle: () => Promise<void>;
  readonly close: () => void;
};

export type SessionPorts = {
  readonly transport: Transport;
  readonly now: () => number;
  /** Tells the person that steps were refused: why, and which ones fell. */
  readonly onRefused: (why: Message, dropped: readonly Step[]) => void;
  /** Tells the person that the window had drifted from the planner and was brought back; `dropped` were not kept. */
  readonly onRealigned: (dropped: readonly Step[]) => void;
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
    isLost: false,
  }));
  return { ok: true, session: makeSession(ports, store) };
}

function makeSession(ports: SessionPorts, store: StoreApi<PlanState>): PlanSession {
  const queue = makeQueue(ports, store);
  const ask = (step: Step) => {
    const added = addStep(store.getState().replica, step);
    if (!added.ok) return ports.onRefused(added.refusal, [step]);
    store.setState({ replica: added.replica });
    queue.run();
  };
  const unlisten = followChecks(ports.transport, store);
  return {
    store,
    edit: ({ edit, label }) => ask({ kind: 'edit', edit, label }),
    undo: () => ask({ kind: 'undo' }),
    redo: () => ask({ kind: 'redo' }),
    replaceOpened: (opened) => store.setState({ opened }),
    retry: () => queue.run(),
    reload: () => realign(ports, store),
    settle: () => queue.settled(),
    close: () => {
      unlisten();
      queue.stop();
      void ports.transport.call('plan/close', { plan: store.getState().opened.handle });
    },
  };
}

/** The results come by event after each change; the first ones are asked for. Older results never replace newer ones. */
function followChecks(transport: Transport, store: StoreApi<PlanState>): () => void {
  const take = (checks: CheckResults) => {
    const known = store.getState().checks;
    if (known === null || checks.seq >= known.seq) store.setState({ checks });
  };
  const stop = transport.listen((event) => {
    if (event.kind === 'checks' && event.plan === store.getState().opened.handle)
      take({ seq: event.seq, results: event.results });
  });
  void transport.call('checks/get-results', { plan: store.getState().opened.handle }).then((answer) => {
    if (answer.ok) take(answer.value);
  });
  return stop;
}

type Queue = {
  readonly run: () => void;
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
};

/** Sends the steps on their way one after the other, so that each answer belongs to the first of them. */
function makeQueue(ports: SessionPorts, store: StoreApi<PlanState>): Queue {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const work = async () => {
    if (store.getState().isLost) await realign(ports, store);
    while (!isStopped && isWaiting(store)) await sendFirst(ports, store);
    if (store.getState().isLost && !isStopped) setTimeout(run, RETRY_MS);
  };
  const run = () => {
    running ??= work().finally(() => {
      running = null;
      if (isWaiting(store) && !isStopped) run();
    });
  };
  return { run, settled: async () => running ?? undefined, stop: () => (isStopped = true) };
}

/** Whether steps are on their way and the host, as far as is known, takes them. */
function isWaiting(store: StoreApi<PlanState>): boolean {
  const { replica, isLost } = store.getState();
  return replica.pending.length > 0 && !isLost;
}

/** Whether a failure leaves it open if the call was carried out: the steps are kept and sent again. */
function isOutOfReach(error: ApiError): boolean {
  return error.code === 'not-reached' || error.code === 'bad-answer';
}

async function sendFirst(ports: SessionPorts, store: StoreApi<PlanState>): Promise<void> {
  const { opened, replica } = store.getState();
  const step = replica.pending[0]?.step;
  if (step === undefined) return;
  if (step.kind === 'edit') {
    const input = { plan: opened.handle, base: replica.acked.seq, edit: step.edit };
    const answer = await ports.transport.call('plan/apply-edit', input);
    if (!answer.ok) return dropAll(ports, store, answer.error);
    return accept(ports, store, confirmEdit(store.getState().replica, answer.value));
  }
  const answer: Answer<'plan/undo'> = await ports.transport.call(`plan/${step.kind}`, {
    plan: opened.handle,
  });
  return takeStep(ports, store, answer);
}

async function takeStep(
  ports: SessionPorts,
  store: StoreApi<PlanState>,
  answer:
    { readonly ok: true; readonly value: StepAnswer } | { readonly ok: false; readonly error: ApiError },
): Promise<void> {
  if (answer.ok) return accept(ports, store, confirmStep(store.getState().replica, answer.value));
  if (isOutOfReach(answer.error)) return store.setState({ isLost: true });
  // Nothing to undo is no reason to drop what was typed after it.
  store.setState(({ replica }) => ({ replica: skipFirst(replica) }));
  ports.onRefused(answer.error.message, []);
}

async function accept(
  ports: SessionPorts,
  store: StoreApi<PlanState>,
  outcome: AnswerOutcome,
): Promise<void> {
  if (outcome.kind === 'mismatch') return realign(ports, store);
  store.setState({ replica: outcome.replica, savedAt: ports.now(), isLost: false });
  if (outcome.dropped.length > 0) ports.onRealigned(outcome.dropped);
}

function dropAll(ports: SessionPorts, store: StoreApi<PlanState>, error: ApiError): void {
  if (isOutOfReach(error)) return store.setState({ isLost: true });
  const { replica, dropped } = refuse(store.getState().replica);
  store.setState({ replica, isLost: false });
  ports.onRefused(error.message, dropped);
}

/** Asks for the plan again. When the planner stands where the window last knew it, the steps on their way are sent on. */
async function realign(ports: SessionPorts, store: StoreApi<PlanState>): Promise<void> {
  const { opened } = store.getState();
  const answer = await ports.transport.call('plan/get-snapshot', { plan: opened.handle });
  if (!answer.ok) return dropAll(ports, store, answer.error);
  const { replica } = store.getState();
  const outcome = realignTo(replica, answer.value);
  store.setState({ replica: outcome.replica, isLost: false });
  if (outcome.dropped.length > 0) ports.onRealigned(outcome.dropped);
}

function realignTo(
  replica: Replica,
  snapshot: PlanSnapshot,
): { readonly replica: Replica; readonly dropped: readonly Step[] } {
  const isWhereItWas = snapshot.seq === replica.acked.seq && snapshot.hash === replica.acked.hash;
  if (isWhereItWas) return { replica, dropped: [] };
  const first = replica.pending[0];
  const taken = first?.step.kind === 'edit' ? confirmEdit(replica, snapshot) : null;
  // The answer was lost on the way, not the edit: the planner stands exactly one step further, by this very edit.
  if (taken?.kind === 'in-step') return { replica: taken.replica, dropped: [] };
  return { ...refuse(replica), replica: makeReplica(snapshot) };
}

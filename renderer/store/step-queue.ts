import type { StoreApi } from 'zustand/vanilla';
import type { Answer, ApiError } from '#shared/api/api.ts';
import type { PlanState, SessionPorts } from './plan-state.ts';
import {
  type AnswerOutcome,
  confirmEdit,
  confirmStep,
  moveTo,
  realignTo,
  refuse,
  skipFirst,
} from './replica.ts';
import { storageTroubleAfter, storageTroubleLeft } from './storage-trouble.ts';

/** How long to wait before steps are sent again to a host that did not answer, or to a disk that did not take them. */
const RETRY_MS = 3000;

/** Sends the steps on their way one after the other, so that each answer belongs to the first of them. */
export type StepQueue = {
  /** Starts sending when nothing is being sent. */
  readonly run: () => void;
  readonly settled: () => Promise<void>;
  /** Asks for the plan again when, once nothing is being sent, it is still behind this sequence number. */
  readonly catchUp: (seq: number) => Promise<void>;
  readonly stop: () => void;
};

type Store = StoreApi<PlanState>;

export function makeStepQueue(ports: SessionPorts, store: Store): StepQueue {
  let running: Promise<void> | null = null;
  let isStopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const work = async () => {
    if (store.getState().host === 'lost') await realign(ports, store);
    // Whether the disk takes by now what it refused shows only when it is asked.
    if (!isStopped && isRefused(store)) await sendFirst(ports, store);
    while (!isStopped && isWaiting(store)) await sendFirst(ports, store);
  };
  const start = (job: () => Promise<void>) => {
    // A job starts a moment later, so that whatever its calls set off finds it running.
    running ??= Promise.resolve()
      .then(job)
      .finally(() => {
        running = null;
        if (isStopped) return;
        if (isWaiting(store)) run();
        clearTimeout(retry);
        if (store.getState().host === 'lost' || isRefused(store)) retry = setTimeout(run, RETRY_MS);
      });
    return running;
  };
  const run = () => void start(work);
  const idle = async () => {
    while (running !== null) await running;
  };
  return {
    run,
    settled: idle,
    catchUp: async (seq) => {
      // A step of this window's own is told of before its answer is in: only then is it known who stands where.
      await idle();
      if (!isStopped && isBehind(store, seq)) await start(() => readAgain(ports, store));
    },
    stop: () => {
      isStopped = true;
      clearTimeout(retry);
    },
  };
}

/** Whether steps are on their way and the host, as far as is known, takes them. */
function isWaiting(store: Store): boolean {
  const { replica, host, storage } = store.getState();
  return replica.pending.length > 0 && host === 'there' && storage === null;
}

/** Whether steps are held back by a disk that did not take the first of them. */
function isRefused(store: Store): boolean {
  const { replica, host, storage } = store.getState();
  return replica.pending.length > 0 && host === 'there' && storage?.kind === 'refused';
}

/** Whether the host has steps that this window did not ask for. A host that was lost is asked for the plan anyway. */
function isBehind(store: Store, seq: number): boolean {
  const { replica, host } = store.getState();
  return host === 'there' && replica.acked.seq < seq;
}

/** Takes over the plan with steps from elsewhere. What is typed meanwhile waits, and is put on top of them. */
async function readAgain(ports: SessionPorts, store: Store): Promise<void> {
  const answer = await ports.transport.call('plan/get-snapshot', { plan: store.getState().opened.handle });
  if (!answer.ok) return leaveHost(ports, store, hostAfter(answer.error) ?? 'lost');
  const { replica, dropped } = moveTo(store.getState().replica, answer.value);
  store.setState({ replica });
  if (dropped.length > 0) ports.onRealigned(dropped);
}

/** What a failure says of the host; null for its plain no to this call. The steps on their way are kept unless it is one. */
function hostAfter(error: ApiError): 'lost' | 'shut-out' | null {
  if (error.code === 'shut-out') return 'shut-out';
  return error.code === 'not-reached' || error.code === 'bad-answer' ? 'lost' : null;
}

/** Takes note that the host cannot be reached, or will not be again; the person is told once of what cannot be sent. */
function leaveHost(ports: SessionPorts, store: Store, host: 'lost' | 'shut-out'): void {
  const before = store.getState();
  store.setState({ host });
  if (host === 'shut-out' && before.host !== host)
    ports.onShutOut(before.replica.pending.map(({ step }) => step));
}

/** Whether a failure leaves the steps on their way: the host or its disk could not take them, which is no word against them. */
function isKept(ports: SessionPorts, store: Store, error: ApiError): boolean {
  const host = hostAfter(error);
  if (host !== null) leaveHost(ports, store, host);
  const storage = storageTroubleAfter(error);
  if (storage !== null) store.setState({ storage });
  return host !== null || storage !== null;
}

async function sendFirst(ports: SessionPorts, store: Store): Promise<void> {
  const { opened, replica } = store.getState();
  const step = replica.pending[0]?.step;
  if (step === undefined) return;
  const plan = opened.handle;
  if (step.kind === 'edit') {
    const input = { plan, base: replica.acked.seq, edit: step.edit };
    const answer = await ports.transport.call('plan/apply-edit', input);
    if (!answer.ok) return dropAll(ports, store, answer.error);
    return accept(ports, store, confirmEdit(store.getState().replica, answer.value));
  }
  const answer =
    step.kind === 'restore'
      ? await ports.transport.call('versions/restore', { plan, number: step.version })
      : await ports.transport.call(`plan/${step.kind}`, { plan });
  return takeStep(ports, store, answer);
}

async function takeStep(ports: SessionPorts, store: Store, answer: Answer<'plan/undo'>): Promise<void> {
  if (answer.ok) return accept(ports, store, confirmStep(store.getState().replica, answer.value));
  if (isKept(ports, store, answer.error)) return;
  // Nothing to undo is no reason to drop what was typed after it.
  store.setState(({ replica, storage }) => ({
    replica: skipFirst(replica),
    storage: storageTroubleLeft(storage),
  }));
  ports.onRefused(answer.error.message, []);
}

async function accept(ports: SessionPorts, store: Store, outcome: AnswerOutcome): Promise<void> {
  if (outcome.kind === 'mismatch') return realign(ports, store);
  const storage = storageTroubleLeft(store.getState().storage);
  store.setState({ replica: outcome.replica, savedAt: ports.now(), host: 'there', storage });
  if (outcome.dropped.length > 0) ports.onRealigned(outcome.dropped);
}

/** The plan took the edit here but not there: the two may have drifted apart, so the plan is asked for again. */
async function dropAll(ports: SessionPorts, store: Store, error: ApiError): Promise<void> {
  if (isKept(ports, store, error)) return;
  const { replica, dropped } = refuse(store.getState().replica);
  store.setState(({ storage }) => ({ replica, storage: storageTroubleLeft(storage) }));
  ports.onRefused(error.message, dropped);
  await realign(ports, store);
}

/** Asks for the plan again. When the planner stands where the window last knew it, the steps on their way are sent on. */
async function realign(ports: SessionPorts, store: Store): Promise<void> {
  const answer = await ports.transport.call('plan/get-snapshot', { plan: store.getState().opened.handle });
  if (!answer.ok) return leaveHost(ports, store, hostAfter(answer.error) ?? 'lost');
  const { replica, dropped } = realignTo(store.getState().replica, answer.value);
  store.setState({ replica, savedAt: ports.now(), host: 'there' });
  if (dropped.length > 0) ports.onRealigned(dropped);
}

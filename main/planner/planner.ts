import { join } from 'node:path';
import type { ApiEvent, Channel, SentAnswer } from '#shared/api/api.ts';
import { isChannel } from '#shared/api/channels.ts';
import { contract } from '#shared/api/contract.ts';
import { appHandlers } from './app-handlers.ts';
import { createCalls } from './calls.ts';
import type { Handlers, PlannerContext } from './context.ts';
import { createDrafts } from './drafts.ts';
import { explainFailure } from './explain-failure.ts';
import { exportHandlers } from './export-handlers.ts';
import { fileHandlers } from './file-handlers.ts';
import { historyHandlers } from './history-handlers.ts';
import { importHandlers } from './import-handlers.ts';
import { createOpenImports } from './open-imports.ts';
import { createOpenPlans } from './open-plans.ts';
import { planHandlers } from './plan-handlers.ts';
import type { PlannerPorts } from './ports.ts';
import { createRecents } from './recents.ts';
import { Refusal } from './refusal.ts';
import { createStartFile } from './start-file.ts';
import { createTargets } from './targets.ts';
import { versionHandlers } from './version-handlers.ts';

/** The application service behind every host. Inputs come from outside and are parsed; a call never throws. */
export type Planner = {
  readonly call: (channel: string, input: unknown) => Promise<SentAnswer>;
  /** Tells of progress and check results until the answered function is called. */
  readonly listen: (onEvent: (event: ApiEvent) => void) => () => void;
  /** Closes every open plan and cancels every job. */
  readonly close: () => Promise<void>;
};

/** Starts the planner of a host. */
export function createPlanner(ports: PlannerPorts): Planner {
  const listeners = new Set<(event: ApiEvent) => void>();
  const emit = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  const recents = createRecents(join(ports.folders.app, 'recent-plans.json'));
  const drafts = createDrafts(ports.folders.drafts, ports.newId);
  const plans = createOpenPlans({ ports, recents, drafts, emit });
  const imports = createOpenImports(ports.newId);
  const calls = createCalls();
  const targets = createTargets();
  const startFile = createStartFile(ports.startFile);
  const context: PlannerContext = {
    ports,
    plans,
    imports,
    recents,
    drafts,
    targets,
    startFile,
    calls,
    emit,
  };
  const handlers: Handlers<Channel> = {
    ...appHandlers(context),
    ...planHandlers(context),
    ...fileHandlers(context),
    ...importHandlers(context),
    ...exportHandlers(context),
    ...historyHandlers(context),
    ...versionHandlers(context),
  };
  return {
    call: async (channel, input) => {
      try {
        return { ok: true, value: await dispatch(handlers, channel, input) };
      } catch (error) {
        return { ok: false, error: explainFailure(error, channel, ports.log) };
      }
    },
    listen: (onEvent) => {
      listeners.add(onEvent);
      return () => listeners.delete(onEvent);
    },
    close: async () => {
      calls.cancelAll();
      imports.closeAll();
      plans.closeAll();
      listeners.clear();
      return Promise.resolve();
    },
  };
}

async function dispatch(handlers: Handlers<Channel>, channel: string, input: unknown) {
  if (!isChannel(channel)) {
    throw new Refusal('unknown-call', { id: 'planner.unknown-call', values: { channel } });
  }
  const read = contract[channel].input.safeParse(input);
  if (!read.success) {
    const where = (read.error.issues[0]?.path ?? []).map(String).join('.');
    throw new Refusal('bad-input', { id: 'planner.bad-input', values: { channel, where } }, read.error);
  }
  // The input was parsed by the schema of this very channel; the compiler does not pair the two over a union.
  const handle = handlers[channel] as (input: unknown) => Promise<never>;
  return handle(read.data);
}

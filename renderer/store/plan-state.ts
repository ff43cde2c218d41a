import type { OpenedPlan, Transport } from '#shared/api/api.ts';
import type { CheckResult } from '#shared/criteria/result.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Replica, Step } from './replica.ts';
import type { StorageTrouble } from './storage-trouble.ts';

/** The results of the checks with the sequence number of the plan that they judge. */
export type CheckResults = { readonly seq: number; readonly results: readonly CheckResult[] };

/**
 * What is known of the host since the last call. `lost`: it did not answer; the steps on their way are kept and sent
 * again. `shut-out`: it was started anew and does not know this page; the steps are kept on screen, but cannot be sent.
 */
type HostState = 'there' | 'lost' | 'shut-out';

/** An open plan as the window knows it. */
export type PlanState = {
  readonly opened: OpenedPlan;
  readonly replica: Replica;
  readonly checks: CheckResults | null;
  /** When the planner last confirmed a step in this window, in milliseconds of the clock. */
  readonly savedAt: number | null;
  readonly host: HostState;
  /** What keeps the planner from writing to the file; null when nothing is known to. */
  readonly storage: StorageTrouble | null;
};

/** What an open plan is given from outside. */
export type SessionPorts = {
  readonly transport: Transport;
  readonly now: () => number;
  /** Tells the person that steps were refused: why, and which ones fell. */
  readonly onRefused: (why: Message, dropped: readonly Step[]) => void;
  /** Tells the person that the host was started anew and takes nothing more from this page; `unsaved` are not saved. */
  readonly onShutOut: (unsaved: readonly Step[]) => void;
  /** Tells the person that the window had drifted from the planner and was brought back; `dropped` were not kept. */
  readonly onRealigned: (dropped: readonly Step[]) => void;
  /** Tells the person what the planner has to say of the plan's file. */
  readonly onNotice: (tone: 'info' | 'error', message: Message) => void;
};

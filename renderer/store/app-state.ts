import type { StoreApi } from 'zustand/vanilla';
import type { DroppedFile } from '#renderer/transport/dropped-file.ts';
import type { AppInfo, Transport } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { Leaving } from './may-leave.ts';
import type { Notices } from './notices.ts';
import type { OpeningQuestion } from './open-plan-file.ts';
import type { PlanSession } from './plan-session.ts';
import type { VersionList } from './version-list.ts';
import type { ViewStore } from './view-store.ts';

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
  /** What is asked before a plan file is opened. */
  readonly question: OpeningQuestion | null;
};

export type AppStore = StoreApi<AppState>;

export type AppPorts = {
  readonly transport: Transport;
  readonly notices: Notices;
  readonly now: () => number;
  readonly isNarrow: () => boolean;
  /** The token of a file that was dropped; null where a page is not told where such a file lies. */
  readonly findDropped: DroppedFile;
};

import type { Answer, FileToken, OpenedPlan } from '#shared/api/api.ts';
import type { Message } from '#shared/messages/message.ts';
import type { AppPorts, AppStore } from './app-state.ts';
import { openPlanFile, type WayToFile } from './open-plan-file.ts';
import { visiblePlan } from './replica.ts';
import { showPlan } from './show-plan.ts';

/** What can be done with plan files. */
export type FileCommands = {
  /** Opens a plan file; `name` is what the person knows it by, null when that is not known yet. */
  readonly openFile: (file: FileToken, name: string | null) => Promise<void>;
  /** Opens a plan file that was dropped on the window: where it lies, or as a copy where a page is not told. */
  readonly openDropped: (file: File) => Promise<void>;
  /** Goes on in a copy of the plan on screen, which is a new draft. */
  readonly duplicatePlan: () => Promise<void>;
  /** Closes the plan on screen, with what is not saved in it, and opens its file as it is now. */
  readonly reopenPlan: () => Promise<void>;
  readonly discardDraft: (file: FileToken) => Promise<void>;
};

type CommandParts = {
  readonly ports: AppPorts;
  readonly store: AppStore;
  /** Asks for the lists of plans again. */
  readonly refresh: () => Promise<void>;
  /** Makes a plan by a call and shows it. */
  readonly make: (busy: Message, call: () => Promise<Answer<'plan/create'>>) => Promise<OpenedPlan | null>;
};

/** The commands, over the store that says what is on screen. */
export function makeFileCommands({ ports, store, refresh, make }: CommandParts): FileCommands {
  const { transport, notices } = ports;
  const show = (opened: OpenedPlan) => showPlan(ports, store, opened);
  const open = (way: WayToFile) => openPlanFile({ store, notices, show }, way);
  const openFile = async (file: FileToken, name: string | null) => {
    await open({
      busy: busyOpening(name),
      open: (mode) => transport.call('plan/open', { file, mode }),
      canChoose: true,
    });
  };
  return {
    openFile,
    openDropped: async (file) => {
      const token = await ports.findDropped(file);
      if (token !== null) return openFile(token, file.name);
      const opened = await open({
        busy: busyOpening(file.name),
        open: () => upload(ports, file),
        canChoose: false,
      });
      if (opened !== null) await tellOfCopy(ports, file.name, opened);
    },
    duplicatePlan: async () => {
      const session = store.getState().plan?.session;
      if (session === undefined) return;
      const { opened, replica } = session.store.getState();
      const name = opened.name ?? visiblePlan(replica).title;
      const plan = opened.handle;
      const copy = await make({ id: 'files.duplicating' }, () => transport.call('plan/duplicate', { plan }));
      if (copy !== null) notices.tell('info', { id: 'files.duplicated', values: { name } });
    },
    reopenPlan: async () => {
      const session = store.getState().plan?.session;
      if (session === undefined) return;
      const { opened, storage } = session.store.getState();
      const { file, name } = opened;
      store.setState({ plan: null, busy: busyOpening(name) });
      // Before it has let go of the plan, the planner would answer with the one that it still holds.
      await session.close();
      await openFile(file, name);
      const again = store.getState().plan?.session;
      if (again === undefined) return refresh();
      if (again.store.getState().opened.handle !== opened.handle) return;
      // Another tab holds the plan still, and with it what this one had: that is not the file as it is now.
      again.store.setState({ storage });
      notices.tell('error', { id: 'files.held-elsewhere' });
    },
    discardDraft: async (file) => {
      const answer = await transport.call('draft/discard', { file });
      if (!answer.ok) notices.tell('error', answer.error.message);
      await refresh();
    },
  };
}

function busyOpening(name: string | null): Message {
  return name === null ? { id: 'window.busy-opening' } : { id: 'files.opening', values: { name } };
}

async function upload({ transport }: AppPorts, file: File): Promise<Answer<'plan/open'>> {
  const { name } = file;
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null)
    return {
      ok: false,
      error: { code: 'unreadable', message: { id: 'files.unreadable', values: { name } } },
    };
  return transport.call('plan/open-upload', { name, bytes: new Uint8Array(bytes) });
}

/** Says that changes do not go to the file that was dropped, and where they go instead. */
async function tellOfCopy(
  { transport, notices }: AppPorts,
  dropped: string,
  opened: OpenedPlan,
): Promise<void> {
  const info = await transport.call('plan/get-file-info', { plan: opened.handle });
  const place = info.ok ? info.value.place : null;
  const name = opened.name ?? dropped;
  notices.tell('info', { id: 'files.opened-copy', values: { dropped, name, place } });
}
